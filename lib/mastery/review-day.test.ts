import { describe, expect, it } from 'vitest';
import { dailyCap, isLeech, questionsIn, reviewDay } from './review-day.ts';
import { schedule } from './schedule.ts';

describe('a day of review', () => {
  it.each([
    [
      { due: 0, done: 0, extra: false },
      { now: 0, later: 0, minutes: 0 },
    ],
    [
      { due: 7, done: 0, extra: false },
      { now: 7, later: 0, minutes: 5 },
    ],
    [
      { due: 300, done: 0, extra: false },
      { now: dailyCap, later: 280, minutes: 14 },
    ],
    [
      { due: 300, done: 15, extra: false },
      { now: 5, later: 295, minutes: 4 },
    ],
    [
      { due: 40, done: dailyCap, extra: false },
      { now: 0, later: 40, minutes: 0 },
    ],
    [
      { due: 40, done: dailyCap, extra: true },
      { now: dailyCap, later: 20, minutes: 14 },
    ],
    [
      { due: 40, done: 35, extra: true },
      { now: 5, later: 35, minutes: 4 },
    ],
  ])('of %o is %o', (given, day) => {
    expect(reviewDay(given)).toEqual(day);
  });

  it('fits into the minutes that somebody has', () => {
    expect([questionsIn(0), questionsIn(1), questionsIn(7)]).toEqual([1, 1, 10]);
  });

  it('offers a paragraph instead of a question that was forgotten eight times', () => {
    expect([isLeech({ lapses: 7 }), isLeech({ lapses: 8 })]).toEqual([false, true]);
  });

  it('stays within the cap for a learner who was away for a month', () => {
    const start = new Date('2026-01-05T09:00:00Z');
    const cards = Array.from({ length: 120 }, () => schedule(null, 'good', start));
    for (let day = 30; day < 45; day += 1) {
      const now = new Date(start.getTime() + day * 86_400_000);
      const due = cards.filter(({ dueAt }) => dueAt <= now);
      const { now: asked } = reviewDay({ due: due.length, done: 0, extra: false });
      expect(asked).toBeLessThanOrEqual(dailyCap);
      for (const card of due.slice(0, asked)) cards[cards.indexOf(card)] = schedule(card, 'good', now);
    }
    expect(cards.filter(({ reps }) => reps > 1)).toHaveLength(120);
  });
});
