import type { Question } from './question.ts';

/** One of each kind, rich in what the formats use for themselves: for their tests. */

const none = { options: [], pairs: [], order: [], accept: [] };
const base = { name: 'q', category: 'Trade', feedback: '“Costs fell.”', ...none };
const option = (text: string, correct: boolean, rationale: string) => ({ text, correct, rationale });

export const single: Question = {
  ...base,
  kind: 'single',
  stem: 'Why {did} a < b = c?',
  options: [option('50% ~ more', false, 'No: 1#2'), option('Costs fell', true, 'Stated in 1.2')],
};
export const multiple: Question = {
  ...base,
  kind: 'multiple',
  stem: 'Which?',
  options: [
    option('A', true, ''),
    option('B', true, ''),
    option('C', true, ''),
    option('D', false, 'Not so'),
  ],
};
export const trueFalse: Question = {
  ...base,
  kind: 'true-false',
  stem: 'It rose.',
  options: [option('True', false, 'It fell.'), option('False', true, 'Yes.')],
};
export const short: Question = {
  ...base,
  kind: 'short',
  stem: 'Which word?',
  accept: ['C*', 'bloc'],
  feedback: '',
};
export const cloze: Question = {
  ...base,
  kind: 'cloze',
  stem: 'It is ____.',
  accept: ['a bloc'],
  feedback: '',
};
export const matching: Question = {
  ...base,
  kind: 'matching',
  stem: 'Match.',
  pairs: [
    { left: '2001', right: 'treaty' },
    { left: '2014', right: 'gas -> deal' },
  ],
};
export const ordering: Question = {
  ...base,
  kind: 'ordering',
  stem: 'Order.',
  order: ['b first', 'a second'],
};
export const all = [single, multiple, trueFalse, short, cloze, matching, ordering];
