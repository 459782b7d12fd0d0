import type { Item, ItemKind } from './model.ts';

/**
 * An item as it is asked: no key, no rationale, no evidence, and no id. (An item is named by a fingerprint of
 * its content, key included: whoever has the name and the open compiler can try each option until it fits.)
 * Every field is named; nothing is spread.
 */
export type PresentedItem = {
  kind: ItemKind;
  stem: string;
  /** Choices in the order to show: options of single, multiple and true-false. */
  options: { id: string; text: string }[];
  /** matching: the left sides, in the item's own order. */
  lefts: string[];
  /** matching: the right sides, shuffled. ordering: the entries, shuffled. */
  choices: string[];
};

/** An item's stored form without its key. The id stays on the server. */
export type ItemPrompt = PresentedItem & { id: string };

/**
 * The prompt of an item, in an order that says nothing about the key:
 * choices that hold the key by their order (pairs, order) are sorted by text.
 */
export function promptOf(item: Item): ItemPrompt {
  const choices = item.kind === 'matching' ? item.pairs.map((pair) => pair.right) : item.order;
  return {
    id: item.id,
    kind: item.kind,
    stem: item.stem,
    options: item.options.map((option) => ({ id: option.id, text: option.text })),
    lefts: item.pairs.map((pair) => pair.left),
    choices: [...new Set(choices)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  };
}

/**
 * The prompt in the order in which one attempt shows it.
 * `optionOrder` and `choiceOrder` are permutations kept with the attempt, so that
 * a reload shows the same page; missing or unknown entries fall back to the prompt's own order.
 */
export function presentItem(
  prompt: ItemPrompt,
  order: { optionOrder: readonly string[]; choiceOrder: readonly string[] },
): PresentedItem {
  return {
    kind: prompt.kind,
    stem: prompt.stem,
    options: inOrder(prompt.options, order.optionOrder, (option) => option.id),
    lefts: prompt.lefts,
    choices: inOrder(prompt.choices, order.choiceOrder, (choice) => choice),
  };
}

function inOrder<T>(list: readonly T[], order: readonly string[], nameOf: (entry: T) => string): T[] {
  const rank = new Map(order.map((name, index) => [name, index]));
  return list
    .map((entry, index) => ({ entry, at: rank.get(nameOf(entry)) ?? order.length + index }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}
