import 'server-only';
import { and, asc, desc, eq, max, not } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Viewer } from '#lib/access/viewer.ts';
import { sentenceOf } from '#lib/course/evidence.ts';
import { pickItems } from '#lib/mastery/pick-items.ts';
import { presentOrder } from '#lib/mastery/present-order.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { type CourseRow, requireCourse } from '../access/course.ts';
import { requirePerson } from '../access/person.ts';
import { isInOpenExam, isTold } from '../asked-now.ts';
import { inSchool, type Tx } from '../client.ts';
import { type EditionBody, loadEdition } from '../edition-body.ts';
import { itemOfPlace, servedByAttempt } from '../joins.ts';
import { newId } from '../new-id.ts';
import { addProgress } from '../progress-rollup.ts';
import { items, lessonItems } from '../schema/content.ts';
import { attemptItems, attempts, cards, responses, reviews } from '../schema/learning.ts';
import { findOpenSitting, type Started } from '../sitting.ts';

/** `in-exam`: the learner's open exam asks all that the lesson has. */
type Refusal = 'no-items' | 'in-exam';

/**
 * Goes on with the viewer's open attempt at a lesson, or begins one. Two at once begin one: the database
 * holds a learner to one open attempt, and whoever comes second is given that one.
 */
export async function startAttempt(
  viewer: Viewer | null,
  input: { course: string; lesson: string; seed: string },
  now: Date = new Date(),
): Promise<Result<Started, Refusal>> {
  const person = requirePerson(viewer);
  return inSchool(person, async (tx, schoolId) => {
    const course = await requireCourse(tx, person, input.course);
    const edition = await loadEdition(tx, schoolId, course.editionId);
    const lesson = edition.lessons.find((candidate) => candidate.slug === input.lesson);
    if (lesson === undefined) throw new NotFound('no such lesson');
    const place = { schoolId, userId: person.userId, courseId: course.id, lessonId: lesson.id };
    // A second round only if the attempt that was in the way has been finished in between.
    for (let round = 0; round < 3; round += 1) {
      const open = await findOpenSitting(tx, atPlace(place));
      if (open !== null) return ok(open);
      const started = await begin(tx, course, edition, place, input.seed, now);
      if (typeof started === 'string') return refuse(started);
      if (started !== null) return ok(started);
    }
    throw new Error('an attempt could neither be begun nor found');
  });
}

type Place = { schoolId: string; userId: string; courseId: string; lessonId: string };

const atPlace = (place: Place) =>
  and(
    eq(attempts.userId, place.userId),
    eq(attempts.courseId, place.courseId),
    eq(attempts.lessonId, place.lessonId),
  );

/** Null where another process was first. */
async function begin(
  tx: Tx,
  course: CourseRow,
  edition: EditionBody,
  place: Place,
  seed: string,
  now: Date,
): Promise<Started | null | Refusal> {
  const [bank, served, latest, memories, [before]] = await Promise.all([
    readBank(tx, course.editionId, place),
    readServed(tx, place),
    readLatestMarks(tx, place),
    readMemories(tx, place),
    tx
      .select({ number: attempts.number })
      .from(attempts)
      .where(atPlace(place))
      .orderBy(desc(attempts.number))
      .limit(1),
  ]);
  const picked = pickItems(
    bank.map((entry) => ({
      itemId: entry.itemId,
      position: entry.position,
      selected: entry.selected,
      sentences: entry.evidence.map(
        (span) => sentenceOf(edition.sentences, span)?.address ?? `at ${span.start}`,
      ),
      claims: entry.claimIds,
      difficulty: entry.difficulty,
      lastServedAt: served.get(entry.itemId) ?? null,
      lastAnswer: latest.get(entry.itemId) ?? null,
      dueAt: memories.get(entry.itemId) ?? null,
    })),
    { isFirst: before === undefined, rate: meanOf([...latest.values()].map(({ mark }) => mark)), now, seed },
  );
  if (picked.length === 0) return (await asksSomething(tx, course.editionId, place)) ? 'in-exam' : 'no-items';
  const attemptId = newId(now);
  const made = await tx
    .insert(attempts)
    .values({
      schoolId: place.schoolId,
      id: attemptId,
      userId: place.userId,
      courseId: place.courseId,
      editionId: course.editionId,
      lessonId: place.lessonId,
      number: (before?.number ?? 0) + 1,
      startedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: attempts.id });
  if (made.length === 0) return null;
  const prompts = new Map(bank.map((entry) => [entry.itemId, entry.prompt]));
  await tx.insert(attemptItems).values(
    picked.flatMap(({ itemId, reason }, at) => {
      const prompt = prompts.get(itemId);
      if (prompt === undefined) return [];
      const { optionOrder, choiceOrder } = presentOrder(prompt, seed);
      return {
        schoolId: place.schoolId,
        attemptId,
        itemId,
        editionId: course.editionId,
        position: at + 1,
        optionOrder,
        choiceOrder,
        reason,
      };
    }),
  );
  await addProgress(tx, { ...place, answers: 0, share: null }, now);
  return { attemptId, position: 1 };
}

/** The lesson's questions, without their keys; none that an open exam asks, since a quiz tells the key at once. */
async function readBank(tx: Tx, editionId: string, place: Place) {
  return tx
    .select({
      itemId: lessonItems.itemId,
      position: lessonItems.position,
      selected: lessonItems.selected,
      evidence: lessonItems.evidence,
      claimIds: lessonItems.claimIds,
      difficulty: items.difficulty,
      prompt: items.prompt,
    })
    .from(lessonItems)
    .innerJoin(items, itemOfPlace)
    .where(
      and(
        eq(lessonItems.editionId, editionId),
        eq(lessonItems.lessonId, place.lessonId),
        not(isInOpenExam(place.userId, lessonItems.itemId)),
      ),
    )
    .orderBy(asc(lessonItems.position));
}

async function asksSomething(tx: Tx, editionId: string, { lessonId }: Place): Promise<boolean> {
  const [row] = await tx
    .select({ itemId: lessonItems.itemId })
    .from(lessonItems)
    .where(and(eq(lessonItems.editionId, editionId), eq(lessonItems.lessonId, lessonId)))
    .limit(1);
  return row !== undefined;
}

/** What this learner has been asked in the course before, in a quiz or an exam, and when last. */
async function readServed(tx: Tx, place: Place): Promise<Map<string, Date>> {
  const rows = await tx
    .select({ itemId: attemptItems.itemId, lastAt: max(attempts.startedAt) })
    .from(attempts)
    .innerJoin(attemptItems, servedByAttempt)
    .where(and(eq(attempts.userId, place.userId), eq(attempts.courseId, place.courseId)))
    .groupBy(attemptItems.itemId);
  return new Map(rows.flatMap((row) => (row.lastAt === null ? [] : [[row.itemId, row.lastAt] as const])));
}

/** This learner's latest answer to each question of the course, in a quiz, in an exam that is handed in, or in review. */
async function readLatestMarks(
  tx: Tx,
  { userId, courseId }: Place,
): Promise<Map<string, { mark: number; at: Date }>> {
  const inQuizzes = tx
    .select({ itemId: responses.itemId, mark: responses.mark, answeredAt: responses.answeredAt })
    .from(attempts)
    .innerJoin(
      responses,
      and(eq(responses.schoolId, attempts.schoolId), eq(responses.attemptId, attempts.id)),
    )
    .where(and(eq(attempts.userId, userId), eq(attempts.courseId, courseId), isTold));
  const inReviews = tx
    .select({ itemId: reviews.itemId, mark: reviews.mark, answeredAt: reviews.answeredAt })
    .from(cards)
    .innerJoin(reviews, and(eq(reviews.schoolId, cards.schoolId), eq(reviews.cardId, cards.id)))
    .where(and(eq(cards.userId, userId), eq(cards.courseId, courseId)));
  const answers = unionAll(inQuizzes, inReviews).as('answers');
  const rows = await tx
    .selectDistinctOn([answers.itemId], {
      itemId: answers.itemId,
      mark: answers.mark,
      at: answers.answeredAt,
    })
    .from(answers)
    .orderBy(answers.itemId, desc(answers.answeredAt));
  return new Map(rows.map(({ itemId, mark, at }) => [itemId, { mark, at }]));
}

/** When each question that this learner has answered in the lesson would be forgotten. */
async function readMemories(tx: Tx, { userId, courseId, lessonId }: Place): Promise<Map<string, Date>> {
  const rows = await tx
    .select({ itemId: cards.itemId, dueAt: cards.dueAt })
    .from(cards)
    .where(and(eq(cards.userId, userId), eq(cards.courseId, courseId), eq(cards.lessonId, lessonId)));
  return new Map(rows.map(({ itemId, dueAt }) => [itemId, dueAt]));
}

function meanOf(marks: readonly number[]): number | null {
  return marks.length === 0 ? null : marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
}
