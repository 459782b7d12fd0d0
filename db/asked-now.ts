import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * Whether an open quiz of this learner waits for an answer to the question, or an open exam asks it, answered or
 * not: then nothing of its key is told.
 */
export function isAskedNow(userId: string, itemId: AnyColumn | SQL) {
  return sql<boolean>`exists (
    select 1 from attempts sat
    join attempt_items served on served.school_id = sat.school_id and served.attempt_id = sat.id
    left join responses given on given.school_id = served.school_id and given.attempt_id = served.attempt_id
      and given.item_id = served.item_id
    where sat.user_id = ${userId} and sat.finished_at is null and served.item_id = ${itemId}
      and (given.id is null or sat.lesson_id is null))`;
}
