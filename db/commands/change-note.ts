import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { noteWords } from '#lib/course/note-words.ts';
import { NotFound, ok, type Result } from '#lib/result.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { notes } from '../schema/own.ts';

/** Puts other words to a passage that was marked, or none; the passage stays. */
export async function changeNote(
  viewer: Viewer | null,
  input: { noteId: string; words: string },
  now: Date = new Date(),
): Promise<Result<null, 'words-too-long'>> {
  const person = requirePerson(viewer);
  const noteId = requireId(input.noteId);
  return inSchool(person, async (tx) => {
    const mine = and(eq(notes.id, noteId), eq(notes.userId, person.userId));
    const [there] = await tx.select({ id: notes.id }).from(notes).where(mine);
    if (there === undefined) throw new NotFound('no such note');
    const words = noteWords(input.words);
    if (!words.ok) return words;
    await tx.update(notes).set({ words: words.value, updatedAt: now }).where(mine);
    return ok(null);
  });
}
