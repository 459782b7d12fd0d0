import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { standsIn } from '#lib/text/stands-in.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool, type Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { responseToServed, servedByAttempt } from '../joins.ts';
import { attemptItems, attempts, responses, reviews } from '../schema/learning.ts';
import { disputes } from '../schema/own.ts';
import { isStorableText } from '../storable-answer.ts';

/** Where the question was answered: an item's own id says too much to be sent to a browser. */
export type Seen = { attemptId: string; position: number } | { reviewId: string };

type Input = {
  /** Made by the client, so that a retry is the same dispute. */
  disputeId: string;
  seen: Seen;
  words: string;
  /** Words of the lesson; empty for none. */
  quote: string;
};
type Refusal = 'quote-not-found' | 'already-sent' | 'unfit';

/**
 * Keeps that a learner finds a question wrong, which they have answered: one for each question of an edition. What
 * is quoted must stand in that edition, so that whoever looks into it finds the place.
 */
export async function disputeQuestion(
  viewer: Viewer | null,
  input: Input,
  now: Date = new Date(),
): Promise<Result<{ disputeId: string }, Refusal>> {
  const person = requirePerson(viewer);
  const id = requireId(input.disputeId);
  const words = input.words.trim();
  const quote = input.quote.replace(/\s+/g, ' ').trim();
  return inSchool(person, async (tx, schoolId) => {
    const asked = await answeredQuestion(tx, person, input.seen);
    if (words.length === 0 || words.length > 2000 || quote.length > 1000) return refuse('unfit');
    if (![words, quote].every(isStorableText)) return refuse('unfit');
    if (quote !== '') {
      const { text } = await loadEdition(tx, schoolId, asked.editionId);
      if (!standsIn(text, quote)) return refuse('quote-not-found');
    }
    const { editionId, itemId, attemptId } = asked;
    const made = await tx
      .insert(disputes)
      .values({
        schoolId,
        id,
        userId: person.userId,
        editionId,
        itemId,
        attemptId,
        quote,
        words,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: disputes.id });
    if (made.length > 0) return ok({ disputeId: id });
    const [before] = await tx
      .select({ words: disputes.words, quote: disputes.quote })
      .from(disputes)
      .where(and(eq(disputes.id, id), eq(disputes.userId, person.userId), eq(disputes.itemId, itemId)));
    return before?.words === words && before.quote === quote ? ok({ disputeId: id }) : refuse('already-sent');
  });
}

type Asked = { editionId: string; itemId: string; attemptId: string | null };

/** A question that this person has answered, there; one that waits for its answer is no matter of dispute yet. */
async function answeredQuestion(tx: Tx, person: Viewer, seen: Seen): Promise<Asked> {
  const [row]: Asked[] =
    'reviewId' in seen
      ? (
          await tx
            .select({ editionId: reviews.editionId, itemId: reviews.itemId })
            .from(reviews)
            .where(and(eq(reviews.id, requireId(seen.reviewId)), eq(reviews.userId, person.userId)))
        ).map((review) => ({ ...review, attemptId: null }))
      : await tx
          .select({
            editionId: attempts.editionId,
            itemId: responses.itemId,
            attemptId: attempts.id,
          })
          .from(attempts)
          .innerJoin(attemptItems, servedByAttempt)
          .innerJoin(responses, responseToServed)
          .where(
            and(
              eq(attempts.id, requireId(seen.attemptId)),
              eq(attempts.userId, person.userId),
              eq(attemptItems.position, seen.position),
            ),
          );
  if (row === undefined) throw new NotFound('no such answer');
  return row;
}
