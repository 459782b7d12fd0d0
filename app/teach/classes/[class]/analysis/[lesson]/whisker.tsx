const width = 168;
const edge = 4;

/** A dot for a figure and a line for where the true one may lie, on a scale from `from` to `to`. */
export function Whisker({
  value,
  interval,
  from,
  to,
  marks,
  isBad = false,
  label,
}: {
  value: number;
  interval: { low: number; high: number } | null;
  from: number;
  to: number;
  /** Where the scale is marked. */
  marks: readonly number[];
  isBad?: boolean;
  label: string;
}) {
  const x = (at: number) => Math.round((edge + ((at - from) / (to - from)) * (width - 2 * edge)) * 10) / 10;
  const bad = isBad ? ' bad' : '';
  return (
    <svg className="chart" viewBox={`0 0 ${width} 22`} role="img" aria-label={label}>
      <path className="axis" d={`M${x(from)} 11H${x(to)}`} />
      {marks.map((mark) => (
        <path key={mark} className={mark === 0 ? 'zero' : 'axis'} d={`M${x(mark)} 4v14`} />
      ))}
      {interval === null ? null : (
        <path
          className={`whisk${bad}`}
          d={`M${x(interval.low)} 11H${x(interval.high)}M${x(interval.low)} 7v8M${x(interval.high)} 7v8`}
        />
      )}
      {isBad ? (
        <path className="dot bad" d={`M${x(value)} 5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z`} />
      ) : (
        <circle className="dot" cx={x(value)} cy="11" r="4" />
      )}
    </svg>
  );
}
