import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, pickItems } from './pick-items.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));

function bank(count: number, selected: number, served: Record<number, Date> = {}): Candidate[] {
  return Array.from({ length: count }, (_, at) => ({
    itemId: `item-${at + 1}`,
    position: at + 1,
    selected: at < selected,
    sentences: [`1.${at + 1}`],
    lastServedAt: served[at + 1] ?? null,
  }));
}

const ids = (...numbers: number[]) => numbers.map((n) => `item-${n}`);

test('the first quiz asks the selected questions in the lesson’s order, whatever the seed', () => {
  expect(pickItems(bank(8, 3).reverse(), 'a')).toEqual(ids(1, 2, 3));
  expect(pickItems(bank(8, 3), 'b')).toEqual(ids(1, 2, 3));
});

test('a retake asks what was never asked before anything else', () => {
  expect(pickItems(bank(6, 3, { 1: day(1), 2: day(1), 3: day(1) }), 'seed')).toEqual(ids(4, 5, 6));
});

test('when all were asked, those asked longest ago come again', () => {
  const served = { 1: day(3), 2: day(1), 3: day(2), 4: day(4), 5: day(5) };
  expect(pickItems(bank(5, 2, served), 'seed')).toEqual(ids(2, 3));
});

test('two questions on one sentence are asked together only where there is no other', () => {
  const clash = bank(5, 2, { 1: day(1), 2: day(1) }).map((candidate) => ({
    ...candidate,
    sentences: ['1.3'],
  }));
  const [, , third, fourth, fifth] = clash;
  if (third === undefined || fourth === undefined || fifth === undefined) throw new Error('too few');
  const apart = [...clash.slice(0, 2), third, fourth, { ...fifth, sentences: ['1.5'] }];
  for (const seed of ['a', 'b', 'c', 'd']) expect(pickItems(apart, seed)).toContain('item-5');
  expect(pickItems(clash, 'seed')).toHaveLength(2);
});

test('without a default quiz up to ten are asked; without questions none', () => {
  expect(pickItems(bank(30, 0), 'seed')).toHaveLength(10);
  expect(pickItems(bank(4, 0), 'seed')).toHaveLength(4);
  expect(pickItems([], 'seed')).toEqual([]);
});

test('any bank: as many as selected, none twice, in order, the same for the same seed', () => {
  const candidate = fc.record({
    selected: fc.boolean(),
    sentences: fc.array(fc.constantFrom('1.1', '1.2', '1.3', '1.4'), { maxLength: 2 }),
    lastServedAt: fc.option(fc.integer({ min: 1, max: 28 }).map(day), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 20 }), fc.string(), (list, seed) => {
      const candidates = list.map((entry, at) => ({ ...entry, itemId: `item-${at}`, position: at }));
      const picked = pickItems(candidates, seed);
      const wanted = list.filter((entry) => entry.selected).length || Math.min(10, list.length);
      expect(picked).toHaveLength(wanted);
      expect(new Set(picked).size).toBe(picked.length);
      const places = picked.map((id) => Number(id.slice('item-'.length)));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(pickItems(candidates, seed)).toEqual(picked);
    }),
    { seed: 7 },
  );
});
