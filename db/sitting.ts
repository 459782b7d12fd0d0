import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { attemptItems, attempts, responses } from './schema/learning.ts';

export type Started = { attemptId: string; position: number };

/** The open attempt of those that `at` names, and the first of its questions that waits for an answer. */
export async function findOpenSitting(tx: Tx, at: SQL | undefined): Promise<Started | null> {
  const [row] = await tx
    .select({ attemptId: attempts.id, position: attemptItems.position })
    .from(attempts)
    .innerJoin(
      attemptItems,
      and(eq(attemptItems.schoolId, attempts.schoolId), eq(attemptItems.attemptId, attempts.id)),
    )
    .leftJoin(
      responses,
      and(
        eq(responses.schoolId, attemptItems.schoolId),
        eq(responses.attemptId, attemptItems.attemptId),
        eq(responses.itemId, attemptItems.itemId),
      ),
    )
    .where(and(at, isNull(attempts.finishedAt), isNull(responses.id)))
    .orderBy(asc(attemptItems.position))
    .limit(1);
  return row ?? null;
}
