import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { users } from '../schema/people.ts';

/** Ends every session of the viewer, this one too: their tokens name an older version. */
export async function signOutEverywhere(viewer: Viewer | null, now: Date = new Date()): Promise<void> {
  const person = requirePerson(viewer);
  await inSchool(person, async (tx, schoolId) => {
    await tx
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, person.userId));
    await audit(
      tx,
      schoolId,
      { actor: person, action: 'person.signed-out-everywhere', subjectId: person.userId },
      now,
    );
  });
}
