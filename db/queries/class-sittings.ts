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
import { attempts, responses } from '../schema/learning.ts';
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
  sat: { attemptId: string; name: string; number: number; finishedAt: Date | null }[];
  /** In the order of the analysis. */
  asked: { prompt: ItemPrompt; key: ItemKey; address: string | null }[];
  sittings: Sitting[];
  analysis: LessonAnalysis;
};

/**
 * The attempts of a class at a lesson, and what they come to. Two statements whatever the class's size: who sat,
 * with the marks of what they were served, and the questions. Each learner's attempts are found by the index, so
 * that what others have answered costs nothing.
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
  const [rows, edition] = await Promise.all([
    servedTo(tx, chosenAttempts(tx, found, lesson.id, counted)),
    loadEdition(tx, schoolId, editionId),
  ]);
  const itemIds = [...new Set(rows.flatMap(({ served }) => served.map(([id]) => id)))];
  const asked = itemIds.length === 0 ? [] : await itemsOf(tx, editionId, itemIds);
  const sittings = rows.map(({ served }) => sittingOf(served));
  return {
    lesson: { id: lesson.id, slug: lesson.slug, title: lesson.title, position: lesson.position },
    sat: rows.map(({ attemptId, name, number, finishedAt }) => ({ attemptId, name, number, finishedAt })),
    asked: asked.map(({ prompt, key, evidence }) => {
      const span = evidence?.[0];
      return {
        prompt,
        key,
        address: span === undefined ? null : (sentenceOf(edition.sentences, span)?.address ?? null),
      };
    }),
    sittings,
    analysis: analyseLesson(asked.map(measured), sittings),
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

/** Item, mark and chosen options; null where it was left open, or where there is nothing to choose. */
type Served = [itemId: string, mark: number | null, chosen: string | string[] | null];

/** A row for each attempt, and not for each answer: a class of thousands has tens of thousands of those. */
function servedTo(tx: Tx, chosen: ReturnType<typeof chosenAttempts>) {
  return tx
    .select({
      attemptId: chosen.attemptId,
      name: users.name,
      number: chosen.number,
      finishedAt: chosen.finishedAt,
      served: sql`(
        select json_agg(json_build_array(i.item_id, r.mark, coalesce(r.answer -> 'options', r.answer -> 'option')))::text
        from attempt_items i
        left join responses r
          on r.school_id = i.school_id and r.attempt_id = i.attempt_id and r.item_id = i.item_id
        where i.school_id = ${chosen.schoolId} and i.attempt_id = ${chosen.attemptId})`.mapWith(
        (text: string): Served[] => JSON.parse(text),
      ),
    })
    .from(chosen)
    .innerJoin(users, and(eq(users.schoolId, chosen.schoolId), eq(users.id, chosen.userId)))
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id));
}

function sittingOf(served: readonly Served[]): Sitting {
  return {
    marks: new Map(served.map(([id, mark]) => [id, mark ?? 0])),
    chosen: new Map(
      served.flatMap(([id, , options]) =>
        options === null ? [] : [[id, typeof options === 'string' ? [options] : options] as const],
      ),
    ),
  };
}

/** What was answered to one item, by attempt; nothing of what was left open. */
export async function answersTo(
  tx: Tx,
  attemptIds: readonly string[],
  itemId: string,
): Promise<ReadonlyMap<string, Answer>> {
  const rows = await tx
    .select({ attemptId: responses.attemptId, answer: responses.answer })
    .from(responses)
    .where(and(inArray(responses.attemptId, [...attemptIds]), eq(responses.itemId, itemId)));
  return new Map(rows.map((row) => [row.attemptId, row.answer]));
}
