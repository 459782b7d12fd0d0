import { describe, expect, it } from 'vitest';
import { isLeech, reviewDay } from './review-day.ts';

describe('a day of review', () => {
  it.each([
    [
      { due: 0, done: 0, extra: false, cap: 20 },
      { now: 0, later: 0, minutes: 0 },
    ],
    [
      { due: 7, done: 0, extra: false, cap: 20 },
      { now: 7, later: 0, minutes: 5 },
    ],
    [
      { due: 300, done: 0, extra: false, cap: 20 },
      { now: 20, later: 280, minutes: 14 },
    ],
    [
      { due: 300, done: 15, extra: false, cap: 20 },
      { now: 5, later: 295, minutes: 4 },
    ],
    [
      { due: 40, done: 20, extra: false, cap: 20 },
      { now: 0, later: 40, minutes: 0 },
    ],
    [
      { due: 40, done: 20, extra: true, cap: 20 },
      { now: 20, later: 20, minutes: 14 },
    ],
    [
      { due: 40, done: 35, extra: true, cap: 20 },
      { now: 5, later: 35, minutes: 4 },
    ],
    [
      { due: 40, done: 3, extra: false, cap: 5 },
      { now: 2, later: 38, minutes: 2 },
    ],
    // The cap was lowered after more had been answered.
    [
      { due: 40, done: 30, extra: false, cap: 5 },
      { now: 0, later: 40, minutes: 0 },
    ],
    [
      { due: 300, done: 0, extra: false, cap: 200 },
      { now: 200, later: 100, minutes: 134 },
    ],
  ])('of %o is %o', (given, day) => {
    expect(reviewDay({ ...given, seconds: 40 })).toEqual(day);
  });

  it('takes as long as the learner takes', () => {
    expect(reviewDay({ due: 7, done: 0, extra: false, cap: 20, seconds: 15 }).minutes).toBe(2);
  });

  it('offers a paragraph instead of a question that was forgotten eight times', () => {
    expect([isLeech({ lapses: 7 }), isLeech({ lapses: 8 })]).toEqual([false, true]);
  });
});
