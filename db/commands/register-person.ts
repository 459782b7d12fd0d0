import 'server-only';
import { sql } from 'drizzle-orm';
import { foldEmail } from '#lib/access/email.ts';
import { type PasswordRefusal, refusePassword } from '#lib/access/password.ts';
import { roleOfNewcomer } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { audit } from '../audit.ts';
import { inSchool, type Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { hashPassword } from '../password-hash.ts';
import { limits, mayTry } from '../rate-limit.ts';
import { users } from '../schema/people.ts';

const firstAccountLock = 7_305_113;

/** Makes an account. The first of an install is its admin's; every other is a learner's. */
export async function registerPerson(
  viewer: Viewer | null,
  input: { name: string; email: string; password: string; address?: string },
  now: Date = new Date(),
): Promise<Result<{ userId: string }, 'email-taken' | 'rate-limited' | PasswordRefusal>> {
  const person = { name: input.name.trim(), email: input.email.trim() };
  const wrong = refusePassword(input.password, person);
  if (wrong !== null) return refuse(wrong);
  if (input.address !== undefined && !(await mayTry([limits.registration(input.address)], now)))
    return refuse('rate-limited');
  const passwordHash = await hashPassword(input.password);
  return inSchool(viewer, async (tx, schoolId) => {
    const role = roleOfNewcomer(await isFirst(tx));
    const userId = newId(now);
    const made = await tx
      .insert(users)
      .values({
        schoolId,
        id: userId,
        name: person.name,
        email: person.email,
        emailFolded: foldEmail(person.email),
        role,
        passwordHash,
        createdAt: now,
      })
      .onConflictDoNothing({ target: [users.schoolId, users.emailFolded] })
      .returning({ id: users.id });
    if (made.length === 0) return refuse('email-taken');
    await audit(
      tx,
      schoolId,
      { actor: viewer, action: 'person.registered', subjectId: userId, details: { role } },
      now,
    );
    return ok({ userId });
  });
}

/** Two who register at once into an empty install wait for each other, so that one of them is first. */
async function isFirst(tx: Tx): Promise<boolean> {
  const anybody = () => tx.select({ id: users.id }).from(users).limit(1);
  if ((await anybody()).length > 0) return false;
  await tx.execute(sql`select pg_advisory_xact_lock(${firstAccountLock})`);
  return (await anybody()).length === 0;
}
