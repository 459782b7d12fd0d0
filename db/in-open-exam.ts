import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * Whether an exam that this learner has not handed in serves the question, answered or not: an exam tells how it
 * went only when it is over, and what is remembered of the question since would tell it before.
 */
export function isInOpenExam(userId: string, itemId: AnyColumn | SQL) {
  return sql<boolean>`exists (
    select 1 from attempts exam
    join attempt_items put on put.school_id = exam.school_id and put.attempt_id = exam.id
    where exam.user_id = ${userId} and exam.finished_at is null and exam.lesson_id is null
      and put.item_id = ${itemId})`;
}
