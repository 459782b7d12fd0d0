/** How well a lesson is known, by the share of the marks in the last finished attempt. */
export type Level = 'attempted' | 'familiar' | 'proficient';

/** Marks are sums of fractions such as 1/3: what differs by less than this is the same share. */
const tolerance = 1e-9;

/**
 * Below 70 % attempted, from 70 % familiar, at 100 % proficient; null before the first finished attempt.
 * The last attempt counts, not the best: a level can fall.
 */
export function levelOf(lastShare: number | null): Level | null {
  if (lastShare === null) return null;
  if (lastShare >= 1 - tolerance) return 'proficient';
  return lastShare >= 0.7 - tolerance ? 'familiar' : 'attempted';
}
