import 'server-only';
import { and, eq } from 'drizzle-orm';
import { canAnswer } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { scoreOf, shareOf } from '#lib/grading/score.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { responseToServed } from '../joins.ts';
import { addProgress, keepMastery } from '../progress-rollup.ts';
import { attemptItems, attempts, responses } from '../schema/learning.ts';

/**
 * Ends an attempt before its last question; what was left open earns nothing. One in which nothing was
 * answered is no sitting and stays open. Finishing again changes nothing.
 */
export async function finishAttempt(
  viewer: Viewer | null,
  attemptId: string,
  now: Date = new Date(),
): Promise<Result<{ attemptId: string }, 'unanswered'>> {
  const person = requirePerson(viewer);
  const id = requireId(attemptId);
  return inSchool(person, async (tx, schoolId) => {
    const [attempt] = await tx
      .select({
        userId: attempts.userId,
        courseId: attempts.courseId,
        lessonId: attempts.lessonId,
        finishedAt: attempts.finishedAt,
      })
      .from(attempts)
      .where(and(eq(attempts.id, id), eq(attempts.userId, person.userId)))
      .for('update');
    if (attempt === undefined || !canAnswer(person, attempt)) throw new NotFound('no such attempt');
    if (attempt.finishedAt !== null) return ok({ attemptId: id });
    const served = await tx
      .select({ mark: responses.mark })
      .from(attemptItems)
      .leftJoin(responses, responseToServed)
      .where(eq(attemptItems.attemptId, id));
    const marks = served.flatMap((item) => (item.mark === null ? [] : [item.mark]));
    if (marks.length === 0) return refuse('unanswered');
    const { score, maxScore } = scoreOf(marks, served.length);
    await tx.update(attempts).set({ finishedAt: now, score, maxScore }).where(eq(attempts.id, id));
    if (attempt.lessonId === null)
      await keepMastery(tx, { attemptId: id, userId: attempt.userId, courseId: attempt.courseId });
    else
      await addProgress(
        tx,
        {
          schoolId,
          userId: attempt.userId,
          courseId: attempt.courseId,
          lessonId: attempt.lessonId,
          answers: 0,
          share: shareOf({ score, maxScore }),
        },
        now,
      );
    return ok({ attemptId: id });
  });
}
