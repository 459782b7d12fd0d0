import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Level, levelOf } from '#lib/mastery/level.ts';
import { prepared, type Tx } from './client.ts';
import { attempts, lessonProgress } from './schema/learning.ts';

export type LessonProgressView = {
  /** Finished attempts. */
  attempts: number;
  answers: number;
  bestShare: number | null;
  lastShare: number | null;
  level: Level | null;
  openAttempt: { id: string; answered: number; total: number } | null;
  lastActiveAt: Date;
};

/** How many items an attempt of the outer query serves, and how many of them are answered. */
export const totalOf = sql<number>`(select count(*)::int from attempt_items i
  where i.school_id = attempts.school_id and i.attempt_id = attempts.id)`;
export const answeredOf = sql<number>`(select count(*)::int from responses r
  where r.school_id = attempts.school_id and r.attempt_id = attempts.id)`;

const progressRows = prepared((tx) =>
  tx
    .select({
      lessonId: lessonProgress.lessonId,
      attempts: lessonProgress.attempts,
      answers: lessonProgress.answers,
      bestShare: lessonProgress.bestShare,
      lastShare: lessonProgress.lastShare,
      mastered: lessonProgress.mastered,
      lastActiveAt: lessonProgress.lastActiveAt,
      openId: attempts.id,
      answered: answeredOf,
      total: totalOf,
    })
    .from(lessonProgress)
    .leftJoin(
      attempts,
      and(
        eq(attempts.schoolId, lessonProgress.schoolId),
        eq(attempts.userId, lessonProgress.userId),
        eq(attempts.courseId, lessonProgress.courseId),
        eq(attempts.lessonId, lessonProgress.lessonId),
        isNull(attempts.finishedAt),
      ),
    )
    .where(
      and(
        eq(lessonProgress.userId, sql.placeholder('userId')),
        eq(lessonProgress.courseId, sql.placeholder('courseId')),
      ),
    )
    .prepare('progress_rows'),
);

/** Where one person stands in each lesson of a course that they have begun. */
export async function progressIn(
  tx: Tx,
  userId: string,
  courseId: string,
): Promise<Map<string, LessonProgressView>> {
  const rows = await progressRows(tx).execute({ userId, courseId });
  return new Map(
    rows.map((row) => [
      row.lessonId,
      {
        attempts: row.attempts,
        answers: row.answers,
        bestShare: row.bestShare,
        lastShare: row.lastShare,
        level: levelOf(row),
        openAttempt:
          row.openId === null ? null : { id: row.openId, answered: row.answered, total: row.total },
        lastActiveAt: row.lastActiveAt,
      },
    ]),
  );
}
