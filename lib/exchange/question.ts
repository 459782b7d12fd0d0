import type { ItemKind, Pair } from '../course/model.ts';

/** A question with its key, as it goes from one program to another. */
export type Question = {
  /** What a list of questions calls it. */
  name: string;
  /** What it is filed under: the lesson. */
  category: string;
  kind: ItemKind;
  stem: string;
  /** single, multiple and true-false; a true-false question has “True”, then “False”. */
  options: { text: string; correct: boolean; rationale: string }[];
  pairs: Pair[];
  order: string[];
  accept: string[];
  /** Told whatever was answered: the sentences that decide, each in quotation marks on a line of its own. */
  feedback: string;
};

/** What a format could not take along, or a file said that is not understood. */
export const losses = [
  /** GIFT: “->” stands between the sides of a pair and cannot be escaped; it is written →. */
  'arrow-replaced',
  'ordering-as-matching',
  /** Ordering came with that version; an older Moodle passes the question over. */
  'needs-moodle-4.4',
  'rationale-left-out',
  /** Characters that XML cannot hold. */
  'characters-left-out',
  /** Weights other than those by which Lectern marks; right and wrong stay. */
  'weights-left-out',
  'wildcard-left-out',
  'picture-left-out',
  'unsupported-kind',
  'no-question-text',
  'no-answer',
  'unfinished',
] as const;
export type Loss = { code: (typeof losses)[number]; name: string; line: number | null };

/** What a file holds is not read on from here. */
export type FileRefusal = 'too-large' | 'doctype' | 'damaged' | 'too-deep' | 'other-format';

/** Characters of a file of questions; a bank of a thousand has about a million. */
export const longestFile = 8_000_000;

export function quoted(quotes: readonly string[]): string {
  return quotes.map((quote) => `“${quote}”`).join('\n');
}

/** The quotations in a feedback, as `quoted` writes them. */
export function quotesIn(feedback: string): string[] {
  return feedback.split('\n').flatMap((line) => {
    const found = /^\s*“(.+)”\s*$/.exec(line);
    return found?.[1] === undefined ? [] : [found[1]];
  });
}

/** The share of the mark that ticking one right option earns, and one wrong option costs: `markOfChoices` in percent. */
export function weightOf(options: readonly { correct: boolean }[]): number {
  const right = options.filter(({ correct }) => correct).length;
  return right === 0 ? 0 : Math.round(1e7 / right) / 1e5;
}

/** Whether a blank for the answer stands in the text. */
export function hasBlank(stem: string): boolean {
  return /_{3,}/.test(stem);
}

/** An order that is asked as pairs of place and entry. */
export function orderAsPairs(order: readonly string[]): Pair[] {
  return order.map((right, at) => ({ left: String(at + 1), right }));
}

/** The order again, where the left sides are places; null for any other pairs. */
export function orderOfPairs(pairs: readonly Pair[]): string[] | null {
  return pairs.length > 1 && pairs.every(({ left }, at) => left === String(at + 1))
    ? pairs.map(({ right }) => right)
    : null;
}
