import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { PrintButton } from '#app/_ui/print-button.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { type CourseNotesView, listNotes, type NoteView } from '#db/queries/notes.ts';
import { beginningOf } from '#lib/text/beginning-of.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notes'))('title') };
}

/** Everything that the viewer has marked, by course and lesson; on paper as on the screen. */
export default async function NotesPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await requireViewer('/learn/notes');
  const done = first((await searchParams).done);
  const courses = await listNotes(viewer);
  const t = await getTranslations('notes');
  const today = await getTranslations('today');
  return (
    <Frame viewer={viewer} at="today">
      <div className="wrap">
        <Crumbs entries={[{ href: '/learn', text: today('title') }, { text: t('title') }]} />
        <h1 className="title sans">{t('title')}</h1>
        <p className="lede">{courses.length === 0 ? t('none') : t('lede')}</p>
        {done === 'deleted' || done === 'saved' ? (
          <p className="note ok gap" role="status">
            {t(done)}
          </p>
        ) : null}
        <div className="row gap tools">
          {courses.length === 0 ? (
            <a className="btn" href="/courses">
              {t('toCourses')}
            </a>
          ) : (
            <PrintButton label={t('print')} />
          )}
        </div>
        <div className="stack-l top">
          {courses.map((course, at) => (
            <CourseNotes key={course.slug ?? `closed-${at}`} course={course} id={`course-${at}`} />
          ))}
        </div>
      </div>
    </Frame>
  );
}

async function CourseNotes({ course, id }: { course: CourseNotesView; id: string }) {
  const t = await getTranslations('notes');
  return (
    <section aria-labelledby={id}>
      <h2 className="h2" id={id}>
        <Title page={course.slug === null ? null : `/courses/${course.slug}`} title={course.title} />
      </h2>
      {course.slug === null ? <p className="meta">{t('closed')}</p> : null}
      <div className="stack">
        {course.lessons.map((lesson) => {
          const page =
            course.slug === null || lesson.slug === null ? null : `/courses/${course.slug}/${lesson.slug}`;
          return (
            <div key={lesson.slug ?? lesson.title} className="own-notes page">
              <h3>
                <Title page={page} title={lesson.title} />
              </h3>
              {page === null && course.slug !== null ? <p className="meta">{t('lessonGone')}</p> : null}
              <ul>
                {lesson.notes.map((note) => (
                  <Note key={note.id} note={note} page={page} />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Title({ page, title }: { page: string | null; title: string }) {
  return page === null ? (
    <span lang={courseLang}>{title}</span>
  ) : (
    <a href={page} lang={courseLang}>
      {title}
    </a>
  );
}

async function Note({ note, page }: { note: NoteView; page: string | null }) {
  const t = await getTranslations('notes');
  const { id, quote, words, place, createdAt } = note;
  return (
    <li id={`note-${id}`}>
      {place === null || page === null ? (
        <span className="ref" />
      ) : (
        <a className="ref" href={place.anchor === null ? page : `${page}#${place.anchor}`}>
          {place.address ?? t('inHeading')}
        </a>
      )}
      <div>
        <blockquote lang={courseLang}>{quote}</blockquote>
        {words === '' ? null : <p className="words">{words}</p>}
        <p className="meta">
          {t('when', { when: createdAt })} {place === null && page !== null ? `${t('changed')} ` : null}
          <a href={`/learn/notes/${id}`}>
            {t.rich(words === '' ? 'addWords' : 'change', {
              quote: beginningOf(quote, 40),
              hidden: (chunk) => <span className="vh">{chunk}</span>,
            })}
          </a>
        </p>
      </div>
    </li>
  );
}
