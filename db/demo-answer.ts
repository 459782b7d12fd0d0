import type { ItemPrompt } from '#lib/course/present-item.ts';
import type { Answer } from '#lib/grading/answer.ts';
import type { ItemKey } from '#lib/grading/item-key.ts';

/** An answer that a made-up learner gives: the right one, or one as wrong as the question's form allows. */
export function demoAnswer(prompt: ItemPrompt, key: ItemKey, isRight: boolean): Answer {
  switch (prompt.kind) {
    case 'single':
    case 'true-false':
      return { kind: prompt.kind, option: pick(prompt, key, isRight) };
    case 'multiple':
      return { kind: 'multiple', options: isRight ? key.correct : [pick(prompt, key, false)] };
    case 'short':
    case 'cloze':
      return { kind: prompt.kind, text: isRight ? (key.accept[0] ?? '?') : 'not sure' };
    case 'matching': {
      const rights = prompt.lefts.map((left) => key.pairs.find((pair) => pair.left === left)?.right ?? '?');
      // Every answer one place on: each pair is wrong.
      return { kind: 'matching', rights: isRight ? rights : [...rights.slice(1), ...rights.slice(0, 1)] };
    }
    case 'ordering':
      return { kind: 'ordering', order: isRight ? key.order : key.order.toReversed() };
  }
}

function pick(prompt: ItemPrompt, key: ItemKey, isRight: boolean): string {
  const found = prompt.options.find((option) => key.correct.includes(option.id) === isRight);
  return (found ?? prompt.options[0])?.id ?? '';
}
