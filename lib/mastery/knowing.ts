import { recallOf } from './schedule.ts';

/** How firmly something is known, by the latest answers to the questions about it; the least first. */
export const knowings = ['missed', 'shaky', 'known'] as const;
export type Knowing = (typeof knowings)[number];

/** The latest answer to one question. */
export type LatestAnswer = { mark: number; certainty: number | null };

/**
 * The rule, as the page states it. Known: the latest answer to each question was all right, and no guess.
 * Missed: none of them was even half right. Shaky: anything between. Null where nothing was answered.
 * What counts as right is what counts in review, so that the map and the schedule never disagree.
 */
export function knowingOf(answers: readonly LatestAnswer[]): Knowing | null {
  if (answers.length === 0) return null;
  const recalls = answers.map(recallOf);
  if (recalls.every((recall) => recall === 'good')) return 'known';
  return recalls.every((recall) => recall === 'again') ? 'missed' : 'shaky';
}

/** What one question is about, with its latest answer. */
export type AnsweredItem = {
  claimIds: readonly string[];
  /** Addresses of the sentences that prove it. */
  sentences: readonly string[];
  answer: LatestAnswer;
};

export type Standing = {
  knowing: Knowing;
  /** Questions answered. */
  answered: number;
  /** Of them, those whose latest answer was all right and no guess. */
  firm: number;
};

/** Where somebody stands with each thing that a question is about; what no answer speaks of is not in it. */
export function standingsBy(
  items: readonly AnsweredItem[],
  about: (item: AnsweredItem) => readonly string[],
): Map<string, Standing> {
  const answers = new Map<string, LatestAnswer[]>();
  for (const item of items)
    for (const name of new Set(about(item))) answers.set(name, [...(answers.get(name) ?? []), item.answer]);
  return new Map(
    [...answers].flatMap(([name, own]) => {
      const standing = standingOf(own);
      return standing === null ? [] : [[name, standing] as const];
    }),
  );
}

export function standingOf(answers: readonly LatestAnswer[]): Standing | null {
  const knowing = knowingOf(answers);
  if (knowing === null) return null;
  return {
    knowing,
    answered: answers.length,
    firm: answers.filter((answer) => recallOf(answer) === 'good').length,
  };
}
