import { describe, expect, it } from 'vitest';
import { agreement } from './agreement.ts';

const pairs = (yesYes: number, yesNo: number, noYes: number, noNo: number) =>
  (
    [
      [yesYes, 'yes', 'yes'],
      [yesNo, 'yes', 'no'],
      [noYes, 'no', 'yes'],
      [noNo, 'no', 'no'],
    ] as const
  ).flatMap(([times, one, other]) => Array.from({ length: times }, () => [one, other] as const));

describe('the agreement of two judges', () => {
  it('is what the textbook example gives: 35 of 50, kappa 0.4', () => {
    const { percent, kappa } = agreement(pairs(20, 5, 10, 15));
    expect(percent).toBeCloseTo(0.7, 12);
    expect(kappa).toBeCloseTo(0.4, 12);
  });

  it('is no better than chance where the verdicts have nothing to do with each other', () => {
    expect(agreement(pairs(10, 10, 10, 10)).kappa).toBeCloseTo(0, 12);
  });

  it('has no kappa where both always said the same one thing, and none where nothing was shared', () => {
    expect(agreement(pairs(9, 0, 0, 0))).toEqual({ n: 9, percent: 1, kappa: null });
    expect(agreement([])).toEqual({ n: 0, percent: 0, kappa: null });
  });
});
