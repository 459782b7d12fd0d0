import 'server-only';
import type { Viewer } from '#lib/access/viewer.ts';
import { requirePerson } from '../access/person.ts';
import { endSession } from './end-session.ts';

/** Ends the session that asks. */
export async function signOut(viewer: Viewer | null, now: Date = new Date()): Promise<void> {
  const person = requirePerson(viewer);
  await endSession(person, person.sessionId, now);
}
