import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { found, foundId } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { readNote } from '#db/queries/notes.ts';
import { longestNote } from '#lib/course/note-words.ts';
import { changeNoteAction, deleteNoteAction } from './actions.ts';

type Props = { params: Promise<{ note: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notes'))('oneTitle') };
}

/** One note: its words to change, or the whole of it to delete, which asks once more. */
export default async function NotePage({ params, searchParams }: Props) {
  const id = (await params).note;
  const here = `/learn/notes/${id}`;
  const viewer = await requireViewer(here);
  const { course, lesson, note } = await found(readNote(viewer, foundId(id)));
  const from = first((await searchParams).from) === 'lesson' ? 'lesson' : 'notes';
  const page = course.slug === null || lesson.slug === null ? null : `/courses/${course.slug}/${lesson.slug}`;
  const t = await getTranslations('notes');
  const today = await getTranslations('today');
  const hidden = { note: note.id, from, here };
  return (
    <Frame viewer={viewer} at="today">
      <div className="wrap narrow">
        <Crumbs
          entries={[
            { href: '/learn', text: today('title') },
            { href: '/learn/notes', text: t('title') },
            { text: t('oneTitle') },
          ]}
        />
        <h1 className="title sans">{t('oneTitle')}</h1>
        <p className="meta" lang={courseLang}>
          {course.title}, {lesson.title}
        </p>
        <div className="own-notes page gap">
          <ul>
            <li>
              {note.place === null || page === null ? (
                <span className="ref" />
              ) : (
                <a className="ref" href={note.place.anchor === null ? page : `${page}#${note.place.anchor}`}>
                  {note.place.address ?? t('inHeading')}
                </a>
              )}
              <div>
                <blockquote lang={courseLang}>{note.quote}</blockquote>
                {note.place === null ? (
                  <p className="meta">{course.slug === null ? t('closed') : t('changed')}</p>
                ) : null}
              </div>
            </li>
          </ul>
        </div>
        <div className="top">
          <ActionForm
            action={changeNoteAction}
            hidden={hidden}
            fields={[
              {
                name: 'words',
                label: t('words'),
                defaultValue: note.words,
                required: false,
                rows: 6,
                most: longestNote,
              },
            ]}
            submit={t('save')}
          />
        </div>
        <details className="mark-sentence top">
          <summary>{t('delete')}</summary>
          <p className="gap">{t('deleteText')}</p>
          <ActionForm
            action={deleteNoteAction}
            hidden={hidden}
            className="gap"
            submit={t('deleteSure')}
            tone="proofed"
          />
        </details>
        <p className="top">
          <a href={from === 'lesson' && page !== null ? `${page}#notes` : '/learn/notes'}>{t('leave')}</a>
        </p>
      </div>
    </Frame>
  );
}
