import { getTranslations } from 'next-intl/server';
import { wholePercent } from '#app/_ui/whole-percent.ts';
import type { OptionStatistics } from '#lib/analytics/option-statistics.ts';
import { thirds } from '#lib/analytics/thirds.ts';

const from = 62;
const full = 128;

/** The share of each third that chose an option. The key is filled, a distractor hollow, a suspect one hatched. */
export async function ThirdsBars({ option }: { option: OptionStatistics }) {
  const t = await getTranslations('analysis');
  const rows = thirds.map((third) => {
    const { hits, n } = option.byThird[third];
    return { third, share: n === 0 ? null : hits / n };
  });
  const words = rows.map(({ third, share }) =>
    t('thirdShare', {
      third: t(`third.${third}`),
      share: share === null ? '–' : t('percent', { share: wholePercent(share) }),
    }),
  );
  const look = option.isKey ? 'bar-key' : option.flags.includes('draws-the-strong') ? 'bar-bad' : 'bar-alt';
  return (
    <svg className="chart thirds" viewBox="0 0 230 66" role="img" aria-label={words.join(', ')}>
      {rows.map(({ third, share }, at) => {
        const length = Math.max(1, Math.round((share ?? 0) * full * 10) / 10);
        return (
          <g key={third}>
            <text x="0" y={16 + 21 * at}>
              {t(`third.${third}`)}
            </text>
            {share === null ? null : (
              <rect className={look} x={from} y={5.5 + 21 * at} width={length} height="13" />
            )}
            <text className="v" x={from + (share === null ? 0 : length) + 6} y={16 + 21 * at}>
              {share === null ? '–' : t('percent', { share: wholePercent(share) })}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
