import { expect, test } from 'vitest';
import { levelOf } from './level.ts';

test.each([
  [null, false, null],
  [0, false, 'attempted'],
  [0.699, false, 'attempted'],
  [0.7, false, 'familiar'],
  [7 / 10, false, 'familiar'],
  [0.99, false, 'familiar'],
  [1, false, 'proficient'],
  [1, true, 'mastered'],
  // What was mastered once and is not all right any more has fallen.
  [0.99, true, 'familiar'],
  [0.2, true, 'attempted'],
  [null, true, null],
])('a last share of %s, mastered %s, is %s', (lastShare, mastered, level) => {
  expect(levelOf({ lastShare, mastered })).toBe(level);
});

test('thirds that add up to all of it count as all of it', () => {
  const of = (lastShare: number) => levelOf({ lastShare, mastered: false });
  expect(of((1 / 3 + 1 / 3 + 1 / 3) / 1)).toBe('proficient');
  expect(of((0.1 + 0.2 + 0.4) / 1)).toBe('familiar');
});
