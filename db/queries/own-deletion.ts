import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { users } from '../schema/people.ts';
import { taughtBy } from '../taught-by.ts';

export type DeletionView = {
  email: string;
  hasPassword: boolean;
  /** Nobody else could run this Lectern: then the account cannot go. */
  isLastAdmin: boolean;
  answers: number;
  notes: number;
  certificates: number;
  /** Open classes that another instructor teaches on, and those that close. */
  handedOn: string[];
  closed: string[];
};

/** What goes, what stays and what stands in the way when the viewer deletes their account. */
export async function readDeletion(viewer: Viewer | null): Promise<DeletionView> {
  const { userId, ...person } = requirePerson(viewer);
  return inSchool(
    person,
    async (tx) => {
      const [row] = await tx
        .select({
          email: users.email,
          hasPassword: sql<boolean>`${users.passwordHash} is not null`,
          isLastAdmin: sql<boolean>`users.role = 'admin' and not exists (
            select 1 from users other where other.school_id = users.school_id and other.id <> users.id
              and other.role = 'admin' and other.suspended_at is null)`,
          answers: sql<number>`(select count(*)::int from attempts a
              join responses r on r.school_id = a.school_id and r.attempt_id = a.id
              where a.school_id = users.school_id and a.user_id = users.id)
            + (select count(*)::int from reviews v
              where v.school_id = users.school_id and v.user_id = users.id)`,
          notes: sql<number>`(select count(*)::int from notes n
            where n.school_id = users.school_id and n.user_id = users.id)`,
          certificates: sql<number>`(select count(*)::int from certificates c
            where c.school_id = users.school_id and c.user_id = users.id)`,
        })
        .from(users)
        .where(eq(users.id, userId));
      if (row === undefined) throw new NotFound('no such person');
      const taught = await taughtBy(tx, userId);
      return {
        email: row.email,
        hasPassword: row.hasPassword,
        isLastAdmin: row.isLastAdmin,
        answers: row.answers,
        notes: row.notes,
        certificates: row.certificates,
        handedOn: taught.filter(({ alone }) => !alone).map(({ name }) => name),
        closed: taught.filter(({ alone }) => alone).map(({ name }) => name),
      };
    },
    { readOnly: true },
  );
}
