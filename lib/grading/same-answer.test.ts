import { expect, test } from 'vitest';
import { isSameAnswer } from './same-answer.ts';

test('ticks in another order are the same answer', () => {
  expect(
    isSameAnswer({ kind: 'multiple', options: ['a', 'b'] }, { kind: 'multiple', options: ['b', 'a'] }),
  ).toBe(true);
});

test('another order of an ordering, and of pairs, is another answer', () => {
  expect(isSameAnswer({ kind: 'ordering', order: ['a', 'b'] }, { kind: 'ordering', order: ['b', 'a'] })).toBe(
    false,
  );
  expect(
    isSameAnswer({ kind: 'matching', rights: ['a', 'b'] }, { kind: 'matching', rights: ['b', 'a'] }),
  ).toBe(false);
});

test('the same words for another kind of question are another answer', () => {
  expect(isSameAnswer({ kind: 'short', text: 'a' }, { kind: 'cloze', text: 'a' })).toBe(false);
  expect(isSameAnswer({ kind: 'short', text: 'a' }, { kind: 'short', text: 'a' })).toBe(true);
  expect(isSameAnswer({ kind: 'single', option: 'a' }, { kind: 'single', option: 'b' })).toBe(false);
});
