import type { Answer } from './answer.ts';

/** Whether two answers say the same: a retry of one response must, whatever order its ticks were sent in. */
export function isSameAnswer(a: Answer, b: Answer): boolean {
  return canonical(a) === canonical(b);
}

function canonical(answer: Answer): string {
  switch (answer.kind) {
    case 'single':
    case 'true-false':
      return JSON.stringify([answer.kind, answer.option]);
    case 'multiple':
      return JSON.stringify([answer.kind, ...answer.options.toSorted()]);
    case 'short':
    case 'cloze':
      return JSON.stringify([answer.kind, answer.text]);
    case 'matching':
      return JSON.stringify([answer.kind, ...answer.rights]);
    case 'ordering':
      return JSON.stringify([answer.kind, ...answer.order]);
  }
}
