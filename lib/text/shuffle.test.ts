import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffle } from './shuffle.ts';

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

test('the same seed gives the same order, another seed another', () => {
  expect(shuffle(letters, 'attempt 1')).toEqual(shuffle(letters, 'attempt 1'));
  expect(shuffle(letters, 'attempt 1')).not.toEqual(shuffle(letters, 'attempt 2'));
});

test('an order never changes between releases, since old attempts are shown again by it', () => {
  expect(shuffle(letters, 'attempt 1').join('')).toMatchInlineSnapshot(`"dhabcgef"`);
});

test('nothing is lost, doubled or changed in place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
      const before = [...list];
      const after = shuffle(list, seed);
      expect(list).toEqual(before);
      expect(after.toSorted()).toEqual(before.toSorted());
    }),
    { seed: 2, numRuns: 200 },
  );
});

test('over many seeds each of four options comes first about equally often', () => {
  const first = new Map<string, number>();
  for (let n = 0; n < 8000; n += 1) {
    const head = shuffle(['a', 'b', 'c', 'd'], `item ${n}`)[0] ?? '';
    first.set(head, (first.get(head) ?? 0) + 1);
  }
  // Four standard deviations around 2,000.
  for (const count of first.values()) expect(Math.abs(count - 2000)).toBeLessThan(155);
});
