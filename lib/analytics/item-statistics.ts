import { fisherInterval, type Interval } from './fisher.ts';
import { guessScore } from './guess-score.ts';
import { type ItemReading, readItem } from './item-reading.ts';
import { correlation, covariance, largestCovariance, mean, variance } from './moments.ts';
import { type OptionStatistics, optionStatistics } from './option-statistics.ts';
import type { ItemColumn, MeasuredItem } from './sitting.ts';
import { wilson } from './wilson.ts';

export type ItemStatistics = {
  id: string;
  /** Finished attempts that served it, answered or not. */
  n: number;
  /** Mean share of the mark. */
  facility: number | null;
  facilityInterval: Interval;
  /** In shares of the mark. */
  deviation: number | null;
  /** Correlation of the mark with the rest of the quiz, −100 to 100. */
  discrimination: number | null;
  discriminationInterval: Interval | null;
  /** The covariance with the rest, in percent of the largest that these marks allow. */
  efficiency: number | null;
  guessScore: number | null;
  options: OptionStatistics[];
  reading: ItemReading;
};

export function itemStatistics(item: MeasuredItem, column: ItemColumn): ItemStatistics {
  const { marks, rest } = column;
  const n = marks.length;
  const facility = n === 0 ? null : mean(marks) / item.maxMark;
  const spread = variance(marks);
  const related = correlation(marks, rest);
  const discrimination = related === null ? null : 100 * related;
  const interval = related === null ? null : fisherInterval(related, n);
  const discriminationInterval =
    interval === null ? null : { low: 100 * interval.low, high: 100 * interval.high };
  const efficiency = efficiencyOf(marks, rest);
  // Shares of a mark count as parts of a hit: they vary less than right and wrong, so that this is wide enough.
  const { low, high } = wilson((facility ?? 0) * n, n);
  return {
    id: item.id,
    n,
    facility,
    facilityInterval: { low, high },
    deviation: spread === null ? null : Math.sqrt(spread) / item.maxMark,
    discrimination,
    discriminationInterval,
    efficiency,
    guessScore: guessScore(item),
    options: optionStatistics(item, column),
    reading: readItem({ n, facility, discrimination, discriminationInterval, efficiency }),
  };
}

function efficiencyOf(marks: readonly number[], rest: readonly number[]): number | null {
  const [both, most] = [covariance(marks, rest), largestCovariance(marks, rest)];
  return both === null || most === null || most === 0 ? null : (100 * both) / most;
}
