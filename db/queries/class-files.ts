import 'server-only';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { type CourseQuestion, courseQuestions } from '#lib/exchange/course-questions.ts';
import type { Grade, Gradebook } from '#lib/exchange/gradebook.ts';
import type { Question } from '#lib/exchange/question.ts';
import { shareOf } from '#lib/grading/score.ts';
import { groupBy } from '#lib/text/group-by.ts';
import { type ClassRow, requireTaughtClass } from '../access/class.ts';
import { inSchool, type Tx } from '../client.ts';
import { itemOfPlace } from '../joins.ts';
import { enrollments } from '../schema/classes.ts';
import { items, lessonItems, options } from '../schema/content.ts';
import { attempts } from '../schema/learning.ts';
import { users } from '../schema/people.ts';
import { gridOf, lessonsOf } from './class-grid.ts';

/** What a teacher takes along from a class: its grades, and the questions of its course with their keys. */
export type ClassQuestionsView = { course: { slug: string; title: string }; questions: Question[] };

/** The numbers of the class's grid, with the exam, for whoever teaches the class. */
export async function readGradebook(viewer: Viewer | null, classId: string): Promise<Gradebook> {
  return inSchool(
    viewer,
    async (tx) => {
      const found = await requireTaughtClass(tx, viewer, classId);
      const [grid, people, sat] = await Promise.all([
        gridOf(tx, found),
        addressesOf(tx, found),
        examsOf(tx, found),
      ]);
      const emails = new Map(people.map(({ userId, email }) => [userId, email]));
      const exams = examGrades(sat);
      return {
        class: grid.name,
        course: grid.course,
        lessons: grid.lessons.map(({ title }) => ({ title })),
        hasExam: exams.size > 0,
        learners: grid.learners.map(({ userId, name, cells }) => ({
          name,
          email: emails.get(userId) ?? '',
          lessons: cells.map(({ bestShare, lastShare }) => ({ best: bestShare, last: lastShare })),
          exam: exams.get(userId) ?? { best: null, last: null },
        })),
      };
    },
    { readOnly: true },
  );
}

function addressesOf(tx: Tx, found: ClassRow) {
  return tx
    .select({ userId: users.id, email: users.email })
    .from(enrollments)
    .innerJoin(users, and(eq(users.schoolId, enrollments.schoolId), eq(users.id, enrollments.userId)))
    .where(and(eq(enrollments.classId, found.id), isNull(enrollments.removedAt)));
}

/** Exams that were handed in, each learner's in the order of their ends. */
function examsOf(tx: Tx, found: ClassRow) {
  return tx
    .select({ userId: attempts.userId, score: attempts.score, maxScore: attempts.maxScore })
    .from(attempts)
    .innerJoin(
      enrollments,
      and(eq(enrollments.schoolId, attempts.schoolId), eq(enrollments.userId, attempts.userId)),
    )
    .where(
      and(
        eq(enrollments.classId, found.id),
        isNull(enrollments.removedAt),
        eq(attempts.courseId, found.course.id),
        isNull(attempts.lessonId),
        isNotNull(attempts.finishedAt),
      ),
    )
    .orderBy(asc(attempts.finishedAt), asc(attempts.number));
}

function examGrades(sat: Awaited<ReturnType<typeof examsOf>>): Map<string, Grade> {
  const grades = new Map<string, Grade>();
  for (const { userId, score, maxScore } of sat) {
    if (score === null || maxScore === null) continue;
    const last = shareOf({ score, maxScore });
    grades.set(userId, { best: Math.max(last, grades.get(userId)?.best ?? 0), last });
  }
  return grades;
}

/** Every question of the class's course as it stands now, with keys and reasons: for whoever teaches the class. */
export async function listClassQuestions(
  viewer: Viewer | null,
  classId: string,
): Promise<ClassQuestionsView> {
  return inSchool(
    viewer,
    async (tx) => {
      const found = await requireTaughtClass(tx, viewer, classId);
      const { editionId, slug, title } = found.course;
      if (editionId === null) return { course: { slug, title }, questions: [] };
      const [taught, bank, choices] = await Promise.all([
        lessonsOf(tx, found),
        tx
          .select({
            lessonId: lessonItems.lessonId,
            itemId: lessonItems.itemId,
            evidence: lessonItems.evidence,
            prompt: items.prompt,
            key: items.key,
          })
          .from(lessonItems)
          .innerJoin(items, itemOfPlace)
          .where(eq(lessonItems.editionId, editionId))
          .orderBy(asc(lessonItems.position), asc(lessonItems.itemId)),
        choicesOf(tx, editionId),
      ]);
      const optionsOf = groupBy(choices, ({ itemId }) => itemId);
      const itemsOf = groupBy(bank, ({ lessonId }) => lessonId);
      const lessons = taught.map((lesson) => ({
        title: lesson.title,
        items: (itemsOf.get(lesson.id) ?? []).map(
          ({ itemId, evidence, prompt, key }): CourseQuestion => ({
            kind: prompt.kind,
            stem: prompt.stem,
            options: (optionsOf.get(itemId) ?? []).map(({ text, correct, rationale }) => ({
              text,
              correct,
              rationale,
            })),
            pairs: key.pairs,
            order: key.order,
            accept: key.accept,
            evidence,
          }),
        ),
      }));
      return { course: { slug, title }, questions: courseQuestions(lessons) };
    },
    { readOnly: true },
  );
}

/** With the reasons that this edition gives. */
function choicesOf(tx: Tx, editionId: string) {
  return tx
    .select({
      itemId: options.itemId,
      text: options.text,
      correct: options.correct,
      rationale: sql<string>`coalesce(${lessonItems.optionRationales} ->> ${options.id}, ${options.rationale})`,
    })
    .from(options)
    .innerJoin(
      lessonItems,
      and(eq(lessonItems.schoolId, options.schoolId), eq(lessonItems.itemId, options.itemId)),
    )
    .where(eq(lessonItems.editionId, editionId))
    .orderBy(asc(options.itemId), asc(options.position));
}
