import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';

describe('the 95 % interval of a share', () => {
  it.each([
    // Newcombe 1998, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is for %i of %i as published', (hits, n, low, high) => {
    const rate = wilson(hits, n);
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  });

  it('reaches 1 where all are hits, and no further', () => {
    expect(wilson(20, 20).high).toBe(1);
    expect(wilson(20, 20).low).toBeCloseTo(0.8389, 4);
  });

  it('says nothing where nothing was counted', () => {
    expect(wilson(0, 0)).toEqual({ hits: 0, n: 0, share: 0, low: 0, high: 1 });
  });
});
