import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { found } from '#app/_auth/found.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { PrintButton } from '#app/_ui/print-button.tsx';
import { type GlossaryView, readGlossary } from '#db/queries/glossary.ts';

type Props = { params: Promise<{ course: string }> };

const load = cache(async (slug: string) => {
  const viewer = await getViewer();
  return { viewer, glossary: await found(readGlossary(viewer, slug)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('glossary');
  return { title: `${t('title')}: ${(await load((await params).course)).glossary.course.title}` };
}

/** Every term of a course from A to Z, in the words of the text, with the way to where they stand. */
export default async function GlossaryPage({ params }: Props) {
  const { viewer, glossary } = await load((await params).course);
  const { course, terms } = glossary;
  const t = await getTranslations('glossary');
  const frame = await getTranslations('frame');
  const lesson = await getTranslations('lesson');
  const base = `/courses/${course.slug}`;
  return (
    <Frame viewer={viewer} at="courses">
      <div className="wrap">
        <Crumbs
          entries={[
            { href: '/courses', text: frame('courses') },
            { href: base, text: course.title },
            { text: t('title') },
          ]}
        />
        <article className="page lesson">
          <header className="para">
            <span />
            <div>
              <p className="meta" lang={courseLang}>
                {course.title}
              </p>
              <h1 className="title big">{t('title')}</h1>
              <p className="lede">{t('lede', { terms: terms.length })}</p>
            </div>
            <div className="side tools">
              <PrintButton label={lesson('print')} />
            </div>
          </header>
          {terms.length === 0 ? null : (
            <dl className="glossary">
              {terms.map((term, at) => (
                <Entry
                  key={term.term}
                  term={term}
                  base={base}
                  opens={terms[at - 1]?.letter !== term.letter}
                />
              ))}
            </dl>
          )}
          <p className="para end">
            <span />
            <a href={base}>{lesson('back')}</a>
          </p>
        </article>
      </div>
    </Frame>
  );
}

async function Entry({
  term,
  base,
  opens,
}: {
  term: GlossaryView['terms'][number];
  base: string;
  /** It is the first one of its letter, which then stands in the margin. */
  opens: boolean;
}) {
  const t = await getTranslations('glossary');
  const lesson = await getTranslations('lesson');
  return (
    <div>
      <dt lang={courseLang}>
        {opens ? (
          <span className="letter" aria-hidden="true">
            {term.letter}
          </span>
        ) : null}
        {term.term}
      </dt>
      {term.definitions.length === 0 ? <dd>{lesson('noDefinition')}</dd> : null}
      {term.definitions.map(({ text, place }) => (
        <dd key={text} className="source">
          <span lang={courseLang}>{text}</span>{' '}
          {place === null ? null : (
            <a className="ref" href={`${base}/${place.lesson}#${place.anchor}`}>
              {place.address}
            </a>
          )}
        </dd>
      ))}
      <dd className="meta">
        {term.lessons.map(({ slug, title, position }) => (
          <a key={slug} href={`${base}/${slug}`}>
            {t('lesson', { position })}: <span lang={courseLang}>{title}</span>
          </a>
        ))}
      </dd>
    </div>
  );
}
