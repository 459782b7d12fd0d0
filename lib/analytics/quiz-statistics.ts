import { fewestToRead, settled } from './item-reading.ts';
import { centralMoment, mean, median, variance } from './moments.ts';

export type ConsistencyReading = 'too-few' | 'satisfactory' | 'between' | 'unsatisfactory';

/** Of attempts that all served the same items. Nothing is clamped; null is what is not defined. */
export type QuizStatistics = {
  n: number;
  items: number;
  possible: number;
  mean: number | null;
  median: number | null;
  deviation: number | null;
  skewness: number | null;
  /** Excess over the normal curve's. */
  kurtosis: number | null;
  /** Cronbach's alpha in percent; may be below 0. */
  consistency: number | null;
  /** In percent of the deviation; may be above 100. */
  errorRatio: number | null;
  /** In marks. */
  standardError: number | null;
  /** Null where there is no consistency to read. */
  reading: ConsistencyReading | null;
};

/** `columns` are the marks on each item, in the same order of attempts as `totals`. */
export function quizStatistics(
  columns: readonly (readonly number[])[],
  maxMarks: readonly number[],
  totals: readonly number[],
): QuizStatistics {
  const s = totals.length;
  const k2 = variance(totals);
  const deviation = k2 === null ? null : Math.sqrt(k2);
  const consistency = alphaOf(columns, k2, s);
  // Rounding must not make the root of less than nothing out of a perfect consistency.
  const errorRatio = consistency === null ? null : 100 * Math.sqrt(Math.max(0, 1 - consistency / 100));
  return {
    n: s,
    items: columns.length,
    possible: maxMarks.reduce((sum, mark) => sum + mark, 0),
    mean: s === 0 ? null : mean(totals),
    median: median(totals),
    deviation,
    skewness: skewnessOf(totals, k2),
    kurtosis: kurtosisOf(totals, k2),
    consistency,
    errorRatio,
    standardError: errorRatio === null || deviation === null ? null : (errorRatio * deviation) / 100,
    reading: readConsistency(consistency, s),
  };
}

function skewnessOf(totals: readonly number[], k2: number | null): number | null {
  const s = totals.length;
  if (s <= 2 || k2 === null || k2 === 0) return null;
  const k3 = (s * s * centralMoment(totals, 3)) / ((s - 1) * (s - 2));
  return k3 / k2 ** 1.5;
}

function kurtosisOf(totals: readonly number[], k2: number | null): number | null {
  const s = totals.length;
  if (s <= 3 || k2 === null || k2 === 0) return null;
  const [m2, m4] = [centralMoment(totals, 2), centralMoment(totals, 4)];
  const k4 = (s * s * ((s + 1) * m4 - 3 * (s - 1) * m2 * m2)) / ((s - 1) * (s - 2) * (s - 3));
  return k4 / k2 ** 2;
}

function alphaOf(columns: readonly (readonly number[])[], k2: number | null, s: number): number | null {
  const p = columns.length;
  if (p <= 1 || s <= 2 || k2 === null || k2 === 0) return null;
  const apart = columns.reduce((sum, marks) => sum + (variance(marks) ?? 0), 0);
  return ((100 * p) / (p - 1)) * (1 - apart / k2);
}

function readConsistency(consistency: number | null, n: number): ConsistencyReading | null {
  if (consistency === null) return null;
  if (n < fewestToRead) return 'too-few';
  const percent = settled(consistency);
  if (percent > 75) return 'satisfactory';
  return percent < 64 ? 'unsatisfactory' : 'between';
}
