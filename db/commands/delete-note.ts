import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { notes } from '../schema/own.ts';

/** Takes a mark and its words away for good. */
export async function deleteNote(viewer: Viewer | null, noteId: string): Promise<void> {
  const person = requirePerson(viewer);
  const id = requireId(noteId);
  await inSchool(person, async (tx) => {
    const gone = await tx
      .delete(notes)
      .where(and(eq(notes.id, id), eq(notes.userId, person.userId)))
      .returning({ id: notes.id });
    if (gone.length === 0) throw new NotFound('no such note');
  });
}
