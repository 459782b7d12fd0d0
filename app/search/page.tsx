import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { type FoundLessonView, search } from '#db/queries/search.ts';
import { longestQuery } from '#lib/text/search-query.ts';
import { FoundNotes } from './found-notes.tsx';
import { Pieces } from './pieces.tsx';
import { SearchForm } from './search-form.tsx';

type Props = { searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') };
}

/** Lessons and own notes by their words: a sentence that says it is one press away. */
export default async function SearchPage({ searchParams }: Props) {
  const viewer = await getViewer();
  const found = await search(viewer, first((await searchParams).q) ?? '');
  const t = await getTranslations('search');
  return (
    <Frame viewer={viewer} at="search">
      <div className="wrap narrow">
        <h1 className="title sans">{t('title')}</h1>
        <SearchForm query={found.text} />
        {found.is === 'asked' ? (
          <>
            <p className="lede" role="status">
              {found.lessons.length + found.notes.length === 0
                ? t('nothing', { query: found.text })
                : viewer === null
                  ? t('foundLessons', { lessons: found.lessons.length, query: found.text })
                  : t('found', {
                      lessons: found.lessons.length,
                      notes: found.notes.length,
                      query: found.text,
                    })}
            </p>
            {found.lessons.length + found.notes.length === 0 ? (
              <p className="meta gap">{viewer === null ? t('nothingHint') : t('nothingHintOwn')}</p>
            ) : null}
            <div className="stack-l top">
              {found.lessons.length === 0 ? null : (
                <section aria-labelledby="found-lessons">
                  <h2 className="h2" id="found-lessons">
                    {t('lessons')}
                  </h2>
                  <ul className="found">
                    {found.lessons.map((lesson) => (
                      <Found key={`${lesson.course.slug}/${lesson.lesson.slug}`} found={lesson} />
                    ))}
                  </ul>
                  {found.moreLessons ? <p className="meta gap">{t('moreLessons')}</p> : null}
                </section>
              )}
              {found.notes.length === 0 ? null : <FoundNotes notes={found.notes} more={found.moreNotes} />}
            </div>
          </>
        ) : (
          <p className="lede" role="status">
            {found.is === 'empty'
              ? viewer === null
                ? t('empty')
                : t('emptyOwn')
              : found.is === 'long'
                ? t('long', { most: longestQuery })
                : t('wordless')}
          </p>
        )}
      </div>
    </Frame>
  );
}

async function Found({ found: { course, lesson, sentences, more } }: { found: FoundLessonView }) {
  const t = await getTranslations('search');
  const page = `/courses/${course.slug}/${lesson.slug}`;
  return (
    <li className="page">
      <h3 className="title">
        <a href={page} lang={courseLang}>
          <Pieces pieces={lesson.title} />
        </a>
      </h3>
      <p className="meta">
        <span lang={courseLang}>{course.title}</span>
        {', '}
        {t('lesson', { position: lesson.position })}
      </p>
      {sentences.length === 0 ? <p className="meta gap">{t('noSentence')}</p> : null}
      <ul>
        {sentences.map(({ address, anchor, pieces }) => (
          <li key={anchor}>
            <a className="ref" href={`${page}#${anchor}`}>
              {address}
            </a>
            <span className="source" lang={courseLang}>
              <Pieces pieces={pieces} />
            </span>
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p className="meta">{t('moreSentences', { more })}</p>}
    </li>
  );
}
