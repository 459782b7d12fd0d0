import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { disputes } from '../schema/own.ts';

/** What a learner has written about a question that seems wrong to them. */
export type DisputeView = { words: string; quote: string; sentAt: Date };

export async function disputeOf(
  tx: Tx,
  userId: string,
  editionId: string,
  itemId: string,
): Promise<DisputeView | null> {
  const [row] = await tx
    .select({ words: disputes.words, quote: disputes.quote, sentAt: disputes.createdAt })
    .from(disputes)
    .where(and(eq(disputes.userId, userId), eq(disputes.editionId, editionId), eq(disputes.itemId, itemId)));
  return row ?? null;
}
