import { getTranslations } from 'next-intl/server';
import { wholePercent } from '#app/_ui/whole-percent.ts';
import { type Calibration, type CalibrationRow, fewestToJudge } from '#lib/analytics/calibration.ts';

const width = 280;
/** Room for the dot at either end. */
const edge = 6;

/** Sure against right: for each certainty the share that was right, with its interval; the figures as a table too. */
export async function CalibrationChart({ calibration }: { calibration: Calibration }) {
  const t = await getTranslations('calibration');
  const { rows, verdict } = calibration;
  return (
    <section aria-labelledby="calibration">
      <h2 className="h2" id="calibration">
        {t('title')}
      </h2>
      <p>{t(`verdict.${verdict}`, { fewest: fewestToJudge })}</p>
      {verdict === 'none' ? null : (
        <>
          <div className="calibration gap">
            {rows.map((row) => (
              <Row key={row.certainty} row={row} />
            ))}
          </div>
          <details className="data">
            <summary>{t('data')}</summary>
            <Table rows={rows} />
          </details>
        </>
      )}
    </section>
  );
}

/** A dot for the share, a line for where it may truly lie; nothing is drawn of too few answers. */
async function Row({ row: { certainty, rate, judged } }: { row: CalibrationRow }) {
  const t = await getTranslations('calibration');
  const sure = await getTranslations('howSure');
  const x = (share: number) => Math.round((edge + share * (width - 2 * edge)) * 10) / 10;
  const figures = {
    share: wholePercent(rate.share),
    low: wholePercent(rate.low),
    high: wholePercent(rate.high),
  };
  return (
    <div className="cal-row">
      <span>{sure(`${certainty}`)}</span>
      {judged ? (
        <svg className="chart" viewBox={`0 0 ${width} 34`} role="img" aria-label={t('rowLabel', figures)}>
          <path className="axis" d={`M${x(0)} 12H${x(1)}M${x(0)} 7v10M${x(0.5)} 7v10M${x(1)} 7v10`} />
          <path
            className="whisk"
            d={`M${x(rate.low)} 12H${x(rate.high)}M${x(rate.low)} 7v10M${x(rate.high)} 7v10`}
          />
          <circle className="dot" cx={x(rate.share)} cy="12" r="5" />
          <text x={x(0)} y="32">
            0
          </text>
          <text x={x(0.5)} y="32" textAnchor="middle">
            50
          </text>
          <text x={x(1)} y="32" textAnchor="end">
            100 %
          </text>
        </svg>
      ) : (
        <span className="meta">{t('tooFew', { n: rate.n })}</span>
      )}
      {judged ? <span className="meta">{t('right', { hits: rate.hits, n: rate.n })}</span> : <span />}
    </div>
  );
}

async function Table({ rows }: { rows: readonly CalibrationRow[] }) {
  const t = await getTranslations('calibration');
  const sure = await getTranslations('howSure');
  return (
    <table className="table cal-table">
      <thead>
        <tr>
          <th scope="col">{t('said')}</th>
          <th scope="col">{t('answers')}</th>
          <th scope="col">{t('allRight')}</th>
          <th scope="col">{t('share')}</th>
          <th scope="col">{t('interval')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ certainty, rate, judged }) => (
          <tr key={certainty}>
            <th scope="row">{sure(`${certainty}`)}</th>
            <td>{rate.n}</td>
            <td>{rate.hits}</td>
            {judged ? (
              <>
                <td>{t('percent', { share: wholePercent(rate.share) })}</td>
                <td>{t('range', { low: wholePercent(rate.low), high: wholePercent(rate.high) })}</td>
              </>
            ) : (
              <td colSpan={2}>{t('few')}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
