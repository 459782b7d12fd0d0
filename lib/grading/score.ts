/** Of an attempt: the sum of its marks, and what could be had; what was not answered earns nothing. */
export type Score = { score: number; maxScore: number };

/** Thirds and sevenths add up to whole numbers again: what floating point leaves over is cut off. */
export function scoreOf(marks: readonly number[], items: number): Score {
  const sum = marks.reduce((total, mark) => total + mark, 0);
  return { score: Math.round(sum * 1e9) / 1e9, maxScore: items };
}

export function shareOf({ score, maxScore }: Score): number {
  return maxScore === 0 ? 0 : score / maxScore;
}
