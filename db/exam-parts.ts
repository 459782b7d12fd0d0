import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { ExamPart } from '#lib/mastery/mastered.ts';
import type { Tx } from './client.ts';
import { placeOfServed, responseToServed, servedByAttempt } from './joins.ts';
import { lessonItems } from './schema/content.ts';
import { attemptItems, attempts, responses } from './schema/learning.ts';

export type FinishedPart = ExamPart & {
  userId: string;
  courseId: string;
  lessonId: string;
  finishedAt: Date;
};

/** What finished exams asked of each lesson, and what it earned there: of one exam, or of all. */
export async function finishedExamParts(tx: Tx, attemptId: string | null): Promise<FinishedPart[]> {
  const rows = await tx
    .select({
      userId: attempts.userId,
      courseId: attempts.courseId,
      lessonId: lessonItems.lessonId,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      asked: sql<number>`count(*)::int`,
      share: sql<number>`sum(coalesce(${responses.mark}, 0)) / count(*)`,
    })
    .from(attempts)
    .innerJoin(attemptItems, servedByAttempt)
    .innerJoin(lessonItems, placeOfServed)
    .leftJoin(responses, responseToServed)
    .where(
      and(
        isNull(attempts.lessonId),
        isNotNull(attempts.finishedAt),
        attemptId === null ? undefined : eq(attempts.id, attemptId),
      ),
    )
    .groupBy(attempts.schoolId, attempts.id, lessonItems.lessonId);
  return rows.flatMap(({ finishedAt, ...row }) => (finishedAt === null ? [] : [{ ...row, finishedAt }]));
}
