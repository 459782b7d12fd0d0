import 'server-only';
import { eq } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { holdAdmins } from '../access/admins.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { users } from '../schema/people.ts';

/** Lets a suspended person sign in again. */
export async function restorePerson(
  viewer: Viewer | null,
  userId: string,
  now: Date = new Date(),
): Promise<void> {
  const person = requirePerson(viewer);
  await inSchool(person, async (tx, schoolId) => {
    await holdAdmins(tx, person);
    const id = requireId(userId);
    const [before] = await tx
      .select({ suspendedAt: users.suspendedAt })
      .from(users)
      .where(eq(users.id, id))
      .for('update');
    if (before === undefined) throw new NotFound('no such person');
    if (before.suspendedAt === null) return;
    await tx.update(users).set({ suspendedAt: null }).where(eq(users.id, id));
    await audit(tx, schoolId, { actor: person, action: 'person.restored', subjectId: id }, now);
  });
}
