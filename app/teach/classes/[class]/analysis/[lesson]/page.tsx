import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import type { SearchParams } from '#app/_ui/search-param.ts';
import { fewestToRead } from '#lib/analytics/item-reading.ts';
import { CountedChoice } from './counted-choice.tsx';
import { Hatch } from './hatch.tsx';
import { ItemFigures } from './item-figures.tsx';
import { ItemTable } from './item-table.tsx';
import { type AnalysisParams, analysisAddress, askedOf, loadAnalysis } from './load-analysis.ts';
import { QuizFigures } from './quiz-figures.tsx';

type Props = { params: Promise<AnalysisParams>; searchParams: SearchParams };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { classId, lesson, counted } = await askedOf(await params, searchParams);
  const { analysis } = await loadAnalysis(classId, lesson, counted);
  return { title: (await getTranslations('analysis'))('pageTitle', { lesson: analysis.lesson.title }) };
}

/** How a class took the quiz of a lesson: its questions, their options, and the quiz as a whole. */
export default async function AnalysisPage({ params, searchParams }: Props) {
  const { classId, lesson, counted } = await askedOf(await params, searchParams);
  const { viewer, analysis } = await loadAnalysis(classId, lesson, counted);
  const t = await getTranslations('analysis');
  const teach = await getTranslations('teach');
  const page = `/teach/classes/${classId}`;
  const addressOf = (below: string | number) => analysisAddress(classId, lesson, counted, below);
  return (
    <Frame viewer={viewer} at="teach">
      <Hatch />
      <div className="wrap">
        <Crumbs
          entries={[
            { href: '/teach', text: teach('title') },
            { href: page, text: analysis.class.name },
            { text: t('crumb', { position: analysis.lesson.position }) },
          ]}
        />
        <h1 className="title sans">
          {t.rich('title', {
            lesson: analysis.lesson.title,
            cite: (words) => <cite lang={courseLang}>{words}</cite>,
          })}
        </h1>
        {analysis.attempts === 0 ? (
          <div className="empty before top">
            <h2 className="h2">{t('emptyTitle')}</h2>
            <p>{t('emptyText')}</p>
            <p className="row">
              <a className="btn" href={page}>
                {t('toClass')}
              </a>
              <a href={`/courses/${analysis.course.slug}/${analysis.lesson.slug}`}>{t('toLesson')}</a>
            </p>
          </div>
        ) : (
          <>
            <p className="lede analysis-head">{t('lede', { attempts: analysis.attempts, counted })}</p>
            <CountedChoice counted={counted} addressOf={(one) => analysisAddress(classId, lesson, one)} />
            {analysis.attempts < fewestToRead ? (
              <div className="note before">
                <p>{t('fewNote', { fewest: fewestToRead })}</p>
              </div>
            ) : null}
            <ItemTable analysis={analysis} />
            <QuizFigures analysis={analysis} totalsPage={addressOf('totals')} />
            <section className="item-list" aria-labelledby="each">
              <h2 className="h2" id="each">
                {t('each')}
              </h2>
              <p className="meta">{t('eachText')}</p>
              {analysis.items.map((item) => (
                <section key={item.number} id={`q${item.number}`} aria-labelledby={`q${item.number}-stem`}>
                  <h3 className="h3" id={`q${item.number}-stem`}>
                    <span className="ref">{item.number}</span> <span lang={courseLang}>{item.stem}</span>
                  </h3>
                  <ItemFigures item={item} />
                  <p>
                    <a href={addressOf(item.number)}>
                      {t('whoAnswered', { count: item.statistics.n })}
                      <span className="vh">{t('ofQuestion', { number: item.number })}</span>
                    </a>
                  </p>
                </section>
              ))}
            </section>
          </>
        )}
      </div>
    </Frame>
  );
}
