import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import type { Answer } from '#lib/grading/answer.ts';
import { grade } from '#lib/grading/grade.ts';
import { isSameAnswer } from '#lib/grading/same-answer.ts';
import { recallOf, schedule } from '#lib/mastery/schedule.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { readableCourses } from '../access/course.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { isAskedNow } from '../asked-now.ts';
import { keepCard, memoryColumns } from '../cards.ts';
import { inSchool, type Tx } from '../client.ts';
import { isViolation } from '../database-away.ts';
import { itemOfPlace } from '../joins.ts';
import { items, lessonItems } from '../schema/content.ts';
import { cards, reviews } from '../schema/learning.ts';
import { isStorableAnswer } from '../storable-answer.ts';

type Input = {
  cardId: string;
  /** How often the question had been answered when it was shown: each showing is answered once. */
  reps: number;
  reviewId: string;
  answer: Answer;
  certainty: number | null;
};
type Refusal = 'already-answered' | 'different-answer' | 'not-due' | 'gone' | 'answer-misfit';

/**
 * Saves one answer in review, and when the question comes next. It touches no attempt and no score. The client
 * makes the review's id, so that a retry is told the same again and saves nothing twice.
 */
export async function recordReview(
  viewer: Viewer | null,
  input: Input,
  now: Date = new Date(),
): Promise<Result<{ reviewId: string }, Refusal>> {
  const person = requirePerson(viewer);
  const given = { ...input, cardId: requireId(input.cardId), reviewId: requireId(input.reviewId) };
  if (!isStorableAnswer(given.answer, given.certainty)) return refuse('answer-misfit');
  try {
    return await inSchool(person, (tx, schoolId) => record(tx, schoolId, person, given, now));
  } catch (error) {
    // The id names a review of another question, or of another person: nothing more is told.
    if (isViolation(error, 'reviews_school_id_id_pk')) return refuse('different-answer');
    throw error;
  }
}

async function record(
  tx: Tx,
  schoolId: string,
  person: Viewer,
  { cardId, reps, reviewId, answer, certainty }: Input,
  now: Date,
): Promise<Result<{ reviewId: string }, Refusal>> {
  const { userId } = person;
  const [card] = await tx
    .select({
      ...memoryColumns,
      courseId: cards.courseId,
      lessonId: cards.lessonId,
      itemId: cards.itemId,
      // Written out: in a query of one table drizzle leaves the table's name away.
      asked: isAskedNow(userId, sql`cards.item_id`),
    })
    .from(cards)
    // By its learner too: nobody may hold up a card of another.
    .where(and(eq(cards.id, cardId), eq(cards.userId, userId)))
    .for('update');
  if (card === undefined) throw new NotFound('no such card');
  if (card.reps !== reps) {
    const [before] = await tx
      .select({ id: reviews.id, answer: reviews.answer, certainty: reviews.certainty })
      .from(reviews)
      .where(and(eq(reviews.cardId, cardId), eq(reviews.reps, reps)));
    if (before?.id !== reviewId) return refuse('already-answered');
    return isSameAnswer(before.answer, answer) && before.certainty === certainty
      ? ok({ reviewId })
      : refuse('different-answer');
  }
  if (card.dueAt > now || card.asked) return refuse('not-due');
  const course = (await readableCourses(tx, person)).find(({ id }) => id === card.courseId);
  if (course === undefined) return refuse('gone');
  const [item] = await tx
    .select({ prompt: items.prompt, key: items.key })
    .from(lessonItems)
    .innerJoin(items, itemOfPlace)
    .where(and(eq(lessonItems.editionId, course.editionId), eq(lessonItems.itemId, card.itemId)));
  if (item === undefined) return refuse('gone');
  const graded = grade(item.prompt, item.key, answer);
  if (!graded.ok) return graded;
  const { mark } = graded.value;
  await tx.insert(reviews).values({
    schoolId,
    id: reviewId,
    cardId,
    userId,
    reps,
    editionId: course.editionId,
    itemId: card.itemId,
    answer,
    mark,
    certainty,
    answeredAt: now,
  });
  const place = { schoolId, userId, courseId: card.courseId, lessonId: card.lessonId, itemId: card.itemId };
  await keepCard(tx, place, schedule(card, recallOf({ mark, certainty }), now), now);
  return ok({ reviewId });
}
