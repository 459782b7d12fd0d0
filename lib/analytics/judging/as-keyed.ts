import { foldAnswer, isAccepted } from '#lib/grading/accept.ts';
import { formOf } from './draw.ts';
import type { KeyItem } from './sheet.ts';

/** Whether a judge's blind answer is what the key says. Letters in either case, with or without marks between. */
export function isAsKeyed(key: KeyItem, answer: string): boolean {
  switch (formOf(key.kind)) {
    case 'typed':
      return isAccepted(key.accept, answer);
    case 'matching':
      return sorted(pairsIn(answer)) === sorted(pairsIn(key.right));
    case 'ordering':
      return lettersIn(answer).join() === lettersIn(key.right).join();
    case 'option':
      return sorted(chosen(key, answer)) === sorted(lettersIn(key.right));
  }
}

function chosen(key: KeyItem, answer: string): string[] {
  const named = key.options.find((option) => foldAnswer(option.text, ' ') === foldAnswer(answer, ' '));
  if (named !== undefined) return [named.letter];
  if (key.kind === 'multiple') return lettersIn(answer);
  const letter = /^\(?([a-z])\)?(?:[.):,]|\s*$)/i.exec(answer.trim())?.[1];
  return letter === undefined ? [] : [letter.toUpperCase()];
}

/** Letters that stand alone, or all of them where nothing else is given ("ACD"). */
function lettersIn(answer: string): string[] {
  const plain = answer.trim().toUpperCase();
  if (/^[A-Z]{2,10}$/.test(plain)) return [...plain];
  return plain.match(/(?<![A-Z])[A-Z](?![A-Z])/g) ?? [];
}

function pairsIn(answer: string): string[] {
  return [...answer.toUpperCase().matchAll(/(\d+)[^A-Z\d]*([A-Z])(?![A-Z])/g)].map(
    ([, number = '', letter = '']) => `${number}${letter}`,
  );
}

function sorted(parts: readonly string[]): string {
  return [...new Set(parts)].sort().join();
}
