import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { holdAdmins, refusalForSelf } from '../access/admins.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { users } from '../schema/people.ts';

/** Shuts a person out from their next request on, and ends their sessions for good. */
export async function suspendPerson(
  viewer: Viewer | null,
  userId: string,
  now: Date = new Date(),
): Promise<Result<{ userId: string }, 'last-admin' | 'self'>> {
  const person = requirePerson(viewer);
  return inSchool(person, async (tx, schoolId) => {
    const admins = await holdAdmins(tx, person);
    const id = requireId(userId);
    const refusal = refusalForSelf(person, id, admins);
    if (refusal !== null) return refuse(refusal);
    const [before] = await tx
      .select({ suspendedAt: users.suspendedAt })
      .from(users)
      .where(eq(users.id, id))
      .for('update');
    if (before === undefined) throw new NotFound('no such person');
    if (before.suspendedAt !== null) return ok({ userId: id });
    await tx
      .update(users)
      .set({ suspendedAt: now, sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, id));
    await audit(tx, schoolId, { actor: person, action: 'person.suspended', subjectId: id }, now);
    return ok({ userId: id });
  });
}
