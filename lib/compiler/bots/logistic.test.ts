import { describe, expect, it } from 'vitest';
import { randomNumbers } from '#lib/text/shuffle.ts';
import { dot, fitLogistic } from './logistic.ts';

const seed = 'logistic';
const next = randomNumbers(seed);
const rows = Array.from({ length: 400 }, () => {
  const features = [next() * 2 - 1, next() * 2 - 1];
  return { features, right: (features[0] ?? 0) * 2 + next() - 0.5 > 0 };
});

describe(`a logistic regression (seed "${seed}")`, () => {
  it('finds which feature tells and which does not', () => {
    const [first = 0, second = 0] = fitLogistic(rows);
    expect(first).toBeGreaterThan(1);
    expect(Math.abs(second)).toBeLessThan(0.3);
  });

  it('ranks what is right above what is wrong', () => {
    const weights = fitLogistic(rows);
    const hits = rows.filter(({ features, right }) => dot(weights, features) > 0 === right).length;
    expect(hits / rows.length).toBeGreaterThan(0.85);
  });

  it('is the same for the same rows, and learns nothing from none', () => {
    expect(fitLogistic(rows)).toEqual(fitLogistic(rows));
    expect(fitLogistic([])).toEqual([]);
  });
});
