import 'server-only';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { foldEmail } from '#lib/access/email.ts';
import type { Role, Viewer } from '#lib/access/viewer.ts';
import { inSchool, isId, prepared } from '../client.ts';
import { sessions, users } from '../schema/people.ts';

export type SignInRecord = {
  userId: string;
  passwordHash: string | null;
  sessionVersion: number;
  name: string;
  role: Role;
  suspended: boolean;
};

const viewerBySession = prepared((tx) =>
  tx
    .select({ schoolId: users.schoolId, userId: users.id, name: users.name, role: users.role })
    .from(sessions)
    .innerJoin(users, and(eq(users.schoolId, sessions.schoolId), eq(users.id, sessions.userId)))
    .where(
      and(
        eq(sessions.id, sql.placeholder('sessionId')),
        eq(sessions.version, sql.placeholder('version')),
        eq(sessions.version, users.sessionVersion),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql.placeholder('now')),
        isNull(users.suspendedAt),
      ),
    )
    .prepare('viewer_by_session'),
);

/** Who a session belongs to as things stand now; null once it is over, revoked, or its person suspended. */
export async function findViewer(
  sessionId: string,
  version: number,
  now: Date = new Date(),
): Promise<Viewer | null> {
  if (!isId(sessionId) || !Number.isInteger(version)) return null;
  const [row] = await inSchool(
    null,
    (tx) => viewerBySession(tx).execute({ sessionId, version, now: now.toISOString() }),
    { readOnly: true },
  );
  if (row === undefined) return null;
  return { schoolId: row.schoolId, userId: row.userId, sessionId, name: row.name, role: row.role };
}

export async function findSignIn(email: string): Promise<SignInRecord | null> {
  const [row] = await inSchool(
    null,
    (tx) =>
      tx
        .select({
          userId: users.id,
          passwordHash: users.passwordHash,
          sessionVersion: users.sessionVersion,
          name: users.name,
          role: users.role,
          suspendedAt: users.suspendedAt,
        })
        .from(users)
        .where(eq(users.emailFolded, foldEmail(email))),
    { readOnly: true },
  );
  if (row === undefined) return null;
  return {
    userId: row.userId,
    passwordHash: row.passwordHash,
    sessionVersion: row.sessionVersion,
    name: row.name,
    role: row.role,
    suspended: row.suspendedAt !== null,
  };
}

/** Whether nobody has an account yet: the first becomes the admin. */
export async function isFreshInstall(): Promise<boolean> {
  const rows = await inSchool(null, (tx) => tx.select({ id: users.id }).from(users).limit(1), {
    readOnly: true,
  });
  return rows.length === 0;
}

/** The install's one school: for command lines, which act as people who have not signed in. */
export async function findSchoolId(): Promise<string> {
  return inSchool(null, async (_tx, schoolId) => schoolId, { readOnly: true });
}
