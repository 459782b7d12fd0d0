import 'server-only';
import { and, eq } from 'drizzle-orm';
import { canAnswer } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { attemptItems, attempts } from '../schema/learning.ts';

type Input = { attemptId: string; position: number; marked: boolean };
type Refusal = 'attempt-finished' | 'not-served';

/**
 * Puts the learner's mark on a question of an open attempt, to come back to it, or takes it away. It says which of
 * both is wanted, so that a retry changes nothing.
 */
export async function markQuestion(
  viewer: Viewer | null,
  input: Input,
): Promise<Result<{ marked: boolean }, Refusal>> {
  const person = requirePerson(viewer);
  const id = requireId(input.attemptId);
  const { position, marked } = input;
  if (!Number.isInteger(position) || position < 1 || position > 1000) return refuse('not-served');
  return inSchool(person, async (tx) => {
    const [attempt] = await tx
      .select({ userId: attempts.userId, finishedAt: attempts.finishedAt })
      .from(attempts)
      // By its learner too: nobody may hold up an attempt of another.
      .where(and(eq(attempts.id, id), eq(attempts.userId, person.userId)))
      .for('share');
    if (attempt === undefined || !canAnswer(person, attempt)) throw new NotFound('no such attempt');
    if (attempt.finishedAt !== null) return refuse('attempt-finished');
    const changed = await tx
      .update(attemptItems)
      .set({ marked })
      .where(and(eq(attemptItems.attemptId, id), eq(attemptItems.position, position)))
      .returning({ position: attemptItems.position });
    return changed.length === 0 ? refuse('not-served') : ok({ marked });
  });
}
