import type { MeasuredItem } from './sitting.ts';

/**
 * The share of the mark that blind choice earns on average. Null where that is not defined: of several right
 * options it depends on how many are ticked, and no standard gives it for putting things in order.
 */
export function guessScore(item: Pick<MeasuredItem, 'kind' | 'options' | 'choices'>): number | null {
  switch (item.kind) {
    case 'single':
      return item.options.length === 0
        ? null
        : item.options.filter((option) => option.isKey).length / item.options.length;
    case 'true-false':
      return 0.5;
    case 'matching':
      return item.choices === 0 ? null : 1 / item.choices;
    // A gap is filled with words of one's own, too.
    case 'short':
    case 'cloze':
      return 0;
    case 'multiple':
    case 'ordering':
      return null;
  }
}
