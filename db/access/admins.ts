import { and, asc, eq, isNull } from 'drizzle-orm';
import { canManagePeople } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import type { Tx } from '../client.ts';
import { users } from '../schema/people.ts';

/**
 * The admins, held until the transaction ends: two admins who take each other's rights away at the same
 * moment come one after the other, and the second is no admin any more.
 */
export async function holdAdmins(tx: Tx, viewer: Viewer | null): Promise<{ id: string }[]> {
  if (!canManagePeople(viewer)) throw new NotFound('not for this person');
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.suspendedAt)))
    .orderBy(asc(users.id))
    // Their own answers, which hold the key of their row, go on meanwhile.
    .for('no key update');
  if (!admins.some((admin) => admin.id === viewer.userId)) throw new NotFound('not for this person');
  return admins;
}

/** An admin may do neither of these to themselves, and least of all the last one. */
export function refusalForSelf(
  viewer: Viewer,
  userId: string,
  admins: readonly { id: string }[],
): 'last-admin' | 'self' | null {
  if (viewer.userId !== userId) return null;
  return admins.length === 1 ? 'last-admin' : 'self';
}
