import { expect, test } from 'vitest';
import { isPassed } from './pass-mark.ts';

test('seventy per cent is enough, and less is not', () => {
  expect([0.69, 0.7, 1].map(isPassed)).toEqual([false, true, true]);
});

test('seven questions of ten are seventy per cent, however their marks were summed', () => {
  expect(isPassed((6 + 1 / 3 + 1 / 3 + 1 / 3) / 10)).toBe(true);
});
