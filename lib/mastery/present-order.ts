import type { ItemPrompt } from '../course/present-item.ts';
import { shuffle } from '../text/shuffle.ts';

/** A number, a date, a share or an amount: what is read as a scale and so stays in its order. */
const numeric = /^[^\p{L}\p{N}]*\p{N}/u;

/**
 * The order in which one attempt shows an item's options and choices. Numbers stay in the order of the
 * item (a scale out of order is a trap, not a question), and so do "True" and "False".
 */
export function presentOrder(
  prompt: ItemPrompt,
  seed: string,
): { optionOrder: string[]; choiceOrder: string[] } {
  const ids = prompt.options.map((option) => option.id);
  const isFixed = prompt.kind === 'true-false' || prompt.options.every((option) => numeric.test(option.text));
  return {
    optionOrder: isFixed ? ids : shuffle(ids, `${seed}/${prompt.id}/options`),
    choiceOrder: shuffle(prompt.choices, `${seed}/${prompt.id}/choices`),
  };
}
