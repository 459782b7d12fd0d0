import type { ItemPrompt } from '../course/present-item.ts';
import type { Answer } from './answer.ts';
import type { ItemKey } from './item-key.ts';

/** An answer as one line of text, for lists of answers. */
export function answerText(prompt: ItemPrompt, answer: Answer): string {
  switch (answer.kind) {
    case 'single':
    case 'true-false':
      return optionTexts(prompt, [answer.option]);
    case 'multiple':
      return optionTexts(prompt, answer.options);
    case 'short':
    case 'cloze':
      return answer.text;
    case 'matching':
      return prompt.lefts.map((left, at) => `${left} → ${answer.rights[at] ?? ''}`).join('; ');
    case 'ordering':
      return answer.order.join(' → ');
  }
}

/** What would have been right, in the same form. */
export function correctText(prompt: ItemPrompt, key: ItemKey): string {
  switch (prompt.kind) {
    case 'single':
    case 'true-false':
    case 'multiple':
      return optionTexts(prompt, key.correct);
    case 'short':
    case 'cloze':
      return key.accept[0] ?? '';
    case 'matching':
      return key.pairs.map((pair) => `${pair.left} → ${pair.right}`).join('; ');
    case 'ordering':
      return key.order.join(' → ');
  }
}

function optionTexts(prompt: ItemPrompt, ids: readonly string[]): string {
  return prompt.options
    .filter((option) => ids.includes(option.id))
    .map((option) => option.text)
    .join('; ');
}
