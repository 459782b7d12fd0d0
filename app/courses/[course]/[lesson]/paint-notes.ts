import { escapeHtml } from '#app/_ui/escape-html.ts';
import type { NoteView } from '#db/queries/notes.ts';
import { markInHtml } from '#lib/text/mark-in-html.ts';

/**
 * One person's marks in the lesson's body, which is made once for everybody and stays as it is. Behind a mark
 * with words stands the way to them; its sign is drawn, so that copied text stays clean.
 */
export function paintNotes(
  body: string,
  notes: readonly NoteView[],
  { label, lang }: { label: string; lang: string },
): string {
  const marks = notes.flatMap(({ id, words, place }) =>
    (place?.pieces ?? []).map(({ anchor, from, to }, at, all) => ({
      id: anchor,
      from,
      to,
      ...(words === '' || at < all.length - 1
        ? {}
        : {
            behind: `<a class="to-note" href="#note-${escapeHtml(id)}" lang="${lang}" aria-label="${escapeHtml(label)}"></a>`,
          }),
    })),
  );
  return markInHtml(body, marks, '<mark class="own">', '</mark>');
}
