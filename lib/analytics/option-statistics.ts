import { fisherInterval, type Interval } from './fisher.ts';
import { fewestToRead } from './item-reading.ts';
import { correlation } from './moments.ts';
import type { ItemColumn, MeasuredItem } from './sitting.ts';
import type { Third } from './thirds.ts';
import { type Rate, wilson } from './wilson.ts';

/** Why a distractor is worth a look. */
export type OptionFlag =
  /** Chosen by fewer than one in twenty: it does no work. */
  | 'idle'
  /** Rather chosen by those who do better on the rest. */
  | 'draws-the-strong';

export type OptionStatistics = {
  id: string;
  isKey: boolean;
  /** Of all whom the item was served. */
  chosen: Rate;
  byThird: Record<Third, { hits: number; n: number }>;
  /** Of choosing it, with the rest score: −1 to 1. */
  pointBiserial: number | null;
  pointBiserialInterval: Interval | null;
  /** None of a key, and none below the fewest that are read. */
  flags: OptionFlag[];
};

export function optionStatistics(item: MeasuredItem, column: ItemColumn): OptionStatistics[] {
  const n = column.sittings.length;
  const standing = column.thirds;
  const sizeOf = (third: Third) => standing.filter((one) => one === third).length;
  const sizes = { top: sizeOf('top'), middle: sizeOf('middle'), bottom: sizeOf('bottom') };
  return item.options.map(({ id, isKey }) => {
    const picked = column.sittings.map((sitting) => (sitting.chosen.get(item.id) ?? []).includes(id));
    const hits = picked.filter(Boolean).length;
    const within = (third: Third) => ({
      hits: picked.filter((one, at) => one && standing[at] === third).length,
      n: sizes[third],
    });
    const pointBiserial = correlation(picked.map(Number), column.rest);
    const flags: OptionFlag[] = [];
    if (!isKey && n >= fewestToRead) {
      if (hits / n < 0.05) flags.push('idle');
      if (pointBiserial !== null && pointBiserial > 0) flags.push('draws-the-strong');
    }
    return {
      id,
      isKey,
      chosen: wilson(hits, n),
      byThird: { top: within('top'), middle: within('middle'), bottom: within('bottom') },
      pointBiserial,
      pointBiserialInterval: pointBiserial === null ? null : fisherInterval(pointBiserial, n),
      flags,
    };
  });
}
