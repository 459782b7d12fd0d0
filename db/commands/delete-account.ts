import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { foldEmail } from '#lib/access/email.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { holdAdmins } from '../access/admins.ts';
import { requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool, type Tx } from '../client.ts';
import { isPassword } from '../password-hash.ts';
import { forget, limits, mayTry } from '../rate-limit.ts';
import { classes, classInstructors } from '../schema/classes.ts';
import { attempts } from '../schema/learning.ts';
import { users } from '../schema/people.ts';
import { taughtBy } from '../taught-by.ts';

type Deleted = {
  /** Sittings that were open: what a device still keeps of them can go too. */
  openAttempts: string[];
};
type Refusal = 'wrong-password' | 'wrong-email' | 'rate-limited' | 'last-admin';

/** Years of daily work are some ten thousand answers. */
const halfAMinute = 30_000;

/**
 * Erases the viewer and all that is theirs, once they have shown that it is they: by their password, or by their
 * address where they have none. Of their answers there stays how many each question had, and how well they did.
 * Somebody who is gone already is told the same.
 */
export async function deleteAccount(
  viewer: Viewer | null,
  input: { password: string; email: string },
  now: Date = new Date(),
): Promise<Result<Deleted, Refusal>> {
  const person = requirePerson(viewer);
  const [account] = await inSchool(
    person,
    (tx) =>
      tx
        .select({ emailFolded: users.emailFolded, passwordHash: users.passwordHash })
        .from(users)
        .where(eq(users.id, person.userId)),
    { readOnly: true },
  );
  if (account === undefined) return ok({ openAttempts: [] });
  // The same count as at sign-in: a session left open must not be a way around it.
  const limit = limits.account(account.emailFolded);
  if (!(await mayTry([limit], now))) return refuse('rate-limited');
  if (account.passwordHash === null) {
    if (foldEmail(input.email) !== account.emailFolded) return refuse('wrong-email');
  } else if (!(await isPassword(account.passwordHash, input.password))) return refuse('wrong-password');
  return inSchool(
    person,
    async (tx, schoolId) => {
      await forget(tx, limit);
      if (person.role === 'admin' && (await holdAdmins(tx, person)).length === 1) return refuse('last-admin');
      await closeClasses(tx, schoolId, person, now);
      const open = await tx
        .select({ id: attempts.id })
        .from(attempts)
        .where(and(eq(attempts.userId, person.userId), isNull(attempts.finishedAt)));
      await tx.execute(sql`select erase_person(${person.userId}, ${now.toISOString()})`);
      return ok({ openAttempts: open.map(({ id }) => id) });
    },
    { deadline: halfAMinute },
  );
}

/** A class that nobody would teach takes no newcomers any more; its learners keep what they did. */
async function closeClasses(tx: Tx, schoolId: string, person: Viewer, now: Date): Promise<void> {
  const own = tx
    .select({ id: classInstructors.classId })
    .from(classInstructors)
    .where(eq(classInstructors.userId, person.userId));
  // Of two instructors who go at the same moment, the second must see that the first is gone.
  await tx
    .select({ id: classes.id })
    .from(classes)
    .where(inArray(classes.id, own))
    .orderBy(classes.id)
    .for('update');
  for (const { id, alone } of await taughtBy(tx, person.userId)) {
    if (!alone) continue;
    await tx.update(classes).set({ archivedAt: now }).where(eq(classes.id, id));
    await audit(tx, schoolId, { actor: person, action: 'class.archived', subjectId: id }, now);
  }
}
