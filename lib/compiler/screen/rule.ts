import type { Item, Option } from '#lib/course/model.ts';

/**
 * One automatic check for an item-writing flaw. Source of the flaws: the 19 of Tarrant et al. 2006, after
 * Haladyna and Downing. `find` says what is wrong in a sentence, or null.
 */
export type Rule = { name: string; find(item: Item, text: string): string | null };

export function keyOf(item: Item): Option | null {
  const keys = item.options.filter((option) => option.correct);
  return keys.length === 1 ? (keys[0] ?? null) : null;
}

export function wrongOf(item: Item): Option[] {
  return item.options.filter((option) => !option.correct);
}

/** Items whose options are phrases to choose from; true-false has none of its own. */
export function isChoice(item: Item): boolean {
  return item.kind === 'single' || item.kind === 'multiple';
}
