/** How well a lesson is known, the least first. */
export const levels = ['attempted', 'familiar', 'proficient', 'mastered'] as const;
export type Level = (typeof levels)[number];

/** Marks are sums of fractions such as 1/3: what differs by less than this is the same share. */
const tolerance = 1e-9;

/**
 * By the share of the marks in the last finished attempt: below 70 % attempted, from 70 % familiar, at 100 %
 * proficient; null before the first one. Mastered is what a later mixed assessment has confirmed (`mastered`),
 * and only while the last attempt is all right. The last attempt counts, not the best: a level can fall.
 */
export function levelOf({
  lastShare,
  mastered,
}: {
  lastShare: number | null;
  mastered: boolean;
}): Level | null {
  if (lastShare === null) return null;
  if (lastShare >= 1 - tolerance) return mastered ? 'mastered' : 'proficient';
  return lastShare >= 0.7 - tolerance ? 'familiar' : 'attempted';
}
