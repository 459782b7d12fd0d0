import { getLocale, getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { wholePercent } from '#app/_ui/whole-percent.ts';
import type { AnalysedItemView } from '#db/queries/class-analysis.ts';
import { decimal, whole } from './figure-text.ts';
import { OptionTable } from './option-table.tsx';

/** The further figures of a question, and its options by thirds where it has options. */
export async function ItemFigures({ item }: { item: AnalysedItemView }) {
  const t = await getTranslations('analysis');
  const locale = await getLocale();
  const { deviation, efficiency, guessScore } = item.statistics;
  const figures = [
    { name: 'guess', value: guessScore === null ? null : t('percent', { share: wholePercent(guessScore) }) },
    { name: 'deviation', value: deviation === null ? null : decimal(deviation, locale) },
    { name: 'efficiency', value: efficiency === null ? null : whole(efficiency) },
    ...(item.weight === null
      ? []
      : [
          {
            name: 'intended' as const,
            value: t('percent', { share: decimal(item.weight.intended, locale) }),
          },
          {
            name: 'effective' as const,
            value:
              item.weight.effective === null
                ? t('againstTotals')
                : t('percent', { share: decimal(item.weight.effective, locale) }),
          },
        ]),
  ] as const;
  return (
    <>
      {item.statistics.options.length > 0 ? (
        <OptionTable item={item} />
      ) : (
        <p>
          {t.rich('key', {
            answer: item.correctText,
            q: (words) => <span lang={courseLang}>{words}</span>,
          })}
        </p>
      )}
      <dl className="item-more">
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt>{t(`more.${name}`)}</dt>
            <dd>{value ?? t('undefined')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
