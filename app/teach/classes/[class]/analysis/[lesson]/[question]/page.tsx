import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import type { SearchParams } from '#app/_ui/search-param.ts';
import type { ItemAnswersView } from '#db/queries/class-analysis.ts';
import { CountedChoice } from '../counted-choice.tsx';
import { decimal } from '../figure-text.ts';
import { Hatch } from '../hatch.tsx';
import { ItemFigures } from '../item-figures.tsx';
import { ItemVerdict } from '../item-verdict.tsx';
import { type AnalysisParams, analysisAddress, askedOf, loadAnswers } from '../load-analysis.ts';

type Props = { params: Promise<AnalysisParams & { question: string }>; searchParams: SearchParams };

async function load({ params, searchParams }: Props) {
  const given = await params;
  const { classId, lesson, counted } = await askedOf(given, searchParams);
  return { classId, lesson, counted, ...(await loadAnswers(classId, lesson, counted, given.question)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).view.item.stem };
}

/** One question: its figures, and everybody whom they count with what they answered. */
export default async function QuestionAnswersPage(props: Props) {
  const { viewer, view, classId, lesson, counted } = await load(props);
  const t = await getTranslations('analysis');
  const teach = await getTranslations('teach');
  const { item } = view;
  return (
    <Frame viewer={viewer} at="teach">
      <Hatch />
      <div className="wrap">
        <Crumbs
          entries={[
            { href: '/teach', text: teach('title') },
            { href: `/teach/classes/${classId}`, text: view.class.name },
            {
              href: analysisAddress(classId, lesson, counted),
              text: t('crumb', { position: view.lesson.position }),
            },
            { text: t('questionCrumb', { number: item.number }) },
          ]}
        />
        <h1 className="stem" lang={courseLang}>
          {item.stem}
        </h1>
        <div className="gap">
          <ItemVerdict reading={item.statistics.reading} />
        </div>
        <ItemFigures item={item} />
        <section className="item-list" aria-labelledby="answers">
          <h2 className="h2" id="answers">
            {t('answers')}
          </h2>
          <CountedChoice
            counted={counted}
            addressOf={(one) => analysisAddress(classId, lesson, one, one === counted ? item.number : '')}
          />
          <Answers view={view} />
        </section>
      </div>
    </Frame>
  );
}

async function Answers({ view }: { view: ItemAnswersView }) {
  const t = await getTranslations('analysis');
  const locale = await getLocale();
  return (
    <div className="page tablewrap">
      <table className="table who-answered">
        <caption className="vh">{t('answers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('learner')}</th>
            <th scope="col">{t('answer')}</th>
            <th scope="col" className="n">
              {t('mark')}
            </th>
            <th scope="col" className="n">
              {t('rest')}
            </th>
            <th scope="col">{t('inThird')}</th>
          </tr>
        </thead>
        <tbody>
          {view.answers.map((answer) => (
            <tr key={answer.attemptId}>
              <th scope="row">
                <a href={`/teach/classes/${view.class.id}/attempts/${answer.attemptId}`}>{answer.name}</a>
              </th>
              <td>
                {answer.answerText === null ? (
                  <span className="meta">{t('leftOpen')}</span>
                ) : (
                  <span lang={courseLang}>{answer.answerText}</span>
                )}
              </td>
              <td className="n" data-l={t('mark')}>
                {decimal(answer.mark, locale)}
              </td>
              <td className="n" data-l={t('rest')}>
                {decimal(answer.rest, locale)}
              </td>
              <td data-l={t('inThird')}>{t(`third.${answer.third}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
