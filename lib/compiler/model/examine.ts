import type { Item } from '#lib/course/model.ts';
import type { Halt, ModelCalls } from './calls.ts';
import type { Passage } from './passages.ts';
import { solverMessage } from './prompts.ts';
import { readAnswers } from './replies.ts';
import { isSolvable, sheetsOf, solvedIds } from './sheets.ts';

/** With the text before it the solver must return the key in each of so many orders. */
const rounds = 3;

/** What the solvers found, or what stopped them. */
export type Examined = { ok: true; ids: Set<string> } | { ok: false; halt: Halt };

/** The ids of the items whose key a solver that reads the passage returns in every order. */
export async function answerableIds(
  calls: ModelCalls,
  passage: Passage,
  items: readonly Item[],
  boundary: string,
): Promise<Examined> {
  const ids = new Set(items.filter(isSolvable).map(({ id }) => id));
  for (let round = 0; round < rounds && ids.size > 0; round += 1) {
    // Who failed once is not asked again.
    const left = items.filter(({ id }) => ids.has(id));
    const solved = await solve(calls, left, { round, passage, boundary });
    if (!solved.ok) return solved;
    for (const { id } of left) if (!solved.ids.has(id)) ids.delete(id);
  }
  // What has no options cannot be confused with another: its answer stands in the evidence.
  for (const item of items) if (!isSolvable(item)) ids.add(item.id);
  return { ok: true, ids };
}

/** The ids of the items with more than two options that a solver guesses without the text. */
export async function guessableIds(
  calls: ModelCalls,
  items: readonly Item[],
  boundary: string,
): Promise<Examined> {
  const asked = items.filter((item) => item.options.length > 2);
  return solve(calls, asked, { round: 0, passage: null, boundary });
}

async function solve(
  calls: ModelCalls,
  items: readonly Item[],
  { round, passage, boundary }: { round: number; passage: Passage | null; boundary: string },
): Promise<Examined> {
  const ids = new Set<string>();
  for (const sheet of sheetsOf(items, round)) {
    const answered = await calls.ask(solverMessage(sheet.questions, passage, boundary), readAnswers);
    if (!answered.ok) return answered;
    for (const id of solvedIds(sheet, answered.value ?? [])) ids.add(id);
  }
  return { ok: true, ids };
}

/** The fault of a frame whose question a solver that reads the text does not answer as it should. */
export function notTheKey(stem: string): string {
  return `a reader of the text does not come to the key of “${stem}” each time`;
}
