import type { KeyItem, Sheet, SheetItem } from '#lib/analytics/judging/sheet.ts';
import type { Criterion, Verdict } from '#lib/analytics/judging/verdict.ts';

/** What the page holds: the sheet and the key that were written into it, and the judge's drafts of verdicts. */

export type Publishable = Verdict['publishable'];
export type Draft = {
  answer: string;
  isAnswered: boolean;
  faults: Criterion[];
  publishable: Publishable | null;
  note: string;
};
export type State = { judge: string; at: number; drafts: Record<string, Draft> };

const data = JSON.parse(byId('data').textContent ?? '') as {
  sheet: Sheet;
  criteria: Record<Criterion, string>;
  /** In base64: not a secret, only not to be read by chance. */
  key: string;
};
export const { sheet, criteria } = data;
const bytes = Uint8Array.from(atob(data.key), (letter) => letter.charCodeAt(0));
export const keys = JSON.parse(new TextDecoder().decode(bytes)) as KeyItem[];
export const names = Object.keys(criteria) as Criterion[];
export const decisions: readonly [letter: string, value: Publishable, label: string][] = [
  ['Y', 'yes', 'Yes, as it is'],
  ['E', 'with-edit', 'With an edit'],
  ['N', 'no', 'No'],
];
const store = `lectern-judging-${sheet.seed}-${sheet.items.length}-${data.key.length}`;
export const state: State = {
  judge: '',
  at: 0,
  drafts: {},
  ...JSON.parse(localStorage.getItem(store) ?? '{}'),
};

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no part “${id}”.`);
  return found;
}

export function make(
  tag: string,
  set: Record<string, string | boolean>,
  ...inside: (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(...inside);
  return made;
}

export function item(): SheetItem {
  const found = sheet.items[state.at];
  if (found === undefined) throw new Error('There is no such question.');
  return found;
}

export function draft(): Draft {
  const { id } = item();
  state.drafts[id] ??= { answer: '', isAnswered: false, faults: [], publishable: null, note: '' };
  return state.drafts[id];
}

export function keep(): void {
  localStorage.setItem(store, JSON.stringify(state));
  const done = sheet.items.filter(({ id }) => state.drafts[id]?.publishable != null).length;
  byId('progress').textContent = `Question ${state.at + 1} of ${sheet.items.length}, ${done} judged`;
}

export function say(message: string): void {
  byId('status').textContent = message;
}
