import { type AnyColumn, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import { attempts } from './schema/learning.ts';

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

/** Attempts whose answers may be told of: of an exam, none before it is handed in. */
export const isTold = or(isNotNull(attempts.lessonId), isNotNull(attempts.finishedAt));
