/** A share as whole percent; 100 is written only for all of it. */
export function wholePercent(share: number): number {
  return share >= 1 - 1e-9 ? 100 : Math.min(99, Math.round(share * 100));
}
