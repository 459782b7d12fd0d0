import 'server-only';
import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { analyseLesson, type LessonAnalysis } from '#lib/analytics/lesson-analysis.ts';
import type { MeasuredItem, Sitting } from '#lib/analytics/sitting.ts';
import { sentenceOf } from '#lib/course/evidence.ts';
import type { ItemPrompt } from '#lib/course/present-item.ts';
import type { Answer } from '#lib/grading/answer.ts';
import type { ItemKey } from '#lib/grading/item-key.ts';
import { NotFound } from '#lib/result.ts';
import type { ClassRow } from '../access/class.ts';
import type { Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { enrollments } from '../schema/classes.ts';
import { items, lessonItems } from '../schema/content.ts';
import { attemptItems, attempts, responses } from '../schema/learning.ts';
import { users } from '../schema/people.ts';
import { lessonsOf } from './class-grid.ts';

/** Which finished attempt of each learner is counted. */
export const countedAttempts = ['first', 'best', 'last'] as const;
export type CountedAttempt = (typeof countedAttempts)[number];

/** Equally good attempts count by the earlier one. */
const orders: Record<CountedAttempt, SQL[]> = {
  first: [asc(attempts.number)],
  best: [desc(sql`${attempts.score} / nullif(${attempts.maxScore}, 0)`), asc(attempts.number)],
  last: [desc(attempts.number)],
};

export type ClassSittings = {
  lesson: { id: string; slug: string; title: string; position: number };
  /** In the order of the analysis: an attempt each. */
  sat: { attemptId: string; userId: string; name: string; number: number; finishedAt: Date | null }[];
  /** In the order of the analysis. */
  asked: { prompt: ItemPrompt; key: ItemKey; address: string | null }[];
  /** By item id, by attempt: what was answered; nothing of what was left open. */
  answers: ReadonlyMap<string, ReadonlyMap<string, Answer>>;
  sittings: Sitting[];
  analysis: LessonAnalysis;
};

/**
 * The attempts of a class at a lesson, and what they come to. Three statements whatever the class's size: who sat,
 * what each was served with the marks, and the questions. Each learner's attempts are found by the index, so that
 * what others have answered costs nothing.
 */
export async function classSittings(
  tx: Tx,
  schoolId: string,
  found: ClassRow,
  lessonSlug: string,
  counted: CountedAttempt,
): Promise<ClassSittings> {
  const { editionId } = found.course;
  const lesson = (await lessonsOf(tx, found)).find((one) => one.slug === lessonSlug);
  if (lesson === undefined || editionId === null) throw new NotFound('no such lesson');
  const chosen = chosenAttempts(tx, found, lesson.id, counted);
  const [sat, served, edition] = await Promise.all([
    tx
      .select({
        attemptId: chosen.attemptId,
        userId: chosen.userId,
        name: users.name,
        number: chosen.number,
        finishedAt: chosen.finishedAt,
      })
      .from(chosen)
      .innerJoin(users, and(eq(users.schoolId, chosen.schoolId), eq(users.id, chosen.userId)))
      .orderBy(asc(sql`lower(${users.name})`), asc(users.id)),
    tx
      .select({
        attemptId: attemptItems.attemptId,
        itemId: attemptItems.itemId,
        mark: responses.mark,
        answer: responses.answer,
      })
      .from(chosen)
      .innerJoin(
        attemptItems,
        and(eq(attemptItems.schoolId, chosen.schoolId), eq(attemptItems.attemptId, chosen.attemptId)),
      )
      .leftJoin(
        responses,
        and(
          eq(responses.schoolId, attemptItems.schoolId),
          eq(responses.attemptId, attemptItems.attemptId),
          eq(responses.itemId, attemptItems.itemId),
        ),
      ),
    loadEdition(tx, schoolId, editionId),
  ]);
  const itemIds = [...new Set(served.map((row) => row.itemId))];
  const rows = itemIds.length === 0 ? [] : await itemsOf(tx, editionId, itemIds);
  const answers = new Map(itemIds.map((id) => [id, new Map<string, Answer>()]));
  const sittingOf = new Map(
    sat.map(({ attemptId }) => [
      attemptId,
      { marks: new Map<string, number>(), chosen: new Map<string, readonly string[]>() },
    ]),
  );
  for (const { attemptId, itemId, mark, answer } of served) {
    const sitting = sittingOf.get(attemptId);
    sitting?.marks.set(itemId, mark ?? 0);
    if (answer === null) continue;
    answers.get(itemId)?.set(attemptId, answer);
    sitting?.chosen.set(itemId, optionsChosen(answer));
  }
  const sittings = sat.flatMap(({ attemptId }) => sittingOf.get(attemptId) ?? []);
  return {
    lesson: { id: lesson.id, slug: lesson.slug, title: lesson.title, position: lesson.position },
    sat,
    asked: rows.map(({ prompt, key, evidence }) => {
      const span = evidence?.[0];
      return {
        prompt,
        key,
        address: span === undefined ? null : (sentenceOf(edition.sentences, span)?.address ?? null),
      };
    }),
    answers,
    sittings,
    analysis: analyseLesson(rows.map(measured), sittings),
  };
}

/** Of each learner who is in the class now, the one attempt that counts. */
function chosenAttempts(tx: Tx, found: ClassRow, lessonId: string, counted: CountedAttempt) {
  const one = tx
    .select({ id: attempts.id, number: attempts.number, finishedAt: attempts.finishedAt })
    .from(attempts)
    .where(
      and(
        eq(attempts.schoolId, enrollments.schoolId),
        eq(attempts.userId, enrollments.userId),
        eq(attempts.courseId, found.course.id),
        eq(attempts.lessonId, lessonId),
        isNotNull(attempts.finishedAt),
      ),
    )
    .orderBy(...orders[counted])
    .limit(1)
    .as('one');
  return tx
    .select({
      schoolId: enrollments.schoolId,
      userId: enrollments.userId,
      attemptId: one.id,
      number: one.number,
      finishedAt: one.finishedAt,
    })
    .from(enrollments)
    .innerJoinLateral(one, sql`true`)
    .where(and(eq(enrollments.classId, found.id), isNull(enrollments.removedAt)))
    .as('chosen');
}

/** In the order of the lesson as it stands now; what it no longer asks comes last. */
function itemsOf(tx: Tx, editionId: string, itemIds: readonly string[]) {
  return tx
    .select({ prompt: items.prompt, key: items.key, evidence: lessonItems.evidence })
    .from(items)
    .leftJoin(
      lessonItems,
      and(
        eq(lessonItems.schoolId, items.schoolId),
        eq(lessonItems.editionId, editionId),
        eq(lessonItems.itemId, items.id),
      ),
    )
    .where(inArray(items.id, [...itemIds]))
    .orderBy(sql`${lessonItems.position} asc nulls last`, asc(items.id));
}

function measured({ prompt, key }: { prompt: ItemPrompt; key: ItemKey }): MeasuredItem {
  return {
    id: prompt.id,
    kind: prompt.kind,
    // Every mark is a share of its question.
    maxMark: 1,
    options: prompt.options.map(({ id }) => ({ id, isKey: key.correct.includes(id) })),
    choices: prompt.choices.length,
  };
}

function optionsChosen(answer: Answer): readonly string[] {
  if (answer.kind === 'multiple') return answer.options;
  return answer.kind === 'single' || answer.kind === 'true-false' ? [answer.option] : [];
}
