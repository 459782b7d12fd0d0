import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import type { SearchParams } from '#app/_ui/search-param.ts';
import { CountedChoice } from '../counted-choice.tsx';
import { decimal } from '../figure-text.ts';
import { type AnalysisParams, analysisAddress, askedOf, loadTotals } from '../load-analysis.ts';

type Props = { params: Promise<AnalysisParams>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('analysis'))('totals') };
}

/** The tries that the figures of the quiz count, and those that they leave out. */
export default async function TotalsPage({ params, searchParams }: Props) {
  const { classId, lesson, counted } = await askedOf(await params, searchParams);
  const { viewer, view } = await loadTotals(classId, lesson, counted);
  const t = await getTranslations('analysis');
  const attempt = await getTranslations('learner');
  const teach = await getTranslations('teach');
  const locale = await getLocale();
  return (
    <Frame viewer={viewer} at="teach">
      <div className="wrap narrow">
        <Crumbs
          entries={[
            { href: '/teach', text: teach('title') },
            { href: `/teach/classes/${classId}`, text: view.class.name },
            {
              href: analysisAddress(classId, lesson, counted),
              text: t('crumb', { position: view.lesson.position }),
            },
            { text: t('totals') },
          ]}
        />
        <h1 className="title sans">{t('totals')}</h1>
        <p className="lede analysis-head" lang={courseLang}>
          {view.lesson.title}
        </p>
        <CountedChoice
          counted={counted}
          addressOf={(one) => analysisAddress(classId, lesson, one, 'totals')}
        />
        {view.totals.length === 0 ? <p>{t('emptyTitle')}</p> : null}
        <ul className="lines">
          {view.totals.map((total) => (
            <li key={total.attemptId} className="try">
              <a href={`/teach/classes/${classId}/attempts/${total.attemptId}`}>{total.name}</a>
              <span>{t('score', { score: decimal(total.score, locale), most: total.maxScore })}</span>
              <span className="meta">
                {attempt('try', { number: total.number })}
                {total.isCounted ? null : ` · ${t('otherQuestions')}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Frame>
  );
}
