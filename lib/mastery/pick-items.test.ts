import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, drawReasons, type Picked, pickItems, type Sitting } from './pick-items.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const today = day(20);

const first = (seed: string): Sitting => ({ isFirst: true, rate: null, now: today, seed });
const retake = (seed: string, rate: number | null = 0.5): Sitting => ({
  isFirst: false,
  rate,
  now: today,
  seed,
});

/** Each on a sentence and a claim of its own, but for what is said otherwise of one. */
function bank(
  count: number,
  selected: number,
  known: Readonly<Record<number, Partial<Candidate>>> = {},
): Candidate[] {
  return Array.from({ length: count }, (_, at) => ({
    itemId: `item-${at + 1}`,
    position: at + 1,
    selected: at < selected,
    sentences: [`1.${at + 1}`],
    claims: [`claim-${at + 1}`],
    difficulty: 0.5,
    lastServedAt: null,
    lastAnswer: null,
    dueAt: null,
    ...known[at + 1],
  }));
}

/** Asked on a day, and not due again before long. */
const seen = (on: number, mark = 1): Partial<Candidate> => ({
  lastServedAt: day(on),
  lastAnswer: { mark, at: day(on) },
  dueAt: day(on + 100),
});

const ids = (picked: readonly Picked[]) => picked.map(({ itemId }) => Number(itemId.slice('item-'.length)));
const reasons = (picked: readonly Picked[]) =>
  Object.fromEntries(picked.map(({ itemId, reason }) => [itemId.slice('item-'.length), reason]));
const seeds = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('the first quiz', () => {
  test('asks the selected questions in the lesson’s order, whatever the seed, and gives no reason', () => {
    const expected = { 1: null, 2: null, 3: null };
    expect(ids(pickItems(bank(8, 3).reverse(), first('a')))).toEqual([1, 2, 3]);
    expect(reasons(pickItems(bank(8, 3), first('b')))).toEqual(expected);
  });

  test('asks them though an exam has asked some before', () => {
    expect(ids(pickItems(bank(8, 3, { 1: seen(3), 2: seen(3) }), first('a')))).toEqual([1, 2, 3]);
  });

  test('asks up to ten where there is no default quiz, and none where there is no question', () => {
    expect(Object.values(reasons(pickItems(bank(30, 0), first('seed'))))).toEqual(Array(10).fill(null));
    expect(pickItems(bank(4, 0), first('seed'))).toHaveLength(4);
    expect(pickItems([], first('seed'))).toEqual([]);
  });
});

describe('a retake', () => {
  test('asks what was never asked before what was', () => {
    const picked = pickItems(bank(6, 3, { 1: seen(1), 2: seen(1), 3: seen(1) }), retake('seed'));
    expect(reasons(picked)).toEqual({ 4: 'covers', 5: 'covers', 6: 'covers' });
  });

  test('when all were asked, asks those of longest ago again', () => {
    const known = { 1: seen(3), 2: seen(1), 3: seen(2), 4: seen(4), 5: seen(5) };
    expect(reasons(pickItems(bank(5, 2, known), retake('seed')))).toEqual({ 2: 'again', 3: 'again' });
  });

  test('asks about what was missed with another question, and not with the same a moment later', () => {
    const known = { 1: seen(19, 0), 2: seen(19), 5: { claims: ['claim-1'] } };
    for (const seed of seeds)
      expect(reasons(pickItems(bank(6, 2, known), retake(seed)))).toMatchObject({ 5: 'missed' });
    for (const seed of seeds) expect(ids(pickItems(bank(6, 2, known), retake(seed)))).not.toContain(1);
  });

  test('asks what was missed itself once it is due, and what was right by its memory alone', () => {
    const known = { 1: { ...seen(9, 0.5), dueAt: day(10) }, 2: { ...seen(1), dueAt: day(19) }, 3: seen(9) };
    const picked = pickItems(bank(9, 4, known), retake('seed'));
    expect(reasons(picked)).toMatchObject({ 1: 'missed', 2: 'due' });
    expect(Object.values(reasons(picked)).filter((reason) => reason === 'covers')).toHaveLength(2);
  });

  test('is at most half of what was seen, however much of it is due, while there is something else', () => {
    const due = { ...seen(1), dueAt: day(4) };
    const known = Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [at, due]));
    const count = (picked: readonly Picked[], reason: string) =>
      picked.filter((one) => one.reason === reason).length;
    const among = pickItems(bank(12, 6, known), retake('seed'));
    expect([count(among, 'due'), count(among, 'covers')]).toEqual([3, 3]);
    const few = pickItems(bank(7, 6, known), retake('seed'));
    expect([count(few, 'due'), count(few, 'covers')]).toEqual([5, 1]);
  });

  test('what was missed and then answered right, by whichever question, is missed no more', () => {
    const known = {
      1: seen(3, 0),
      2: { ...seen(4), claims: ['claim-1'] },
      3: { claims: ['claim-1'] },
    };
    expect(reasons(pickItems(bank(3, 3, known), retake('seed')))).toMatchObject({ 3: 'new' });
  });

  test('asks what nothing was asked about before a new question on something old', () => {
    const known = { 1: seen(3), 2: { claims: ['claim-1'] } };
    for (const seed of seeds)
      expect(reasons(pickItems(bank(3, 1, known), retake(seed)))).toEqual({ 3: 'covers' });
  });

  test('among equals asks what is as hard as the learner is good', () => {
    const known = { 1: seen(1), 2: { difficulty: 0.2 }, 3: { difficulty: 0.5 }, 4: { difficulty: 0.9 } };
    for (const seed of seeds) {
      expect(ids(pickItems(bank(4, 1, known), retake(seed, 0.95)))).toEqual([4]);
      expect(ids(pickItems(bank(4, 1, known), retake(seed, 0.15)))).toEqual([2]);
      expect(ids(pickItems(bank(4, 1, known), retake(seed, null)))).toEqual([3]);
    }
  });

  test('lets the seed decide among what is all the same', () => {
    const drawn = new Set(seeds.map((seed) => ids(pickItems(bank(12, 2), retake(seed))).join()));
    expect(drawn.size).toBeGreaterThan(2);
  });

  test.each(['sentences', 'claims'] as const)(
    'asks two questions on the same %s only where there is no other',
    (shared) => {
      const same = { [shared]: ['shared'] };
      const clash = bank(5, 2, { 1: { ...seen(1), ...same }, 2: { ...seen(1), ...same }, 3: same, 4: same });
      for (const seed of seeds) expect(ids(pickItems(clash, retake(seed)))).toContain(5);
      const all = bank(5, 2, { 1: same, 2: same, 3: same, 4: same, 5: same });
      expect(pickItems(all, retake('seed'))).toHaveLength(2);
    },
  );
});

const candidate = fc.record({
  selected: fc.boolean(),
  sentences: fc.array(fc.constantFrom('1.1', '1.2', '1.3', '1.4', '1.5', '1.6'), { maxLength: 2 }),
  claims: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 2 }),
  difficulty: fc.double({ min: 0, max: 1, noNaN: true }),
  lastServedAt: fc.option(fc.integer({ min: 1, max: 19 }).map(day), { nil: null }),
  lastAnswer: fc.option(
    fc.record({ mark: fc.constantFrom(0, 0.5, 1), at: fc.integer({ min: 1, max: 19 }).map(day) }),
    { nil: null },
  ),
  dueAt: fc.option(fc.integer({ min: 1, max: 40 }).map(day), { nil: null }),
});
const sitting = fc.record({
  isFirst: fc.boolean(),
  rate: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  now: fc.constant(today),
  seed: fc.string(),
});
const numbered = fc
  .array(candidate, { maxLength: 20 })
  .map((list) => list.map((entry, at) => ({ ...entry, itemId: `item-${at}`, position: at })));

describe('any bank', () => {
  test('as many as selected, none twice, in order, the same for the same seed and in whatever order it comes', () => {
    fc.assert(
      fc.property(numbered, sitting, (candidates, given) => {
        const picked = pickItems(candidates, given);
        const wanted = candidates.filter((entry) => entry.selected).length || Math.min(10, candidates.length);
        expect(picked).toHaveLength(wanted);
        const places = ids(picked);
        expect(new Set(places).size).toBe(places.length);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(pickItems(candidates.toReversed(), given)).toEqual(picked);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('no question stays out that needs asking more than one that was drawn and stands apart from the others', () => {
    fc.assert(
      fc.property(numbered, sitting, (candidates, given) => {
        const drawn = pickItems(candidates, { ...given, isFirst: false });
        const need = ({ reason }: Picked) => (reason === null ? -1 : drawReasons.indexOf(reason));
        const byId = new Map(candidates.map((entry) => [entry.itemId, entry]));
        const topics = (id: string) => {
          const { sentences = [], claims = [] } = byId.get(id) ?? {};
          return [...sentences, ...claims];
        };
        const isSeen = (id: string) => {
          const entry = byId.get(id);
          return entry?.lastServedAt != null || entry?.lastAnswer != null;
        };
        const seenDrawn = drawn.filter(({ itemId }) => isSeen(itemId)).length;
        // What each would be drawn for, where there is room for all.
        const all = candidates.map((entry) => ({ ...entry, selected: true }));
        for (const out of pickItems(all, { ...given, isFirst: false })) {
          if (drawn.some(({ itemId }) => itemId === out.itemId)) continue;
          if (isSeen(out.itemId) && seenDrawn >= Math.floor(drawn.length / 2)) continue;
          const clashes = drawn.some(({ itemId }) =>
            topics(itemId).some((topic) => topics(out.itemId).includes(topic)),
          );
          if (!clashes) for (const one of drawn) expect(need(one)).toBeLessThanOrEqual(need(out));
        }
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});
