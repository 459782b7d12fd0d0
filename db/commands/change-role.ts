import 'server-only';
import { eq } from 'drizzle-orm';
import type { Role, Viewer } from '#lib/access/viewer.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { holdAdmins, refusalForSelf } from '../access/admins.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { users } from '../schema/people.ts';

/** Gives a person another role, from their next request on. */
export async function changeRole(
  viewer: Viewer | null,
  input: { userId: string; role: Role },
  now: Date = new Date(),
): Promise<Result<{ userId: string }, 'last-admin' | 'self'>> {
  const person = requirePerson(viewer);
  return inSchool(person, async (tx, schoolId) => {
    const admins = await holdAdmins(tx, person);
    const userId = requireId(input.userId);
    const refusal = refusalForSelf(person, userId, admins);
    if (refusal !== null) return refuse(refusal);
    const [before] = await tx
      .select({ role: users.role })
      .from(users)
      .where(eq(users.id, userId))
      .for('update');
    if (before === undefined) throw new NotFound('no such person');
    if (before.role === input.role) return ok({ userId });
    await tx.update(users).set({ role: input.role }).where(eq(users.id, userId));
    await audit(
      tx,
      schoolId,
      {
        actor: person,
        action: 'person.role-changed',
        subjectId: userId,
        details: { from: before.role, to: input.role },
      },
      now,
    );
    return ok({ userId });
  });
}
