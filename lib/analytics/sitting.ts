import type { ItemKind } from '../course/model.ts';
import { mean } from './moments.ts';

/** An item as statistics see it. */
export type MeasuredItem = {
  id: string;
  kind: ItemKind;
  maxMark: number;
  /** single, multiple and true-false; empty elsewhere. */
  options: readonly { id: string; isKey: boolean }[];
  /** What each part of a matching question can be matched with. */
  choices: number;
};

/** One finished attempt. What was served and left open has the mark 0 and nothing chosen. */
export type Sitting = {
  /** By item: exactly the items that were served. */
  marks: ReadonlyMap<string, number>;
  /** By item: the options that were chosen. */
  chosen: ReadonlyMap<string, readonly string[]>;
};

/** What the attempts that served an item earned on it, and on the rest of what they served. */
export type ItemColumn = {
  sittings: readonly Sitting[];
  marks: readonly number[];
  /**
   * Rest scores: the attempt's total without the item. Where attempts could earn different amounts on the rest,
   * each is put in the measure of their mean, so that a longer quiz does not look like a better learner.
   */
  rest: readonly number[];
};

export function columnOf(
  item: MeasuredItem,
  sittings: readonly Sitting[],
  maxMarks: ReadonlyMap<string, number>,
): ItemColumn {
  const served = sittings.filter((sitting) => sitting.marks.has(item.id));
  const marks = served.map((sitting) => sitting.marks.get(item.id) ?? 0);
  const possible = served.map((sitting) => possibleOf(sitting, maxMarks) - item.maxMark);
  const measure = possible.length === 0 ? 0 : mean(possible);
  const rest = served.map((sitting, at) => {
    const most = possible[at] ?? 0;
    return most <= 0 ? 0 : exact(((sumOf(sitting) - (marks[at] ?? 0)) * measure) / most);
  });
  return { sittings: served, marks, rest };
}

export function totalOf(sitting: Sitting): number {
  return exact(sumOf(sitting));
}

function sumOf(sitting: Sitting): number {
  let sum = 0;
  for (const mark of sitting.marks.values()) sum += mark;
  return sum;
}

export function possibleOf(sitting: Sitting, maxMarks: ReadonlyMap<string, number>): number {
  let possible = 0;
  for (const id of sitting.marks.keys()) possible += maxMarks.get(id) ?? 1;
  return possible;
}

/** Equal scores must compare as equal, in whatever order their marks were added. */
function exact(value: number): number {
  return Math.round(value * 1e11) / 1e11;
}
