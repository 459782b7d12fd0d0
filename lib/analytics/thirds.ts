export const thirds = ['top', 'middle', 'bottom'] as const;
export type Third = (typeof thirds)[number];

/**
 * To which third of the class each score belongs. Equal scores stand in the same third, by the middle of their
 * ranks: in a class with many equal scores the thirds differ in size, and nobody is put above an equal by chance.
 */
export function thirdsOf(scores: readonly number[]): Third[] {
  const n = scores.length;
  const sorted = scores.toSorted((a, b) => a - b);
  const standing = new Map<number, { below: number; equal: number }>();
  for (const [at, score] of sorted.entries()) {
    const found = standing.get(score);
    if (found === undefined) standing.set(score, { below: at, equal: 1 });
    else found.equal += 1;
  }
  return scores.map((score) => {
    const { below, equal } = standing.get(score) ?? { below: 0, equal: 0 };
    // Three times the middle rank, in halves, against the whole: no rounding.
    const rank = 3 * (2 * below + equal);
    return rank < 2 * n ? 'bottom' : rank > 4 * n ? 'top' : 'middle';
  });
}
