import { describe, expect, it } from 'vitest';
import { atLeast } from './tail.ts';

describe('the chance of so many hits', () => {
  it('is exact for a fair coin', () => {
    expect(atLeast(2, [0.5, 0.5])).toBeCloseTo(0.25, 12);
    expect(atLeast(0, [0.5, 0.5])).toBeCloseTo(1, 12);
  });

  it('is exact where the chances differ', () => {
    // At least one of two: 1 − ⅔ · ¾.
    expect(atLeast(1, [1 / 3, 1 / 4])).toBeCloseTo(0.5, 12);
    expect(atLeast(3, [1 / 3, 1 / 4])).toBe(0);
  });

  it('is the binomial tail for two hundred items of four options', () => {
    // P(X ≥ 60) for n = 200, p = 1/4, from the regularised incomplete beta function.
    expect(
      atLeast(
        60,
        Array.from({ length: 200 }, () => 0.25),
      ),
    ).toBeCloseTo(0.0623, 3);
  });
});
