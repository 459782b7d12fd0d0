import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { SearchView } from '#db/queries/search.ts';
import { Pieces } from './pieces.tsx';

type FoundNotesView = Extract<SearchView, { is: 'asked' }>['notes'];

/** Of the viewer's own notes, those that say what was looked for or stand where the text says it. */
export async function FoundNotes({ notes, more }: { notes: FoundNotesView; more: boolean }) {
  const t = await getTranslations('search');
  return (
    <section aria-labelledby="found-notes">
      <h2 className="h2" id="found-notes">
        {t('notes')}
      </h2>
      <ul className="found">
        {notes.map(({ id, quote, words, lesson, address, courseTitle, lessonTitle }) => (
          <li key={id} className="page own-notes">
            <blockquote lang={courseLang}>
              <Pieces pieces={quote} />
            </blockquote>
            {words.length === 0 ? null : (
              <p className="words">
                <Pieces pieces={words} />
              </p>
            )}
            <p className="meta">
              <a
                href={
                  lesson === null
                    ? `/learn/notes#note-${id}`
                    : `/courses/${lesson.course}/${lesson.slug}#note-${id}`
                }
              >
                {address === null ? t('toNote') : t('toNoteAt', { address })}
              </a>{' '}
              <span lang={courseLang}>
                {courseTitle}
                {lessonTitle === null ? null : `, ${lessonTitle}`}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {more ? (
        <p className="meta gap">
          {t('moreNotes')} <a href="/learn/notes">{t('allNotes')}</a>
        </p>
      ) : null}
    </section>
  );
}
