import 'server-only';
import { and, desc, eq, lt, not, or, type SQL, sql } from 'drizzle-orm';
import { isAskedNow } from '../asked-now.ts';
import type { Tx } from '../client.ts';
import { cards, responses } from '../schema/learning.ts';

/** The answer of one attempt to the question of the outer card: by its name in the index, and by no other way. */
const answerIn = sql`lateral (select * from responses r
  where r.school_id = own.school_id and r.attempt_id = a.id and r.item_id = own.item_id limit 1) r`;

/**
 * The latest answer to the question of the outer `own` card: in a quiz, in a finished exam or in review. Each of the
 * three is a few steps into an index, from its newest end: attempts at a lesson follow one another, and so do reviews
 * of a card. What an open exam holds is not told before it is handed in.
 */
const latestOf = sql`lateral (
  select * from (
    (select v.id as review_id, null::uuid as attempt_id, v.edition_id, v.answer, v.mark, v.certainty, v.answered_at
      from reviews v where v.school_id = own.school_id and v.card_id = own.id order by v.reps desc limit 1)
    union all
    (select null::uuid, a.id, a.edition_id, r.answer, r.mark, r.certainty, r.answered_at
      from attempts a cross join ${answerIn}
      where a.school_id = own.school_id and a.user_id = own.user_id and a.course_id = own.course_id
        and a.lesson_id = own.lesson_id order by a.number desc limit 1)
    union all
    (select null::uuid, a.id, a.edition_id, r.answer, r.mark, r.certainty, r.answered_at
      from attempts a cross join ${answerIn}
      where a.school_id = own.school_id and a.user_id = own.user_id and a.course_id = own.course_id
        and a.lesson_id is null and a.finished_at is not null order by a.lesson_id desc, a.number desc limit 1)
  ) each order by answered_at desc limit 1) latest`;

/** Where a list of answers goes on: after the card that was shown last. */
export type After = { lastAt: Date; cardId: string };

/**
 * The latest answer of a learner to each question that they have met, the last met first; none that an open quiz asks
 * just now, since its answer is not given yet. The cards are put in order before any answer is looked up, so that
 * whoever takes the first few pays for no more than those.
 */
export function latestAnswers(
  tx: Tx,
  userId: string,
  { courseId, after, only }: { courseId?: string; after?: After | null; only?: SQL } = {},
) {
  const own = tx
    .select({
      schoolId: cards.schoolId,
      id: cards.id,
      userId: cards.userId,
      courseId: cards.courseId,
      lessonId: cards.lessonId,
      itemId: cards.itemId,
      lastAt: cards.lastAt,
    })
    .from(cards)
    .where(
      and(
        eq(cards.userId, userId),
        courseId === undefined ? undefined : eq(cards.courseId, courseId),
        after == null
          ? undefined
          : or(
              lt(cards.lastAt, after.lastAt),
              and(eq(cards.lastAt, after.lastAt), lt(cards.id, after.cardId)),
            ),
      ),
    )
    .orderBy(desc(cards.lastAt), desc(cards.id))
    .as('own');
  // Names of their own: drizzle writes what is computed without its table.
  return tx
    .select({
      cardId: own.id,
      courseId: own.courseId,
      itemId: own.itemId,
      lastAt: own.lastAt,
      reviewId: sql<string | null>`latest.review_id`.as('latest_review_id'),
      attemptId: sql<string | null>`latest.attempt_id`.as('latest_attempt_id'),
      editionId: sql<string>`latest.edition_id`.as('latest_edition_id'),
      answer: sql`latest.answer`.mapWith(responses.answer).as('latest_answer'),
      mark: sql<number>`latest.mark`.mapWith(responses.mark).as('latest_mark'),
      certainty: sql<number | null>`latest.certainty`.as('latest_certainty'),
      answeredAt: sql`latest.answered_at`.mapWith(responses.answeredAt).as('latest_answered_at'),
    })
    .from(own)
    .innerJoin(latestOf, sql`true`)
    .where(and(only, not(isAskedNow(userId, own.itemId))))
    .orderBy(desc(own.lastAt), desc(own.id));
}

/** Of answers to questions: those that were not all right. */
export const notAllRight = sql`latest.mark < 1`;
