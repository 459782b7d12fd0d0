import { expect, test } from 'vitest';
import { calibrate } from './calibration.ts';

const of = (certainty: number, right: number, answers: number) => ({ certainty, right, answers });

test.each([
  ['nothing', [], 'none'],
  ['nine of each', [of(1, 0, 9), of(2, 0, 9), of(3, 0, 9)], 'too-few'],
  // Wilson: 8 of 10 is 0.49 to 0.94; 12 of 20 is 0.39 to 0.78; 13 of 20 reaches 0.82.
  ['sure and mostly right', [of(3, 8, 10)], 'fits'],
  ['sure and often wrong', [of(3, 12, 20)], 'sure-too-often'],
  ['sure and wrong as often as chance may bring', [of(3, 13, 20)], 'fits'],
  // 14 of 15 is 0.70 to 0.99; 13 of 15 begins at 0.62.
  ['guesses that are right', [of(1, 14, 15)], 'sure-too-seldom'],
  ['guesses that chance may have made right', [of(1, 13, 15)], 'fits'],
  ['both: what is sure and wrong comes first', [of(1, 15, 15), of(3, 2, 20)], 'sure-too-often'],
  ['only “fairly”', [of(2, 9, 12)], 'fits'],
] as const)('%s: %j is “%s”', (_, counts, verdict) => {
  expect(calibrate(counts).verdict).toBe(verdict);
});

test('each certainty has its share with its interval, and is judged from ten answers on', () => {
  const { rows } = calibrate([of(3, 17, 20), of(1, 4, 9), of(1, 0, 1)]);
  expect(rows.map(({ certainty, judged, rate }) => [certainty, judged, rate.hits, rate.n])).toEqual([
    [1, true, 4, 10],
    [2, false, 0, 0],
    [3, true, 17, 20],
  ]);
  expect(rows[0]?.rate.low).toBeCloseTo(0.1682, 4);
  expect(rows[0]?.rate.high).toBeCloseTo(0.6873, 4);
});
