/** A share with the interval in which the true one lies with 95 % confidence. */
export type Rate = { hits: number; n: number; share: number; low: number; high: number };

const z = 1.959963984540054;

/** Wilson's score interval: honest for small n and for shares near 0 and 1. Nothing counted gives 0 to 1. */
export function wilson(hits: number, n: number): Rate {
  if (n === 0) return { hits, n, share: 0, low: 0, high: 1 };
  const share = hits / n;
  const spread = 1 + (z * z) / n;
  const middle = (share + (z * z) / (2 * n)) / spread;
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / spread;
  // At the ends the sum is exact but for rounding.
  const low = hits === 0 ? 0 : middle - half;
  const high = hits === n ? 1 : middle + half;
  return { hits, n, share, low, high };
}
