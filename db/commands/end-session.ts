import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { sessions } from '../schema/people.ts';

/** Ends one of the viewer's own sessions; one that has ended stays ended. */
export async function endSession(
  viewer: Viewer | null,
  sessionId: string,
  now: Date = new Date(),
): Promise<void> {
  const person = requirePerson(viewer);
  const id = requireId(sessionId);
  await inSchool(person, async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: sql`coalesce(${sessions.revokedAt}, ${now.toISOString()})` })
      .where(and(eq(sessions.id, id), eq(sessions.userId, person.userId)))
      .returning({ id: sessions.id });
    if (ended.length === 0) throw new NotFound('no such session');
  });
}
