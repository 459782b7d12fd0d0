import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../text/group-by.ts';
import { fisherInterval } from './fisher.ts';
import { guessScore } from './guess-score.ts';
import { readItem } from './item-reading.ts';
import { analyseLesson } from './lesson-analysis.ts';
import { covariance, largestCovariance } from './moments.ts';
import {
  type NaiveAttempt,
  naiveItem,
  naiveOption,
  naiveQuiz,
  naiveThird,
} from './naive-statistics.fixture.ts';
import type { MeasuredItem, Sitting } from './sitting.ts';
import { thirdsOf } from './thirds.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const letters = ['A', 'B', 'C', 'D'];
const items = names.map(
  (id): MeasuredItem => ({
    id,
    kind: 'single',
    maxMark: 1,
    options: letters.map((letter) => ({ id: letter, isKey: letter === 'A' })),
    choices: 0,
  }),
);

/** Marks as quizzes give them, thirds and halves among them; some attempts serve fewer or other items. */
const attempts = fc.array(
  fc
    .record({
      served: fc.oneof(
        { weight: 3, arbitrary: fc.constant(names) },
        { weight: 1, arbitrary: fc.subarray(names, { minLength: 1 }) },
      ),
      marks: fc.array(fc.constantFrom(0, 0, 1 / 3, 0.5, 2 / 3, 1, 1), { minLength: 5, maxLength: 5 }),
      chosen: fc.array(fc.constantFrom('A', 'B', 'C', null), { minLength: 5, maxLength: 5 }),
    })
    .map(({ served, marks, chosen }) =>
      served.map((item) => {
        const at = names.indexOf(item);
        const option = chosen[at] ?? null;
        return { item, mark: marks[at] ?? 0, chosen: option === null ? [] : [option] };
      }),
    ),
  { maxLength: 40 },
);

function sittingsOf(given: readonly NaiveAttempt[]): Sitting[] {
  return given.map((rows) => ({
    marks: new Map(rows.map((row) => [row.item, row.mark])),
    chosen: new Map(rows.map((row) => [row.item, row.chosen])),
  }));
}

/** Equal but for rounding, in every figure, the absent ones absent in both. */
function expectSame(found: unknown, naive: unknown, what: string): void {
  if (typeof naive === 'number' && typeof found === 'number') {
    expect(Math.abs(found - naive), `${what}: ${found} or ${naive}`).toBeLessThan(1e-6);
    return;
  }
  if (naive === null || typeof naive !== 'object' || found === null || typeof found !== 'object') {
    expect(found, what).toEqual(naive);
    return;
  }
  for (const [key, value] of Object.entries(naive))
    expectSame(Object.entries(found).find(([name]) => name === key)?.[1], value, `${what}.${key}`);
}

describe('the analysis of a lesson', () => {
  it('has every figure of an item and its options as the plain way gives it', () => {
    fc.assert(
      fc.property(attempts, (given) => {
        const found = analyseLesson(items, sittingsOf(given));
        for (const item of found.items) {
          expectSame(item, naiveItem(given, item.id), item.id);
          for (const option of item.options) {
            const { hits, n, interval, ...rest } = naiveOption(given, item.id, option.id);
            expectSame(option, rest, `${item.id} ${option.id}`);
            expectSame(option.chosen, { hits, n, ...interval }, `${item.id} ${option.id}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has every figure of the quiz as the plain way gives it, of the attempts that asked the same', () => {
    fc.assert(
      fc.property(attempts, (given) => {
        const { quiz, comparable, items: measured } = analyseLesson(items, sittingsOf(given));
        const group = comparable.flatMap((at) => [given[at] ?? []]);
        const asked = (rows: NaiveAttempt) => rows.map((row) => row.item).join();
        const sizes = groupBy(given, asked);
        expect(group.length).toBe(Math.max(0, ...[...sizes.values()].map((rows) => rows.length)));
        expect(new Set(group.map(asked)).size).toBeLessThanOrEqual(1);
        const { weights, ...naive } = naiveQuiz(group);
        expectSame(quiz, naive, 'quiz');
        for (const item of measured)
          expectSame(item.weight, weights.get(item.id) ?? null, `weight ${item.id}`);
      }),
      { numRuns: 300 },
    );
  });

  it('counts every attempt in the items that it served, and in no other', () => {
    fc.assert(
      fc.property(attempts, (given) => {
        for (const item of analyseLesson(items, sittingsOf(given)).items)
          expect(item.standing.map(({ sitting }) => sitting)).toEqual(
            given.flatMap((rows, at) => (rows.some((row) => row.item === item.id) ? [at] : [])),
          );
      }),
    );
  });

  it('does not mind in which order the attempts come', () => {
    fc.assert(
      fc.property(
        attempts.filter((given) => given.length > 0),
        (given) => {
          const figures = (rows: readonly NaiveAttempt[]) =>
            analyseLesson(items, sittingsOf(rows)).items.map(({ standing: _, weight: __, ...item }) => item);
          expectSame(figures(given.toReversed()), figures(given), 'reversed');
        },
      ),
    );
  });

  it('takes a distractor to task once there are ten attempts, and not before', () => {
    // The better on b and c, the rather B on a; nobody chooses D.
    const strong = { a: ['B'], mark: 1 };
    const weak = { a: ['A'], mark: 0 };
    const of = (n: number) =>
      Array.from({ length: n }, (_, at): NaiveAttempt => {
        const { a, mark } = at % 2 === 0 ? strong : weak;
        return [
          { item: 'a', mark: 1 - mark, chosen: a },
          { item: 'b', mark, chosen: [] },
          { item: 'c', mark, chosen: [] },
        ];
      });
    const flagsOf = (n: number) =>
      Object.fromEntries(
        (analyseLesson(items, sittingsOf(of(n))).items[0]?.options ?? []).map(({ id, flags }) => [id, flags]),
      );
    expect(flagsOf(9)).toEqual({ A: [], B: [], C: [], D: [] });
    expect(flagsOf(10)).toEqual({ A: [], B: ['draws-the-strong'], C: ['idle'], D: ['idle'] });
    const [first] = analyseLesson(items, sittingsOf(of(10))).items;
    expect(first?.reading).toMatchObject({ discrimination: 'wrong', quarantined: true });
  });
});

describe('parts of it', () => {
  it('knows the largest covariance of all orders', () => {
    const few = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 2,
      maxLength: 5,
    });
    const orders = <T>(list: readonly T[]): T[][] =>
      list.length < 2
        ? [[...list]]
        : list.flatMap((one, at) => orders(list.toSpliced(at, 1)).map((rest) => [one, ...rest]));
    fc.assert(
      fc.property(few, (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const best = Math.max(...orders(b).map((order) => covariance(a, order) ?? 0));
        expect(largestCovariance(a, b)).toBeCloseTo(best, 9);
      }),
    );
  });

  it('cuts a class without equals into thirds, and never parts equals', () => {
    const eightySix = Array.from({ length: 86 }, (_, at) => at);
    const count = (third: string) => thirdsOf(eightySix).filter((one) => one === third).length;
    expect([count('top'), count('middle'), count('bottom')]).toEqual([29, 28, 29]);
    expect(thirdsOf([5, 5, 5, 5])).toEqual(['middle', 'middle', 'middle', 'middle']);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (scores) => {
        const found = thirdsOf(scores);
        for (const at of scores.keys()) expect(found[at]).toBe(naiveThird(scores, at));
      }),
    );
  });

  it.each([
    // r, n and tanh(atanh r ± 1.96/√(n − 3)), by hand.
    [0.5, 28, 0.1559, 0.7359],
    [0, 103, -0.1936, 0.1936],
    [-0.6, 12, -0.873, -0.0398],
  ])('puts the interval of a correlation of %d from %d at %d to %d', (r, n, low, high) => {
    expect(fisherInterval(r, n)?.low).toBeCloseTo(low, 3);
    expect(fisherInterval(r, n)?.high).toBeCloseTo(high, 3);
    expect(fisherInterval(r, 3)).toBeNull();
  });

  it.each([
    [29.9, 0.2, 'hard', 'weak'],
    [30, 0.3, 'fits', 'adequate'],
    [50, 0.9, 'fits', 'good'],
    [19.9, 0.91, 'easy', 'very-weak'],
    [0, 0.5, 'fits', 'very-weak'],
    [-0.1, 0.5, 'fits', 'wrong'],
    [20, 0.5, 'fits', 'weak'],
  ])(
    'reads a discrimination of %d and a facility of %d as %s and %s',
    (discrimination, facility, ...read) => {
      const figures = { n: 10, facility, discrimination, discriminationInterval: null, efficiency: 15 };
      expect(readItem(figures)).toEqual({
        kind: 'read',
        facility: read[0],
        discrimination: read[1],
        quarantined: false,
        doubtful: false,
      });
      expect(readItem({ ...figures, n: 9 })).toEqual({ kind: 'too-few' });
      expect(readItem({ ...figures, efficiency: 14.9 })).toMatchObject({ doubtful: true });
      const below = { low: -90, high: -0.1 };
      expect(readItem({ ...figures, discriminationInterval: below })).toMatchObject({ quarantined: true });
      expect(readItem({ ...figures, discriminationInterval: { low: -90, high: 0 } })).toMatchObject({
        quarantined: false,
      });
    },
  );

  it('reads what is a bound but for rounding as the bound, in whatever order marks were added', () => {
    const read = (facility: number, discrimination: number) =>
      readItem({ n: 10, facility, discrimination, discriminationInterval: null, efficiency: 50 });
    const thirds = [1, 2 / 3, 2 / 3, 2 / 3];
    const shares = [thirds, thirds.toReversed()].map((marks) => marks.reduce((a, b) => a + b, 0) / 10);
    for (const share of [...shares, 0.3 - 1e-16]) expect(read(share, 50 - 1e-13)).toEqual(read(0.3, 50));
    expect(read(0.2999, 49.99)).toMatchObject({ facility: 'hard', discrimination: 'adequate' });
  });

  it('knows what blind choice earns', () => {
    const options = letters.map((id) => ({ id, isKey: id === 'A' }));
    const of = (kind: MeasuredItem['kind'], choices = 0) => guessScore({ kind, options, choices });
    expect(of('single')).toBe(0.25);
    expect(of('true-false')).toBe(0.5);
    expect(of('matching', 5)).toBe(0.2);
    expect([of('short'), of('cloze')]).toEqual([0, 0]);
    expect([of('multiple'), of('ordering')]).toEqual([null, null]);
  });
});
