/** How far two judges agree: the share of same verdicts, and Cohen's kappa, which takes chance off. */
export type Agreement = { n: number; percent: number; kappa: number | null };

/**
 * Over the things that both have judged. Kappa is null where it is not defined: nothing was judged by both, or
 * both gave one and the same verdict throughout, so that chance alone would agree.
 */
export function agreement(pairs: readonly (readonly [string, string])[]): Agreement {
  const n = pairs.length;
  if (n === 0) return { n, percent: 0, kappa: null };
  const observed = pairs.filter(([one, other]) => one === other).length / n;
  const verdicts = new Set(pairs.flat());
  let expected = 0;
  for (const verdict of verdicts) {
    const ofOne = pairs.filter(([one]) => one === verdict).length;
    const ofOther = pairs.filter(([, other]) => other === verdict).length;
    expected += (ofOne * ofOther) / (n * n);
  }
  return { n, percent: observed, kappa: verdicts.size < 2 ? null : (observed - expected) / (1 - expected) };
}
