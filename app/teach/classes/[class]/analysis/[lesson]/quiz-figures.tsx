import { getLocale, getTranslations } from 'next-intl/server';
import type { ClassAnalysisView } from '#db/queries/class-analysis.ts';
import { decimal } from './figure-text.ts';

const figureNames = [
  'mean',
  'median',
  'deviation',
  'skewness',
  'kurtosis',
  'consistency',
  'errorRatio',
  'standardError',
] as const;

const inPercent: readonly string[] = ['consistency', 'errorRatio'];

/** The quiz as a whole: eight figures, each with what it says in plain words, and the tries behind them. */
export async function QuizFigures({
  analysis,
  totalsPage,
}: {
  analysis: ClassAnalysisView;
  totalsPage: string;
}) {
  const t = await getTranslations('analysis');
  const locale = await getLocale();
  const { quiz, attempts } = analysis;
  return (
    <section className="item-list" aria-labelledby="quiz">
      <h2 className="h2" id="quiz">
        {t('quiz')}
      </h2>
      <p className="meta">
        {t('quizCounts', { counted: quiz.n, attempts, items: quiz.items })}{' '}
        <a href={totalsPage}>{t('totalsLink')}</a>
      </p>
      <div className="page tablewrap">
        <table className="table quiz-figures">
          <caption className="vh">{t('quiz')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figure')}</th>
              <th scope="col" className="n">
                {t('value')}
              </th>
              <th scope="col">{t('says')}</th>
            </tr>
          </thead>
          <tbody>
            {figureNames.map((name) => {
              const value = quiz[name];
              return (
                <tr key={name}>
                  <th scope="row">{t(`figures.${name}`)}</th>
                  <td className="n">
                    {value === null
                      ? t('undefined')
                      : inPercent.includes(name)
                        ? t('percent', { share: decimal(value, locale) })
                        : decimal(value, locale)}
                  </td>
                  <td>
                    {t(`meaning.${name}`, { possible: quiz.possible })}
                    {name === 'consistency' && quiz.reading !== null ? (
                      <b> {t(`consistent.${quiz.reading}`)}</b>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
