import { expect, test } from 'vitest';
import { verdictOf } from './verdict.ts';

test('a statement that the text does not make is not called what the text says, whoever judged it', () => {
  expect(verdictOf('true-false', 1, 'False')).toBe('rightUnstated');
  expect(verdictOf('true-false', 0, 'False')).toBe('offUnstated');
});

test('a statement that the text makes is never called what the text does not say', () => {
  expect(verdictOf('true-false', 1, 'True')).toBe('rightStated');
  expect(verdictOf('true-false', 0, 'True')).toBe('offStated');
});

test('other answers are right, partly right or not what the text says', () => {
  expect(verdictOf('single', 1, 'False')).toBe('right');
  expect(verdictOf('matching', 0.5, '')).toBe('partly');
  expect(verdictOf('cloze', 0, '')).toBe('off');
});
