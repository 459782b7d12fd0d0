import type { Item, ItemKind, Option } from '#lib/course/model.ts';

/** What a mutation may take from around the item. */
export type Surroundings = {
  text: string;
  /** Another item of the course, of the same kind where there is one. */
  other: Item;
};

/** A fault that is put into a good item; null where the item gives no room for it. */
export type Mutation = {
  name: string;
  kinds: readonly ItemKind[];
  apply(item: Item, around: Surroundings): Item | null;
};

export const everyKind: readonly ItemKind[] = [
  'single',
  'multiple',
  'true-false',
  'short',
  'cloze',
  'matching',
  'ordering',
];

export function keyOption(item: Item): Option | undefined {
  return item.options.find((option) => option.correct);
}

/** With the options that the change gives; `at` counts the wrong options, and is -1 for a key. */
export function changeOptions(item: Item, change: (option: Option, at: number) => Option): Item {
  let wrong = -1;
  return {
    ...item,
    options: item.options.map((option) => {
      if (option.correct) return change(option, -1);
      wrong += 1;
      return change(option, wrong);
    }),
  };
}

/** The first wrong option with other words. */
export function rewordWrong(item: Item, text: string): Item {
  return changeOptions(item, (option, at) => (at === 0 ? { ...option, text } : option));
}

export function rewordKey(item: Item, reword: (text: string) => string): Item {
  return changeOptions(item, (option, at) => (at < 0 ? { ...option, text: reword(option.text) } : option));
}
