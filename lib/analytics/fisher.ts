export type Interval = { low: number; high: number };

const z = 1.959963984540054;

/**
 * Where the true correlation lies with 95 % confidence, by Fisher's z. Null of three values or fewer, which say
 * nothing. Of a perfect correlation the interval has no width: that is the formula's limit, and no promise.
 */
export function fisherInterval(correlation: number, n: number): Interval | null {
  if (n <= 3) return null;
  if (Math.abs(correlation) >= 1 - 1e-12)
    return { low: Math.sign(correlation), high: Math.sign(correlation) };
  const middle = Math.atanh(correlation);
  const half = z / Math.sqrt(n - 3);
  return { low: Math.tanh(middle - half), high: Math.tanh(middle + half) };
}
