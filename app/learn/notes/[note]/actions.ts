'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { changeNote } from '#db/commands/change-note.ts';
import { deleteNote } from '#db/commands/delete-note.ts';
import { readNote } from '#db/queries/notes.ts';
import { longestNote } from '#lib/course/note-words.ts';

const from = z.enum(['lesson', 'notes']);
// A note too long is told so by the command, which counts a line end as one character.
const changeSchema = z.object({ note: z.uuid(), from, words: z.string().max(20_000) });

export const changeNoteAction = formAction('signed-in', changeSchema, async (viewer, given) => {
  const { lesson } = await pageOf(viewer, given.note);
  const changed = await changeNote(viewer, { noteId: given.note, words: given.words }, new Date());
  if (!changed.ok) {
    const t = await getTranslations('notes');
    return { fields: { words: t('wordsTooLong', { most: longestNote }) } };
  }
  redirect(
    given.from === 'lesson' && lesson !== null ? `${lesson}#note-${given.note}` : '/learn/notes?done=saved',
  );
});

export const deleteNoteAction = formAction(
  'signed-in',
  z.object({ note: z.uuid(), from }),
  async (viewer, given) => {
    const { lesson } = await pageOf(viewer, given.note);
    await deleteNote(viewer, given.note);
    redirect(given.from === 'lesson' && lesson !== null ? `${lesson}#notes` : '/learn/notes?done=deleted');
  },
);

/** Where the note can be seen in its lesson. */
async function pageOf(
  viewer: Parameters<typeof readNote>[0],
  noteId: string,
): Promise<{ lesson: string | null }> {
  const { course, lesson } = await readNote(viewer, noteId);
  return {
    lesson: course.slug === null || lesson.slug === null ? null : `/courses/${course.slug}/${lesson.slug}`,
  };
}
