import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/** On how many days since `from` a learner has answered anything, in a quiz or in review; days by UTC. */
export async function countAnswerDays(tx: Tx, userId: string, from: Date): Promise<number> {
  const since = sql`${from.toISOString()}::timestamptz`;
  // What is answered lately stands in an attempt that is open, or was finished since.
  const [row] = await tx.execute<{ days: number }>(sql`
    select count(distinct day)::int as days from (
      select (r.answered_at at time zone 'UTC')::date as day
      from attempts a join responses r on r.school_id = a.school_id and r.attempt_id = a.id
      where a.user_id = ${userId} and (a.finished_at is null or a.finished_at >= ${since})
        and r.answered_at >= ${since}
      union all
      select (v.answered_at at time zone 'UTC')::date from reviews v
      where v.user_id = ${userId} and v.answered_at >= ${since}
    ) answered`);
  return row?.days ?? 0;
}
