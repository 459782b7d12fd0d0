/** Probability of at least `hits` successes in independent trials with the given chances (Poisson-binomial, exact). */
export function atLeast(hits: number, chances: readonly number[]): number {
  const exactly = new Float64Array(chances.length + 1);
  exactly[0] = 1;
  for (const [trial, chance] of chances.entries()) {
    for (let at = trial + 1; at > 0; at -= 1)
      exactly[at] = (exactly[at] ?? 0) * (1 - chance) + (exactly[at - 1] ?? 0) * chance;
    exactly[0] = (exactly[0] ?? 0) * (1 - chance);
  }
  return exactly.slice(Math.max(0, hits)).reduce((sum, value) => sum + value, 0);
}
