/** What a question takes with its evidence, in seconds, where nothing is known of the learner: a rough mean. */
export const typicalSeconds = 40;

/** A longer gap is a pause, not a question. */
const longestGap = 180;
/** Fewer say nothing of somebody's pace. */
const fewestGaps = 10;
/** However fast somebody is: a question must be read. */
const leastSeconds = 10;

/**
 * Seconds that a question takes this learner: the median of the gaps between answers in review that followed one
 * another, which the slowest and the quickest do not move. `times` in any order.
 */
export function secondsEach(times: readonly Date[]): number {
  const sorted = times.map((time) => time.getTime()).sort((a, b) => a - b);
  const gaps = sorted
    .slice(1)
    .map((time, at) => (time - (sorted[at] ?? time)) / 1000)
    .filter((gap) => gap > 0 && gap <= longestGap)
    .sort((a, b) => a - b);
  if (gaps.length < fewestGaps) return typicalSeconds;
  const middle = gaps.length >> 1;
  const upper = gaps[middle] ?? typicalSeconds;
  const median = gaps.length % 2 === 1 ? upper : ((gaps[middle - 1] ?? upper) + upper) / 2;
  return Math.max(leastSeconds, median);
}

/** How many questions fit into the minutes that somebody has; at least one. */
export function questionsIn(minutes: number, seconds: number): number {
  return Math.max(1, Math.floor((minutes * 60) / seconds));
}

/** Whole minutes that so many questions take; at least one while there is any. */
export function minutesFor(questions: number, seconds: number): number {
  return Math.ceil((questions * seconds) / 60);
}
