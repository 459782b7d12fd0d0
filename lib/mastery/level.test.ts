import { expect, test } from 'vitest';
import { levelOf } from './level.ts';

test.each([
  [null, null],
  [0, 'attempted'],
  [0.699, 'attempted'],
  [0.7, 'familiar'],
  [7 / 10, 'familiar'],
  [0.99, 'familiar'],
  [1, 'proficient'],
])('a last share of %s is %s', (share, level) => {
  expect(levelOf(share)).toBe(level);
});

test('thirds that add up to all of it count as all of it', () => {
  expect(levelOf((1 / 3 + 1 / 3 + 1 / 3) / 1)).toBe('proficient');
  expect(levelOf((0.1 + 0.2 + 0.4) / 1)).toBe('familiar');
});
