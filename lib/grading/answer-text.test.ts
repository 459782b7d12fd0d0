import { expect, test } from 'vitest';
import type { ItemPrompt } from '../course/present-item.ts';
import { answerText, correctText } from './answer-text.ts';

const prompt: ItemPrompt = {
  id: 'i',
  kind: 'multiple',
  stem: '?',
  options: [
    { id: 'a', text: 'Yuan' },
    { id: 'b', text: 'Gold' },
    { id: 'c', text: 'Roubles' },
  ],
  lefts: ['2001', '2014'],
  choices: ['contract', 'treaty'],
};
const key = {
  correct: ['a', 'c'],
  pairs: [
    { left: '2001', right: 'treaty' },
    { left: '2014', right: 'contract' },
  ],
  order: ['treaty', 'contract'],
  accept: ['bloc', 'block'],
};

test('choices are told by their texts, in the order of the question', () => {
  expect(answerText(prompt, { kind: 'multiple', options: ['c', 'a'] })).toBe('Yuan; Roubles');
  expect(correctText(prompt, key)).toBe('Yuan; Roubles');
});

test('pairs and orders are told with arrows, typed answers as typed', () => {
  expect(answerText(prompt, { kind: 'matching', rights: ['contract', 'treaty'] })).toBe(
    '2001 → contract; 2014 → treaty',
  );
  expect(correctText({ ...prompt, kind: 'matching' }, key)).toBe('2001 → treaty; 2014 → contract');
  expect(answerText(prompt, { kind: 'ordering', order: ['a', 'b'] })).toBe('a → b');
  expect(correctText({ ...prompt, kind: 'ordering' }, key)).toBe('treaty → contract');
  expect(answerText(prompt, { kind: 'short', text: 'a bloc' })).toBe('a bloc');
  expect(correctText({ ...prompt, kind: 'cloze' }, key)).toBe('bloc');
});
