import 'server-only';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import type { ReviewDay } from '#lib/mastery/review-day.ts';
import { weekStart } from '#lib/mastery/week.ts';
import { type CourseRow, readableCourses } from '../access/course.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool, type Tx } from '../client.ts';
import { type EditionBody, loadEdition } from '../edition-body.ts';
import {
  courseOfAttempt,
  courseOfClass,
  lessonOfAttempt,
  responseToServed,
  servedByAttempt,
} from '../joins.ts';
import { settingsOf } from '../learner-settings.ts';
import { classes, enrollments } from '../schema/classes.ts';
import { courses, lessons } from '../schema/content.ts';
import { attemptItems, attempts, lessonProgress, lessonVisits, responses } from '../schema/learning.ts';
import { countAnswerDays } from './answer-days.ts';
import { countDue } from './due-cards.ts';

type Named = { slug: string; title: string };

export type TodayView = {
  /** Where to go on: the quiz or the exam that is open, else the lesson to read next. */
  continue:
    | { kind: 'quiz'; course: Named; lesson: Named; attemptId: string; position: number }
    | { kind: 'exam'; course: Named; lesson: null; attemptId: string; position: number }
    | { kind: 'lesson'; course: Named; lesson: Named; attemptId: null; position: null }
    | null;
  /** Begun, or belonging to a class of theirs. `done` counts lessons with a finished attempt. */
  courses: (Named & { lessons: number; done: number })[];
  classes: { id: string; name: string; course: Named }[];
  /** What is due for review today. */
  review: ReviewDay;
  /** Days of this week with an answer, beside those that the learner wants; null where they have set no goal. */
  week: { done: number; goal: number } | null;
};

export async function readToday(viewer: Viewer | null, now: Date = new Date()): Promise<TodayView> {
  const person = requirePerson(viewer);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const [readable, own, progress, visits, exams, open] = await Promise.all([
        readableCourses(tx, person),
        ownClasses(tx, person.userId),
        tx
          .select({
            courseId: lessonProgress.courseId,
            lessonId: lessonProgress.lessonId,
            attempts: lessonProgress.attempts,
            at: lessonProgress.lastActiveAt,
          })
          .from(lessonProgress)
          .where(eq(lessonProgress.userId, person.userId)),
        tx
          .select({
            courseId: lessonVisits.courseId,
            lessonId: lessonVisits.lessonId,
            at: lessonVisits.lastAt,
          })
          .from(lessonVisits)
          .where(eq(lessonVisits.userId, person.userId)),
        tx
          .selectDistinct({ courseId: attempts.courseId })
          .from(attempts)
          .where(and(eq(attempts.userId, person.userId), isNull(attempts.lessonId))),
        findOpenQuiz(tx, person.userId),
      ]);
      const begun = new Set([...progress, ...visits, ...exams].map((row) => row.courseId));
      const ofClasses = new Set(own.map((row) => row.courseId));
      const shown: { course: CourseRow; edition: EditionBody; done: Set<string> }[] = [];
      for (const course of readable) {
        if (!begun.has(course.id) && !ofClasses.has(course.id)) continue;
        const edition = await loadEdition(tx, schoolId, course.editionId);
        const done = progress.filter((row) => row.courseId === course.id && row.attempts > 0);
        shown.push({ course, edition, done: new Set(done.map((row) => row.lessonId)) });
      }
      const { weeklyGoal } = await settingsOf(tx, person.userId);
      return {
        week:
          weeklyGoal === null
            ? null
            : { done: await countAnswerDays(tx, person.userId, weekStart(now)), goal: weeklyGoal },
        review: await countDue(tx, person.userId, readable, now),
        continue: open ?? nextLesson(shown, [...progress, ...visits]),
        courses: shown.map(({ course, edition, done }) => ({
          slug: course.slug,
          title: course.title,
          lessons: edition.lessons.length,
          done: edition.lessons.filter((lesson) => done.has(lesson.id)).length,
        })),
        classes: own.map((row) => ({
          id: row.id,
          name: row.name,
          course: { slug: row.slug, title: row.title },
        })),
      };
    },
    { readOnly: true },
  );
}

async function ownClasses(tx: Tx, userId: string) {
  return tx
    .select({
      id: classes.id,
      name: classes.name,
      courseId: classes.courseId,
      slug: courses.slug,
      title: courses.title,
    })
    .from(enrollments)
    .innerJoin(classes, and(eq(classes.schoolId, enrollments.schoolId), eq(classes.id, enrollments.classId)))
    .innerJoin(courses, courseOfClass)
    .where(and(eq(enrollments.userId, userId), isNull(enrollments.removedAt), isNull(classes.archivedAt)))
    .orderBy(asc(classes.name), asc(classes.id));
}

/** Of the open attempts, the one that was begun last, at its first question without an answer. */
async function findOpenQuiz(tx: Tx, userId: string): Promise<TodayView['continue']> {
  const [row] = await tx
    .select({
      attemptId: attempts.id,
      position: attemptItems.position,
      courseSlug: courses.slug,
      courseTitle: courses.title,
      lessonSlug: lessons.slug,
      lessonTitle: lessons.title,
    })
    .from(attempts)
    .innerJoin(courses, courseOfAttempt)
    .leftJoin(lessons, lessonOfAttempt)
    .innerJoin(attemptItems, servedByAttempt)
    .leftJoin(responses, responseToServed)
    .where(and(eq(attempts.userId, userId), isNull(attempts.finishedAt), isNull(responses.id)))
    .orderBy(desc(attempts.startedAt), asc(attemptItems.position))
    .limit(1);
  if (row === undefined) return null;
  const { attemptId, position, lessonSlug, lessonTitle } = row;
  const course = { slug: row.courseSlug, title: row.courseTitle };
  return lessonSlug === null || lessonTitle === null
    ? { kind: 'exam', course, lesson: null, attemptId, position }
    : { kind: 'quiz', course, lesson: { slug: lessonSlug, title: lessonTitle }, attemptId, position };
}

/**
 * In the course that was used last: the lesson used last if its quiz waits, else the first one not done
 * after it, else the first not done at all. A class's course that nobody has begun counts as used long ago.
 */
function nextLesson(
  shown: readonly { course: CourseRow; edition: EditionBody; done: ReadonlySet<string> }[],
  uses: readonly { courseId: string; lessonId: string; at: Date }[],
): TodayView['continue'] {
  const byUse = shown
    .map((entry) => ({
      ...entry,
      last: uses
        .filter((use) => use.courseId === entry.course.id)
        .reduce<(typeof uses)[number] | null>((a, b) => (a === null || b.at > a.at ? b : a), null),
    }))
    .sort((a, b) => (b.last?.at.getTime() ?? 0) - (a.last?.at.getTime() ?? 0));
  for (const { course, edition, done, last } of byUse) {
    const at = Math.max(
      0,
      edition.lessons.findIndex((lesson) => lesson.id === last?.lessonId),
    );
    const fromThere = [...edition.lessons.slice(at), ...edition.lessons.slice(0, at)];
    const lesson = fromThere.find((candidate) => !done.has(candidate.id));
    if (lesson === undefined) continue;
    return {
      kind: 'lesson',
      course: { slug: course.slug, title: course.title },
      lesson: { slug: lesson.slug, title: lesson.title },
      attemptId: null,
      position: null,
    };
  }
  return null;
}
