import 'server-only';
import { eq } from 'drizzle-orm';
import { foldEmail } from '#lib/access/email.ts';
import type { Role, Viewer } from '#lib/access/viewer.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { inSchool } from '../client.ts';
import { newId } from '../new-id.ts';
import { isPassword } from '../password-hash.ts';
import { forget, giveBack, limits, mayTry } from '../rate-limit.ts';
import { sessions, users } from '../schema/people.ts';

const sessionMs = 14 * 24 * 60 * 60_000;

/**
 * Checks a password and begins a session. An unknown address and a wrong password give one answer, after
 * the same work; that an account is suspended is told only to whoever knows its password.
 */
export async function signIn(
  viewer: Viewer | null,
  input: { email: string; password: string; userAgent: string; address: string },
  now: Date = new Date(),
): Promise<
  Result<
    { userId: string; sessionId: string; sessionVersion: number; name: string; role: Role },
    'no-match' | 'rate-limited' | 'suspended'
  >
> {
  const emailFolded = foldEmail(input.email);
  const account = limits.account(emailFolded);
  const address = limits.address(input.address);
  if (!(await mayTry([account, address], now))) return refuse('rate-limited');
  const person = await findPerson(viewer, emailFolded);
  // Outside any transaction: the check takes longer than all our statements.
  const isRight = await isPassword(person?.passwordHash ?? null, input.password);
  if (person === null || !isRight) return refuse('no-match');
  return inSchool(viewer, async (tx, schoolId) => {
    await giveBack(tx, address);
    await forget(tx, account);
    if (person.suspendedAt !== null) return refuse('suspended');
    const sessionId = newId(now);
    await tx.insert(sessions).values({
      schoolId,
      id: sessionId,
      userId: person.id,
      version: person.sessionVersion,
      createdAt: now,
      expiresAt: new Date(now.getTime() + sessionMs),
      userAgent: input.userAgent.replaceAll('\0', '').slice(0, 300),
    });
    return ok({
      userId: person.id,
      sessionId,
      sessionVersion: person.sessionVersion,
      name: person.name,
      role: person.role,
    });
  });
}

async function findPerson(viewer: Viewer | null, emailFolded: string) {
  // No address holds this character, and Postgres takes no text with it.
  if (emailFolded.includes('\0')) return null;
  const [row] = await inSchool(
    viewer,
    (tx) =>
      tx
        .select({
          id: users.id,
          passwordHash: users.passwordHash,
          sessionVersion: users.sessionVersion,
          name: users.name,
          role: users.role,
          suspendedAt: users.suspendedAt,
        })
        .from(users)
        .where(eq(users.emailFolded, emailFolded)),
    { readOnly: true },
  );
  return row ?? null;
}
