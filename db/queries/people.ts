import 'server-only';
import { and, asc, desc, eq, gt, ilike, isNull, or, sql } from 'drizzle-orm';
import { canManagePeople } from '#lib/access/policy.ts';
import type { Role, Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { sessions, users } from '../schema/people.ts';

export type PersonView = {
  id: string;
  name: string;
  email: string;
  role: Role;
  suspended: boolean;
  createdAt: Date;
  /** The latest sign-in; null for somebody who never signed in. */
  lastSignInAt: Date | null;
};

export type PeopleView = { people: PersonView[]; total: number; page: number; pages: number };

export type SessionView = { id: string; createdAt: Date; userAgent: string; current: boolean };

export type OwnAccountView = { name: string; email: string; role: Role; createdAt: Date };

const pageSize = 50;

/** Everybody with an account, for admins; `search` looks in names and addresses. */
export async function listPeople(
  viewer: Viewer | null,
  input: { search?: string; page?: number },
): Promise<PeopleView> {
  if (!canManagePeople(viewer)) throw new NotFound('not for this person');
  const words = (input.search ?? '').replaceAll('\0', '').trim().slice(0, 100);
  // What is typed is looked for as it is: the signs of a pattern mean themselves.
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const found = words === '' ? undefined : or(ilike(users.name, pattern), ilike(users.email, pattern));
  return inSchool(
    viewer,
    async (tx) => {
      const [count] = await tx.select({ total: sql<number>`count(*)::int` }).from(users).where(found);
      const total = count?.total ?? 0;
      const pages = Math.max(1, Math.ceil(total / pageSize));
      const page = Math.min(Math.max(1, Math.trunc(input.page ?? 1) || 1), pages);
      const rows = await tx
        .select({
          id: users.id,
          name: users.name,
          email: users.email,
          role: users.role,
          suspendedAt: users.suspendedAt,
          createdAt: users.createdAt,
          lastSignInAt: sql<string | null>`(select max(s.created_at) from sessions s
            where s.school_id = users.school_id and s.user_id = users.id)`,
        })
        .from(users)
        .where(found)
        .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
        .limit(pageSize)
        .offset((page - 1) * pageSize);
      const people = rows.map((row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        role: row.role,
        suspended: row.suspendedAt !== null,
        createdAt: row.createdAt,
        lastSignInAt: row.lastSignInAt === null ? null : new Date(row.lastSignInAt),
      }));
      return { people, total, page, pages };
    },
    { readOnly: true },
  );
}

/** The viewer's own sessions that still open the door, the newest first. */
export async function listSessions(viewer: Viewer | null, now: Date = new Date()): Promise<SessionView[]> {
  const person = requirePerson(viewer);
  const rows = await inSchool(
    person,
    (tx) =>
      tx
        .select({ id: sessions.id, createdAt: sessions.createdAt, userAgent: sessions.userAgent })
        .from(sessions)
        .innerJoin(users, and(eq(users.schoolId, sessions.schoolId), eq(users.id, sessions.userId)))
        .where(
          and(
            eq(sessions.userId, person.userId),
            eq(sessions.version, users.sessionVersion),
            isNull(sessions.revokedAt),
            gt(sessions.expiresAt, now),
          ),
        )
        .orderBy(desc(sessions.createdAt))
        .limit(100),
    { readOnly: true },
  );
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt,
    userAgent: row.userAgent,
    current: row.id === person.sessionId,
  }));
}

export async function readOwnAccount(viewer: Viewer | null): Promise<OwnAccountView> {
  const person = requirePerson(viewer);
  const [row] = await inSchool(
    person,
    (tx) =>
      tx
        .select({ name: users.name, email: users.email, role: users.role, createdAt: users.createdAt })
        .from(users)
        .where(eq(users.id, person.userId)),
    { readOnly: true },
  );
  if (row === undefined) throw new NotFound('no such person');
  return row;
}
