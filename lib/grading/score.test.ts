import { expect, test } from 'vitest';
import { scoreOf, shareOf } from './score.ts';

test('what was not answered earns nothing and counts', () => {
  expect(scoreOf([1, 0.5], 4)).toEqual({ score: 1.5, maxScore: 4 });
});

test('three thirds are a whole', () => {
  expect(scoreOf([1 / 3, 1 / 3, 1 / 3], 1).score).toBe(1);
  expect(scoreOf([0.1, 0.2], 1).score).toBe(0.3);
});

test('an attempt without questions has no share of anything', () => {
  expect(shareOf(scoreOf([], 0))).toBe(0);
});
