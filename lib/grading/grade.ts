import type { ItemPrompt } from '../course/present-item.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isAccepted } from './accept.ts';
import type { Answer } from './answer.ts';
import type { ItemKey } from './item-key.ts';

/**
 * The mark of an answer, from 0 to 1. An answer that cannot have come from the question's form (another
 * kind, an option of another question, an entry twice) is refused and not marked wrong.
 */
export function grade(
  prompt: ItemPrompt,
  key: ItemKey,
  answer: Answer,
): Result<{ mark: number }, 'answer-misfit'> {
  if (answer.kind !== prompt.kind) return refuse('answer-misfit');
  switch (answer.kind) {
    case 'single':
    case 'true-false':
      if (!hasOptions(prompt, [answer.option])) return refuse('answer-misfit');
      return ok({ mark: key.correct.includes(answer.option) ? 1 : 0 });
    case 'multiple':
      if (!hasOptions(prompt, answer.options)) return refuse('answer-misfit');
      return ok({ mark: markOfChoices(key.correct, answer.options) });
    case 'short':
    case 'cloze':
      return ok({ mark: isAccepted(key.accept, answer.text) ? 1 : 0 });
    case 'matching':
      if (answer.rights.length !== prompt.lefts.length) return refuse('answer-misfit');
      if (!answer.rights.every((right) => prompt.choices.includes(right))) return refuse('answer-misfit');
      return ok({ mark: markOfPairs(prompt, key, answer.rights) });
    case 'ordering':
      if (!isPermutation(answer.order, prompt.choices)) return refuse('answer-misfit');
      return ok({ mark: markOfOrder(key.order, answer.order) });
  }
}

function hasOptions(prompt: ItemPrompt, chosen: readonly string[]): boolean {
  const known = new Set(prompt.options.map((option) => option.id));
  return new Set(chosen).size === chosen.length && chosen.every((id) => known.has(id));
}

/** Right choices less wrong ones, as a share of the right ones, never below 0: ticking everything earns nothing. */
function markOfChoices(correct: readonly string[], chosen: readonly string[]): number {
  const right = chosen.filter((id) => correct.includes(id)).length;
  const wrong = chosen.length - right;
  return correct.length === 0 ? 0 : Math.max(0, (right - wrong) / correct.length);
}

/** The share of left sides that were given their own right side. */
function markOfPairs(prompt: ItemPrompt, key: ItemKey, rights: readonly string[]): number {
  const rightOf = new Map(key.pairs.map((pair) => [pair.left, pair.right]));
  const correct = prompt.lefts.filter((left, at) => rightOf.get(left) === rights[at]).length;
  return prompt.lefts.length === 0 ? 0 : correct / prompt.lefts.length;
}

/**
 * The share of entries that are followed by the entry that follows them in the right order (Moodle's
 * ordering question calls it "relative to the next item, excluding last"). By place, one entry moved to
 * the front would cost every mark, though all the others stand in order.
 */
function markOfOrder(right: readonly string[], given: readonly string[]): number {
  if (right.length < 2) return 1;
  let kept = 0;
  for (let at = 0; at + 1 < given.length; at += 1) {
    const place = right.indexOf(given[at] ?? '');
    if (right[place + 1] === given[at + 1]) kept += 1;
  }
  return kept / (right.length - 1);
}

function isPermutation(given: readonly string[], entries: readonly string[]): boolean {
  return (
    given.length === entries.length &&
    new Set(given).size === given.length &&
    given.every((entry) => entries.includes(entry))
  );
}
