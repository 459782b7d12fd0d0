import type { ItemKind } from '../course/model.ts';
import { mean } from './moments.ts';
import { type Third, thirdsOf } from './thirds.ts';

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
  /** Places of the attempts among all sittings; the lists below are in the same order. */
  places: readonly number[];
  sittings: readonly Sitting[];
  marks: readonly number[];
  /**
   * Rest scores: the attempt's total without the item. Where attempts could earn different amounts on the rest,
   * each is put in the measure of their mean, so that a longer quiz does not look like a better learner.
   */
  rest: readonly number[];
  /** By the rest score. */
  thirds: readonly Third[];
};

/** A column for each item, in their order. */
export function columnsOf(items: readonly MeasuredItem[], sittings: readonly Sitting[]): ItemColumn[] {
  const maxMarks = new Map(items.map((item) => [item.id, item.maxMark]));
  const earned = sittings.map(sumOf);
  const possible = sittings.map((sitting) => {
    let sum = 0;
    for (const id of sitting.marks.keys()) sum += maxMarks.get(id) ?? 1;
    return sum;
  });
  return items.map((item) => {
    const places = [...sittings.keys()].filter((at) => sittings[at]?.marks.has(item.id) === true);
    const marks = places.map((at) => sittings[at]?.marks.get(item.id) ?? 0);
    const most = places.map((at) => (possible[at] ?? 0) - item.maxMark);
    const measure = most.length === 0 ? 0 : mean(most);
    const rest = places.map((at, row) => {
      const others = most[row] ?? 0;
      return others <= 0 ? 0 : exact((((earned[at] ?? 0) - (marks[row] ?? 0)) * measure) / others);
    });
    return {
      places,
      sittings: places.flatMap((at) => sittings[at] ?? []),
      marks,
      rest,
      thirds: thirdsOf(rest),
    };
  });
}

export function totalOf(sitting: Sitting): number {
  return exact(sumOf(sitting));
}

function sumOf(sitting: Sitting): number {
  let sum = 0;
  for (const mark of sitting.marks.values()) sum += mark;
  return sum;
}

/** Equal scores must compare as equal, in whatever order their marks were added. */
function exact(value: number): number {
  return Math.round(value * 1e11) / 1e11;
}
