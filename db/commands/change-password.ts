import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { type PasswordRefusal, refusePassword } from '#lib/access/password.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { hashPassword, isPassword } from '../password-hash.ts';
import { forget, limits, mayTry } from '../rate-limit.ts';
import { sessions, users } from '../schema/people.ts';

/**
 * Sets a new password and ends every other session. The one that asks goes on, with the version that is
 * returned: its cookie must be written anew.
 */
export async function changePassword(
  viewer: Viewer | null,
  input: { current: string; next: string },
  now: Date = new Date(),
): Promise<Result<{ sessionVersion: number }, 'wrong-password' | 'rate-limited' | PasswordRefusal>> {
  const person = requirePerson(viewer);
  const [account] = await inSchool(
    person,
    (tx) =>
      tx
        .select({ email: users.email, emailFolded: users.emailFolded, passwordHash: users.passwordHash })
        .from(users)
        .where(eq(users.id, person.userId)),
    { readOnly: true },
  );
  if (account === undefined) throw new NotFound('no such person');
  const wrong = refusePassword(input.next, { email: account.email, name: person.name });
  if (wrong !== null) return refuse(wrong);
  // The same count as at sign-in: a session left open must not be a way around it.
  const limit = limits.account(account.emailFolded);
  if (!(await mayTry([limit], now))) return refuse('rate-limited');
  if (!(await isPassword(account.passwordHash, input.current))) return refuse('wrong-password');
  const passwordHash = await hashPassword(input.next);
  return inSchool(person, async (tx, schoolId) => {
    await forget(tx, limit);
    const [row] = await tx
      .update(users)
      .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, person.userId))
      .returning({ sessionVersion: users.sessionVersion });
    if (row === undefined) throw new NotFound('no such person');
    await tx.update(sessions).set({ version: row.sessionVersion }).where(eq(sessions.id, person.sessionId));
    await audit(
      tx,
      schoolId,
      { actor: person, action: 'person.password-changed', subjectId: person.userId },
      now,
    );
    return ok({ sessionVersion: row.sessionVersion });
  });
}
