/**
 * Sums of marks like 1/3 differ in their last digits, so that what is nothing comes out as about 1e-12. The least
 * that marks can truly give, in a class of thousands, is far above this.
 */
const rounding = 1e-10;

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Divided by one less than there are values: of a sample. Null of fewer than two. */
export function covariance(first: readonly number[], second: readonly number[]): number | null {
  const n = first.length;
  if (n < 2) return null;
  const [a, b] = [mean(first), mean(second)];
  const found = first.reduce((sum, value, at) => sum + (value - a) * ((second[at] ?? b) - b), 0) / (n - 1);
  return Math.abs(found) < rounding ? 0 : found;
}

export function variance(values: readonly number[]): number | null {
  return covariance(values, values);
}

/** From −1 to 1; null where one of the two is the same for everybody. */
export function correlation(first: readonly number[], second: readonly number[]): number | null {
  const [a, b, both] = [variance(first), variance(second), covariance(first, second)];
  if (a === null || b === null || both === null || a * b === 0) return null;
  return both / Math.sqrt(a * b);
}

/** Mean of the k-th powers of the distances from the mean. */
export function centralMoment(values: readonly number[], k: number): number {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** k));
}

/** Of an even number of values, halfway between the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** The largest covariance that these values could have, were the best here the best there. */
export function largestCovariance(first: readonly number[], second: readonly number[]): number | null {
  const rising = (values: readonly number[]) => values.toSorted((a, b) => a - b);
  return covariance(rising(first), rising(second));
}
