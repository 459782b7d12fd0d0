import { and, asc, isNull, type SQL } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { responseToServed, servedByAttempt } from './joins.ts';
import { attemptItems, attempts, responses } from './schema/learning.ts';

export type Started = { attemptId: string; position: number };

/** The open attempt of those that `at` names, and the first of its questions that waits for an answer. */
export async function findOpenSitting(tx: Tx, at: SQL | undefined): Promise<Started | null> {
  const [row] = await tx
    .select({ attemptId: attempts.id, position: attemptItems.position })
    .from(attempts)
    .innerJoin(attemptItems, servedByAttempt)
    .leftJoin(responses, responseToServed)
    .where(and(at, isNull(attempts.finishedAt), isNull(responses.id)))
    .orderBy(asc(attemptItems.position))
    .limit(1);
  return row ?? null;
}
