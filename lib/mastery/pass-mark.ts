/** The share of an exam's marks from which it is passed. */
export const passMark = 0.7;

/** Marks are sums of fractions such as 1/3: what differs by less than this is the same share. */
const tolerance = 1e-9;

export function isPassed(share: number): boolean {
  return share >= passMark - tolerance;
}
