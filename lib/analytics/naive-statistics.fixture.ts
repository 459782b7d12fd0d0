/**
 * The figures of the reports a second way: from differences between pairs, from sums over all orders, by counting.
 * Slow and plain, and nothing of it shared with what it checks.
 */

type Row = { item: string; mark: number; chosen: readonly string[] };
/** One attempt: a row for each item that it served. */
export type NaiveAttempt = readonly Row[];

const z = 1.959963984540054;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const square = (value: number) => value * value;

/** Half the mean product of differences over all ordered pairs; what differs from nothing in the last digits is nothing. */
export function pairwise(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1)
    for (let j = 0; j < i; j += 1) total += ((a[i] ?? 0) - (a[j] ?? 0)) * ((b[i] ?? 0) - (b[j] ?? 0));
  const found = total / (a.length * (a.length - 1));
  return Math.abs(found) < 1e-10 ? 0 : found;
}

/** Null where one does not vary; differences in the last digits are none. */
export function naiveCorrelation(a: readonly number[], b: readonly number[]): number | null {
  const varies = (values: readonly number[]) =>
    values.some((value) => Math.abs(value - (values[0] ?? 0)) > 1e-7);
  if (a.length < 2 || !varies(a) || !varies(b)) return null;
  return pairwise(a, b) / (Math.sqrt(pairwise(a, a)) * Math.sqrt(pairwise(b, b)));
}

/** By (1 + r) / (1 − r) and powers of e, which is what tanh and its inverse come to. */
export function naiveFisher(r: number | null, n: number): { low: number; high: number } | null {
  if (r === null || n <= 3) return null;
  if (1 - Math.abs(r) < 1e-12) return { low: Math.sign(r), high: Math.sign(r) };
  const back = (sign: number) => {
    const e = ((1 + r) / (1 - r)) * Math.exp((sign * 2 * z) / Math.sqrt(n - 3));
    return (e - 1) / (e + 1);
  };
  return { low: back(-1), high: back(1) };
}

/** The two shares from which what was seen lies just 1.96 standard errors away. */
export function naiveWilson(hits: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const [a, b, c] = [n + square(z), -(2 * hits + square(z)), square(hits) / n];
  const root = Math.sqrt(Math.max(0, square(b) - 4 * a * c));
  return { low: (-b - root) / (2 * a), high: (-b + root) / (2 * a) };
}

/** Rest scores of those who were served the item, in the measure of the mean number of other items. */
export function naiveRest(attempts: readonly NaiveAttempt[], item: string) {
  const served = attempts.filter((attempt) => attempt.some((row) => row.item === item));
  const others = served.map((attempt) => attempt.filter((row) => row.item !== item));
  const mean = sum(others.map((rows) => rows.length)) / served.length;
  return {
    served,
    marks: served.map((attempt) => attempt.find((row) => row.item === item)?.mark ?? 0),
    rest: others.map((rows) =>
      rows.length === 0 ? 0 : (sum(rows.map((row) => row.mark)) * mean) / rows.length,
    ),
  };
}

export function naiveItem(attempts: readonly NaiveAttempt[], item: string) {
  const { served, marks, rest } = naiveRest(attempts, item);
  const n = served.length;
  const r = naiveCorrelation(marks, rest);
  const interval = naiveFisher(r, n);
  const rising = (values: readonly number[]) => [...values].sort((a, b) => a - b);
  const largest = n < 2 ? 0 : pairwise(rising(marks), rising(rest));
  return {
    n,
    facility: n === 0 ? null : sum(marks) / n,
    facilityInterval: naiveWilson(sum(marks), n),
    deviation: n < 2 ? null : Math.sqrt(pairwise(marks, marks)),
    discrimination: r === null ? null : 100 * r,
    discriminationInterval: interval === null ? null : { low: 100 * interval.low, high: 100 * interval.high },
    efficiency: largest < 1e-12 ? null : (100 * pairwise(marks, rest)) / largest,
  };
}

/** The third by counting who is below and who is level, for each learner anew. */
export function naiveThird(rest: readonly number[], at: number): 'top' | 'middle' | 'bottom' {
  const own = rest[at] ?? 0;
  const level = rest.filter((other) => Math.abs(other - own) < 1e-7).length;
  const below = rest.filter((other) => other < own - 1e-7).length;
  const share = (below + level / 2) / rest.length;
  return share < 1 / 3 - 1e-12 ? 'bottom' : share > 2 / 3 + 1e-12 ? 'top' : 'middle';
}

export function naiveOption(attempts: readonly NaiveAttempt[], item: string, option: string) {
  const { served, rest } = naiveRest(attempts, item);
  const picked = served.map((attempt) =>
    attempt.find((row) => row.item === item)?.chosen.includes(option) === true ? 1 : 0,
  );
  const within = (third: string) => {
    const places = rest.flatMap((_, at) => (naiveThird(rest, at) === third ? [at] : []));
    return { hits: sum(places.map((at) => picked[at] ?? 0)), n: places.length };
  };
  const pointBiserial = naiveCorrelation(picked, rest);
  return {
    hits: sum(picked),
    n: served.length,
    interval: naiveWilson(sum(picked), served.length),
    byThird: { top: within('top'), middle: within('middle'), bottom: within('bottom') },
    pointBiserial,
    pointBiserialInterval: naiveFisher(pointBiserial, served.length),
  };
}

/** Of attempts that served the same items, by the formulas for samples that statistics programs print. */
export function naiveQuiz(attempts: readonly NaiveAttempt[]) {
  const s = attempts.length;
  const items = (attempts[0] ?? []).map((row) => row.item);
  const p = items.length;
  const totals = attempts.map((attempt) => sum(attempt.map((row) => row.mark)));
  const columns = items.map((item) =>
    attempts.map((attempt) => attempt.find((row) => row.item === item)?.mark ?? 0),
  );
  const mean = sum(totals) / s;
  const moment = (k: number) => sum(totals.map((total) => (total - mean) ** k)) / s;
  const spread = s < 2 ? null : pairwise(totals, totals);
  const varies = spread !== null && spread > 1e-12;
  const m2 = moment(2);
  const skewness = varies && s > 2 ? ((Math.sqrt(s * (s - 1)) / (s - 2)) * moment(3)) / m2 ** 1.5 : null;
  const kurtosis =
    varies && s > 3 ? ((s - 1) / ((s - 2) * (s - 3))) * ((s + 1) * (moment(4) / square(m2) - 3) + 6) : null;
  // Alpha is what the covariances between different items make of the variance of the totals.
  let between = 0;
  for (const [i, one] of columns.entries())
    for (const [j, other] of columns.entries()) if (i !== j) between += s < 2 ? 0 : pairwise(one, other);
  const alpha = varies && p > 1 && s > 2 ? (p / (p - 1)) * (between / spread) : null;
  const error = alpha === null ? null : Math.sqrt(Math.max(0, 1 - alpha));
  const sorted = [...totals].sort((a, b) => a - b);
  const half = sorted.slice(Math.ceil(s / 2) - 1, Math.floor(s / 2) + 1);
  const roots = columns.map((column) => {
    const both = s < 2 ? null : pairwise(column, totals);
    return both === null || both < 0 ? null : Math.sqrt(both);
  });
  const all = sum(roots.map((root) => root ?? 0));
  return {
    n: s,
    items: p,
    mean: s === 0 ? null : mean,
    median: s === 0 ? null : sum(half) / half.length,
    deviation: spread === null ? null : Math.sqrt(spread),
    skewness,
    kurtosis,
    consistency: alpha === null ? null : 100 * alpha,
    errorRatio: error === null ? null : 100 * error,
    standardError: error === null || spread === null ? null : error * Math.sqrt(spread),
    weights: new Map(
      items.map((item, at) => {
        const root = roots[at] ?? null;
        return [
          item,
          { intended: 100 / p, effective: root === null || all < 1e-6 ? null : (100 * root) / all },
        ];
      }),
    ),
  };
}
