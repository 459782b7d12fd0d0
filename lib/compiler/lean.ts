import { jaccard, topicStems } from './likeness.ts';
import { wordCount } from './wording.ts';

/** Standings, in spreads from the mean of the options, from which on the key can be told by its form. */
const telling = 0.8;

/**
 * How far a key stands out among its options by what it shares with them, by what it says more or less, and by
 * its length: `tells` where the first is high or the second low, `size` to compare sets by, 0 for none.
 */
export function leanOf(
  key: { text: string },
  wrong: readonly { text: string }[],
): { tells: boolean; size: number } {
  const options = [key, ...wrong];
  const stems = options.map(({ text }) => topicStems(text));
  const nearness = standingOfFirst(
    stems.map((own) => stems.reduce((sum, other) => sum + (other === own ? 0 : jaccard(own, other)), 0)),
  );
  const detail = standingOfFirst(options.map(({ text }) => specificity(text)));
  const length = standingOfFirst(options.map(({ text }) => text.length));
  return {
    tells: nearness > telling || detail < -telling,
    size: Math.max(0, nearness) ** 2 + detail ** 2 + 0.5 * length ** 2,
  };
}

/** Figures, commas and capitals, and a little for each word: what makes an option look exact. */
export function specificity(text: string): number {
  return (text.match(/\d|,|\b\p{Lu}/gu) ?? []).length + wordCount(text) / 10;
}

function standingOfFirst(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return spread === 0 ? 0 : ((values[0] ?? 0) - mean) / spread;
}
