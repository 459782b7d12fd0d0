import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { canManagePeople } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { type Memory, recallOf, schedule } from '#lib/mastery/schedule.ts';
import { NotFound } from '#lib/result.ts';
import { type CardPlace, keepCard } from '../cards.ts';
import { inSchool } from '../client.ts';
import { lessonItems } from '../schema/content.ts';
import { attempts, cards, responses, reviews } from '../schema/learning.ts';

const tenMinutes = 600_000;

/**
 * Makes every card anew from the answers in quizzes and reviews, in the order in which they were given: after an
 * update that brought the cards (`onlyMissing`: where there is none at all yet), or when the rule of the schedule
 * changes. Answers wait meanwhile.
 */
export async function rebuildCards(
  actor: Viewer | 'system',
  { onlyMissing = false }: { onlyMissing?: boolean } = {},
): Promise<{ cards: number }> {
  if (actor !== 'system' && !canManagePeople(actor)) throw new NotFound('not for this person');
  return inSchool(
    actor === 'system' ? null : actor,
    async (tx, schoolId) => {
      if (onlyMissing && (await tx.select({ id: cards.id }).from(cards).limit(1)).length > 0)
        return { cards: 0 };
      await tx.execute(sql`lock table cards in share row exclusive mode`);
      const inQuizzes = await tx
        .select({
          userId: attempts.userId,
          courseId: attempts.courseId,
          lessonId: lessonItems.lessonId,
          itemId: responses.itemId,
          mark: responses.mark,
          certainty: responses.certainty,
          at: responses.answeredAt,
        })
        .from(responses)
        .innerJoin(
          attempts,
          sql`${attempts.schoolId} = ${responses.schoolId} and ${attempts.id} = ${responses.attemptId}`,
        )
        .innerJoin(
          lessonItems,
          sql`${lessonItems.schoolId} = ${attempts.schoolId} and ${lessonItems.editionId} = ${attempts.editionId}
            and ${lessonItems.itemId} = ${responses.itemId}`,
        )
        .orderBy(asc(responses.answeredAt), asc(responses.id));
      const inReviews = await tx
        .select({
          userId: cards.userId,
          courseId: cards.courseId,
          lessonId: cards.lessonId,
          itemId: cards.itemId,
          mark: reviews.mark,
          certainty: reviews.certainty,
          at: reviews.answeredAt,
        })
        .from(reviews)
        .innerJoin(cards, eq(cards.id, reviews.cardId))
        .orderBy(asc(reviews.answeredAt), asc(reviews.id));
      const made = new Map<string, { place: CardPlace; memory: Memory; at: Date }>();
      for (const answer of [...inQuizzes, ...inReviews].sort((a, b) => a.at.getTime() - b.at.getTime())) {
        const { userId, courseId, lessonId, itemId, at } = answer;
        const name = `${userId} ${courseId} ${itemId}`;
        const memory = schedule(made.get(name)?.memory ?? null, recallOf(answer), at);
        made.set(name, { place: { schoolId, userId, courseId, lessonId, itemId }, memory, at });
      }
      for (const { place, memory, at } of made.values()) await keepCard(tx, place, memory, at);
      return { cards: made.size };
    },
    { deadline: tenMinutes },
  );
}
