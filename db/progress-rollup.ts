import { sql } from 'drizzle-orm';
import { prepared, type Tx } from './client.ts';
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
    now,
  });
}
