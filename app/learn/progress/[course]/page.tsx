import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { KnowingWord } from '#app/_ui/knowing.tsx';
import { readOwnMap } from '#db/queries/own-map.ts';
import { knowings } from '#lib/mastery/knowing.ts';
import { AnsweredPanel } from './answered-panel.tsx';
import { Article } from './article.tsx';
import { ClaimTable, TermTable } from './tables.tsx';

type Props = { params: Promise<{ course: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await params;
  const viewer = await requireViewer(`/learn/progress/${encodeURIComponent(course)}`);
  const map = await found(readOwnMap(viewer, course));
  return { title: (await getTranslations('ownMap'))('title', { course: map.course.title }) };
}

/** The article painted with what this learner knows of it: their own claim map. */
export default async function OwnMapPage({ params }: Props) {
  const { course } = await params;
  const viewer = await requireViewer(`/learn/progress/${encodeURIComponent(course)}`);
  const map = await found(readOwnMap(viewer, course));
  const t = await getTranslations('ownMap');
  const today = await getTranslations('today');
  const knowing = await getTranslations('knowing');
  return (
    <Frame viewer={viewer} at="today">
      <div className="wrap">
        <Crumbs
          entries={[
            { href: '/learn', text: today('title') },
            { href: '/learn/progress', text: today('know') },
            { text: map.course.title },
          ]}
        />
        <h1 className="title sans">{t('heading')}</h1>
        <p className="lede">{map.answered.length === 0 ? t('nothing') : t('lede', map.counts)}</p>
        <dl className="defs knowing" aria-label={t('legend')}>
          {knowings.map((state) => (
            <div key={state} className="def-row">
              <dt>
                <KnowingWord knowing={state} />
              </dt>
              <dd>{t(state)}</dd>
            </div>
          ))}
          <div className="def-row">
            <dt>{knowing('none')}</dt>
            <dd>{t('none')}</dd>
          </div>
        </dl>
        <nav className="gap" aria-label={t('jump')}>
          <ol className="jump">
            {map.lessons.map(({ position, slug, title }) => (
              <li key={slug}>
                <a href={`#l${position}`} lang={courseLang}>
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="own-map top">
          <Article map={map} />
          <AnsweredPanel map={map} />
        </div>
        {map.claims.length === 0 ? null : (
          <details className="data gap">
            <summary>{t('claims')}</summary>
            <ClaimTable map={map} />
          </details>
        )}
        <TermTable map={map} />
        <p className="row top">
          <a className="btn" href={`/courses/${map.course.slug}`} lang={courseLang}>
            {map.course.title}
          </a>
        </p>
      </div>
    </Frame>
  );
}
