import type { Item } from '#lib/course/model.ts';
import { shuffle } from '#lib/text/shuffle.ts';
import type { SolverAnswer } from './replies.ts';

/** A question as a solver sees it: nothing in it tells the key. */
export type SheetQuestion = {
  id: string;
  question: string;
  options: Record<string, string>;
  choose: 'one' | 'several';
};

export type Sheet = {
  questions: SheetQuestion[];
  /** By the id on the sheet the item, and by its letters the options. */
  key: ReadonlyMap<string, { item: Item; optionIds: ReadonlyMap<string, string> }>;
};

/** A solver that reads too many at once reads them badly. */
export const mostQuestions = 20;

/** What a solver can answer by letters. */
export function isSolvable(item: Item): boolean {
  return item.options.length > 1;
}

/**
 * The items in sheets, questions and options in an order of their own for each `round`: from round to round
 * the options move on by one place, so that no item has its key twice in the same place of three.
 */
export function sheetsOf(items: readonly Item[], round: number): Sheet[] {
  const sheets: Sheet[] = [];
  for (let from = 0; from < items.length; from += mostQuestions)
    sheets.push(sheetOf(items.slice(from, from + mostQuestions), round));
  return sheets;
}

function sheetOf(items: readonly Item[], round: number): Sheet {
  const key = new Map<string, { item: Item; optionIds: Map<string, string> }>();
  const questions = shuffle(items, `sheet ${round}`).map((item, at): SheetQuestion => {
    // A sheet of its own for each round, so that an answer of one is never taken for that of another.
    const id = `q${round + 1}-${at + 1}`;
    const optionIds = new Map<string, string>();
    const options: Record<string, string> = {};
    for (const [place, option] of moved(shuffle(item.options, item.id), round).entries()) {
      const letter = String.fromCharCode(65 + place);
      optionIds.set(letter, option.id);
      options[letter] = option.text;
    }
    key.set(id, { item, optionIds });
    return { id, question: item.stem, options, choose: item.kind === 'multiple' ? 'several' : 'one' };
  });
  return { questions, key };
}

function moved<T>(list: readonly T[], by: number): T[] {
  const places = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(places), ...list.slice(0, places)];
}

/** The ids of the items whose key, and nothing else, the solver returned. */
export function solvedIds(sheet: Sheet, answers: readonly SolverAnswer[]): Set<string> {
  const solved = new Set<string>();
  for (const [id, { item, optionIds }] of sheet.key) {
    const given = answers.filter((answer) => answer.id === id);
    if (given.length !== 1) continue;
    const letters = new Set(given[0]?.letters.map((letter) => letter.trim().toUpperCase()));
    const chosen = [...letters].map((letter) => optionIds.get(letter));
    const right = item.options.filter((option) => option.correct).map((option) => option.id);
    if (chosen.length === right.length && right.every((option) => chosen.includes(option)))
      solved.add(item.id);
  }
  return solved;
}
