import { getTranslations } from 'next-intl/server';
import type { ClassGridView } from '#db/queries/classes.ts';

const height = 12;

/** How many learners stand where in one lesson, as a bar of a hundred units. */
export async function SummaryBar({ summary }: { summary: ClassGridView['summary'][number] }) {
  const t = await getTranslations('grid');
  const { mastered, proficient, familiar, attempted, none } = summary;
  const total = mastered + proficient + familiar + attempted + none;
  const parts = [
    { stroke: 4, count: mastered },
    { stroke: 3, count: proficient },
    { stroke: 2, count: familiar },
    { stroke: 1, count: attempted },
    { stroke: 0, count: none },
  ];
  let x = 0;
  return (
    <td>
      <svg
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('summary', { mastered, proficient, familiar, attempted, none })}
      >
        {parts
          .filter((part) => part.count > 0)
          .map((part) => {
            const from = x;
            x += (100 * part.count) / total;
            return (
              <g key={part.stroke}>
                <rect className={`fill-u${part.stroke}`} x={from} width={x - from} height={height} />
                {from === 0 ? null : <path className="cut-line" d={`M${from} 0v${height}`} />}
              </g>
            );
          })}
      </svg>
      <span className="meta">{t('finished', { count: total - none })}</span>
    </td>
  );
}
