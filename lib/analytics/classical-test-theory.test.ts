import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyseLesson } from './lesson-analysis.ts';
import { correlation, covariance, largestCovariance, variance } from './moments.ts';
import { columnsOf, type MeasuredItem, type Sitting } from './sitting.ts';

type Vector = {
  maxmark: number[];
  marks: number[][];
  totals: number[];
  item1_choices: string[];
  item1_key: string;
  items: Record<
    'facility' | 'sd' | 'var' | 'cov' | 'covmax' | 'covT' | 'di' | 'de' | 'ew' | 'intendedweight',
    number | null
  >[];
  quiz: Record<'avg' | 'median' | 'sd' | 'skew' | 'kurt' | 'cic' | 'er' | 'se', number>;
  canvas: { item1_point_biserial: Record<string, number>; alpha: number };
};

// Stands beside the project where it is developed, and is no part of it.
const file = new URL('../../../shared/vectors/classical-test-theory.json', import.meta.url);
const withVector = test.skipIf(!existsSync(file));

/** To 1e-6, the absent as absent. */
function agrees(found: number | null | undefined, expected: number | null | undefined, what: string): void {
  if (expected === null || expected === undefined) expect(found, what).toBe(expected);
  else expect(Math.abs((found ?? Number.NaN) - expected), `${what}: ${found}`).toBeLessThan(1e-6);
}

withVector(`all figures agree with the test vector (${file.pathname})`, () => {
  const vector: Vector = JSON.parse(readFileSync(file, 'utf8'));
  const letters = [...new Set(vector.item1_choices)].sort();
  const items = vector.maxmark.map(
    (maxMark, at): MeasuredItem => ({
      id: `${at}`,
      kind: at === 0 ? 'single' : 'short',
      maxMark,
      options: at === 0 ? letters.map((id) => ({ id, isKey: id === vector.item1_key })) : [],
      choices: 0,
    }),
  );
  const sittings = vector.marks.map(
    (row, at): Sitting => ({
      marks: new Map(row.map((mark, item) => [`${item}`, mark])),
      chosen: new Map([['0', [vector.item1_choices[at] ?? '']]]),
    }),
  );
  const columns = columnsOf(items, sittings);
  const found = analyseLesson(items, sittings);
  expect(found.comparable).toHaveLength(vector.marks.length);
  expect(vector.items).toHaveLength(4);
  for (const [at, expected] of vector.items.entries()) {
    const [item, own, column] = [items[at], found.items[at], columns[at]];
    if (item === undefined || own === undefined || column === undefined)
      throw new Error(`there is no item ${at}`);
    const { marks, rest } = column;
    agrees(own.facility, expected.facility, `facility ${at}`);
    agrees((own.deviation ?? 0) * item.maxMark, expected.sd, `sd ${at}`);
    agrees(variance(marks), expected.var, `var ${at}`);
    agrees(covariance(marks, rest), expected.cov, `cov ${at}`);
    agrees(largestCovariance(marks, rest), expected.covmax, `covmax ${at}`);
    agrees(covariance(marks, vector.totals), expected.covT, `covT ${at}`);
    agrees(own.discrimination, expected.di, `di ${at}`);
    agrees(own.efficiency, expected.de, `de ${at}`);
    agrees(own.weight?.effective, expected.ew, `ew ${at}`);
    agrees(own.weight?.intended, expected.intendedweight, `intended ${at}`);
    expect(own.reading, 'eight are too few').toEqual({ kind: 'too-few' });
  }
  const { quiz } = found;
  agrees(quiz.mean, vector.quiz.avg, 'mean');
  agrees(quiz.median, vector.quiz.median, 'median');
  agrees(quiz.deviation, vector.quiz.sd, 'sd');
  agrees(quiz.skewness, vector.quiz.skew, 'skewness');
  agrees(quiz.kurtosis, vector.quiz.kurt, 'kurtosis');
  agrees(quiz.consistency, vector.quiz.cic, 'alpha');
  agrees(quiz.errorRatio, vector.quiz.er, 'error ratio');
  agrees(quiz.standardError, vector.quiz.se, 'standard error');
  agrees((quiz.consistency ?? 0) / 100, vector.canvas.alpha, 'alpha as a share');
  // Canvas correlates with the whole total; the reports here take the item out of it.
  for (const [letter, expected] of Object.entries(vector.canvas.item1_point_biserial)) {
    const picked = vector.item1_choices.map((choice) => Number(choice === letter));
    agrees(correlation(picked, vector.totals), expected, `choosing ${letter}`);
  }
});
