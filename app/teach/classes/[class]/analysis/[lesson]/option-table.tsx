import { getLocale, getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { wholePercent } from '#app/_ui/whole-percent.ts';
import type { AnalysedItemView } from '#db/queries/class-analysis.ts';
import type { OptionStatistics } from '#lib/analytics/option-statistics.ts';
import { thirds } from '#lib/analytics/thirds.ts';
import { decimal } from './figure-text.ts';
import { ThirdsBars } from './thirds-bars.tsx';

/** Who chose what, by thirds of the class: bars, and the numbers behind them. The key has a word, not a colour alone. */
export async function OptionTable({ item }: { item: AnalysedItemView }) {
  const t = await getTranslations('analysis');
  const { options, n } = item.statistics;
  const numbersLabel = `${t('numbers')}${t('ofQuestion', { number: item.number })}`;
  return (
    <>
      <table className="opts">
        <caption className="vh">{t('optionsCaption')}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{t('option')}</th>
            <th scope="col">{t('byThirds')}</th>
            <th scope="col">{t('all')}</th>
          </tr>
        </thead>
        <tbody>
          {options.map((option, at) => (
            <tr key={option.id}>
              <th scope="row">
                <span className="key" aria-hidden="true">
                  {letterOf(at)}
                </span>
                <span className="txt" lang={courseLang}>
                  {item.optionTexts[option.id]}
                </span>
                {option.isKey ? <span className="chip ok">{t('isKey')}</span> : null}
                {option.flags.map((flag) => (
                  <span key={flag} className={`chip${flag === 'idle' ? '' : ' proof'}`}>
                    {t(`flag.${flag}`)}
                  </span>
                ))}
              </th>
              <td>
                <ThirdsBars option={option} />
              </td>
              <td className="n">
                {option.chosen.hits} <span className="sub">{t('of', { n })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className="data">
        <summary>
          {t('numbers')}
          <span className="vh">{t('ofQuestion', { number: item.number })}</span>
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="scroll" aria-label={numbersLabel} tabIndex={0}>
          <Numbers item={item} />
        </section>
      </details>
    </>
  );
}

async function Numbers({ item }: { item: AnalysedItemView }) {
  const t = await getTranslations('analysis');
  const locale = await getLocale();
  const { options } = item.statistics;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('option')}</th>
          {thirds.map((third) => (
            <th key={third} scope="col" className="n">
              {t(`thirdOf.${third}`, { n: options[0]?.byThird[third].n ?? 0 })}
            </th>
          ))}
          <th scope="col" className="n">
            {t('share')}
          </th>
          <th scope="col" className="n">
            {t('pointBiserial')}
          </th>
        </tr>
      </thead>
      <tbody>
        {options.map((option, at) => (
          <tr key={option.id}>
            <th scope="row">
              {letterOf(at)} <span className="meta">{option.isKey ? t('isKey') : ''}</span>
            </th>
            {thirds.map((third) => (
              <td key={third} className="n">
                {option.byThird[third].hits}
              </td>
            ))}
            <td className="n">
              {t('percent', { share: wholePercent(option.chosen.share) })}
              <span className="ci">
                {t('range', {
                  low: `${wholePercent(option.chosen.low)}`,
                  high: `${wholePercent(option.chosen.high)}`,
                })}
              </span>
            </td>
            <td className="n">
              <Correlation option={option} locale={locale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function Correlation({ option, locale }: { option: OptionStatistics; locale: string }) {
  const t = await getTranslations('analysis');
  const { pointBiserial, pointBiserialInterval } = option;
  if (pointBiserial === null) return t('undefined');
  return (
    <>
      {decimal(pointBiserial, locale)}
      <span className="ci">
        {pointBiserialInterval === null
          ? t('noRange')
          : t('range', {
              low: decimal(pointBiserialInterval.low, locale),
              high: decimal(pointBiserialInterval.high, locale),
            })}
      </span>
    </>
  );
}

function letterOf(at: number): string {
  return String.fromCharCode(65 + at);
}
