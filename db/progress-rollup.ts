import { and, eq, sql } from 'drizzle-orm';
import { afterExam, allRight } from '#lib/mastery/mastered.ts';
import { prepared, type Tx } from './client.ts';
import { finishedExamParts } from './exam-parts.ts';
import { lessonProgress } from './schema/learning.ts';

const upsert = prepared((tx) =>
  tx
    .insert(lessonProgress)
    .values({
      schoolId: sql.placeholder('schoolId'),
      userId: sql.placeholder('userId'),
      courseId: sql.placeholder('courseId'),
      lessonId: sql.placeholder('lessonId'),
      attempts: sql.placeholder('attempts'),
      answers: sql.placeholder('answers'),
      bestShare: sql.placeholder('share'),
      lastShare: sql.placeholder('share'),
      lastFinishedAt: sql`${sql.placeholder('finishedAt')}::timestamptz`,
      lastActiveAt: sql.placeholder('now'),
    })
    .onConflictDoUpdate({
      target: [
        lessonProgress.schoolId,
        lessonProgress.userId,
        lessonProgress.courseId,
        lessonProgress.lessonId,
      ],
      set: {
        attempts: sql`${lessonProgress.attempts} + excluded.attempts`,
        answers: sql`${lessonProgress.answers} + excluded.answers`,
        // Of a share and null, `greatest` takes the share.
        bestShare: sql`greatest(${lessonProgress.bestShare}, excluded.best_share)`,
        lastShare: sql`coalesce(excluded.last_share, ${lessonProgress.lastShare})`,
        lastFinishedAt: sql`coalesce(excluded.last_finished_at, ${lessonProgress.lastFinishedAt})`,
        // As `afterQuiz` has it; without a share nothing was finished.
        mastered: sql`${lessonProgress.mastered} and coalesce(excluded.last_share, 1) >= ${allRight}`,
        lastActiveAt: sql`greatest(${lessonProgress.lastActiveAt}, excluded.last_active_at)`,
      },
    })
    .prepare('add_progress'),
);

export type ProgressStep = {
  schoolId: string;
  userId: string;
  courseId: string;
  lessonId: string;
  /** Answers given in this step. */
  answers: number;
  /** The share of the attempt that this step has finished; null if it finished none. */
  share: number | null;
};

/** Adds one step to the rollup, in the transaction that makes the step. */
export async function addProgress(tx: Tx, step: ProgressStep, now: Date): Promise<void> {
  await upsert(tx).execute({
    schoolId: step.schoolId,
    userId: step.userId,
    courseId: step.courseId,
    lessonId: step.lessonId,
    attempts: step.share === null ? 0 : 1,
    answers: step.answers,
    share: step.share,
    finishedAt: step.share === null ? null : now.toISOString(),
    now,
  });
}

/** What an exam says of the lessons in it, in the transaction that has finished it. */
export async function keepMastery(
  tx: Tx,
  exam: { attemptId: string; userId: string; courseId: string },
): Promise<void> {
  const { attemptId, userId, courseId } = exam;
  const ofCourse = and(eq(lessonProgress.userId, userId), eq(lessonProgress.courseId, courseId));
  const standings = await tx
    .select({
      lessonId: lessonProgress.lessonId,
      lastShare: lessonProgress.lastShare,
      lastFinishedAt: lessonProgress.lastFinishedAt,
      mastered: lessonProgress.mastered,
    })
    .from(lessonProgress)
    .where(ofCourse)
    .for('update');
  const parts = await finishedExamParts(tx, attemptId);
  for (const { lessonId, ...standing } of standings) {
    const part = parts.find((each) => each.lessonId === lessonId);
    if (part === undefined) continue;
    const { mastered } = afterExam(standing, part);
    if (mastered !== standing.mastered)
      await tx
        .update(lessonProgress)
        .set({ mastered })
        .where(and(ofCourse, eq(lessonProgress.lessonId, lessonId)));
  }
}
