import type { Item, Option } from '#lib/course/model.ts';
import { dot, fitLogistic, type Weights } from './logistic.ts';
import { bots } from './rules-of-thumb.ts';

/** The items of one document, or of one lesson where there is but one document. */
export type Fold = readonly Item[];

type Row = { option: Option; features: number[]; right: boolean };

/**
 * A test-taker who knows all rules of thumb, and from the answers of all other documents how much each is
 * worth: the option that it takes for each item.
 */
export function learnedPicks(folds: readonly Fold[]): Map<Item, Option> {
  const rows = folds.map((fold) => fold.map((item) => ({ item, rows: rowsOf(item) })));
  const picks = new Map<Item, Option>();
  for (const [held, fold] of rows.entries()) {
    const training = rows.flatMap((other, at) => (at === held ? [] : other.flatMap((each) => each.rows)));
    if (training.length === 0) continue;
    const weights = fitLogistic(training);
    for (const { item, rows: own } of fold) {
      const best = bestOf(own, weights);
      if (best !== null) picks.set(item, best);
    }
  }
  return picks;
}

/** Each rule's score as its distance from the item's mean, in the item's own spread. */
function rowsOf(item: Item): Row[] {
  const columns = bots.map((bot) => standardised(item.options.map((option) => bot.score(option, item))));
  return item.options.map((option, at) => ({
    option,
    features: columns.map((column) => column[at] ?? 0),
    right: option.correct,
  }));
}

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (spread === 0 ? 0 : (value - mean) / spread));
}

function bestOf(rows: readonly Row[], weights: Weights): Option | null {
  let best: { option: Option; score: number } | null = null;
  for (const { option, features } of rows) {
    const score = dot(weights, features);
    if (best === null || score > best.score) best = { option, score };
  }
  return best?.option ?? null;
}
