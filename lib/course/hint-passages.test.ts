import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hintPassages } from './hint-passages.ts';
import { itemKinds } from './model.ts';
import type { NumberedSentence } from './numbered-sentences.ts';

/** A lesson of so many sentences, each ten characters long. */
function lesson(count: number): NumberedSentence[] {
  return Array.from({ length: count }, (_, at) => ({
    address: `1.${at + 1}`,
    sectionIndex: 0,
    blockIndex: 0,
    start: at * 10,
    end: at * 10 + 9,
  }));
}

/** Chunks of these sizes, one after the other. */
function chunks(...sizes: number[]) {
  let start = 0;
  return sizes.map((size) => {
    const chunk = { start, end: start + size * 10 };
    start = chunk.end;
    return chunk;
  });
}

const sentence = (number: number) => ({ start: (number - 1) * 10, end: (number - 1) * 10 + 9 });
const addresses = (passages: NumberedSentence[][]) =>
  passages.map((passage) => passage.map(({ address }) => Number(address.slice(2))));

test('the chunk that proves the answer is shown whole', () => {
  expect(addresses(hintPassages('single', [sentence(6)], chunks(4, 4, 4), lesson(12)))).toEqual([
    [5, 6, 7, 8],
  ]);
});

test('evidence in two chunks shows both; neighbours become one passage', () => {
  const far = [sentence(1), sentence(12)];
  expect(addresses(hintPassages('matching', far, chunks(4, 4, 4), lesson(12)))).toEqual([
    [1, 2, 3, 4],
    [9, 10, 11, 12],
  ]);
  const near = [sentence(1), sentence(5)];
  expect(addresses(hintPassages('multiple', near, chunks(4, 4, 4), lesson(12)))).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8],
  ]);
});

test('a chunk that is too short, or proves with nearly every sentence, grows by its neighbour', () => {
  expect(addresses(hintPassages('single', [sentence(5)], chunks(4, 1, 4), lesson(9)))).toEqual([
    [5, 6, 7, 8, 9],
  ]);
  const all = [sentence(1), sentence(2), sentence(3)];
  expect(addresses(hintPassages('ordering', all, chunks(3, 3, 3), lesson(9)))).toEqual([[1, 2, 3, 4, 5, 6]]);
});

test('where the answer is to be typed, and where the whole lesson would stand there, no passage is shown', () => {
  for (const kind of ['short', 'cloze'] as const)
    expect(hintPassages(kind, [sentence(6)], chunks(4, 4, 4), lesson(12))).toEqual([]);
  expect(hintPassages('single', [sentence(2)], chunks(4), lesson(4))).toEqual([]);
  expect(hintPassages('single', [sentence(2)], chunks(2), lesson(2))).toEqual([]);
  expect(hintPassages('single', [], chunks(4, 4), lesson(8))).toEqual([]);
  const everywhere = [sentence(1), sentence(5), sentence(9), sentence(13)];
  expect(hintPassages('matching', everywhere, chunks(4, 4, 4, 4, 4), lesson(20))).toEqual([]);
});

test('any lesson: a passage holds three sentences or more, at least two of which prove nothing', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      sizes,
      fc.array(fc.nat(39), { maxLength: 4 }),
      fc.constantFrom(...itemKinds),
      (list, at, kind) => {
        const sentences = lesson(list.reduce((sum, size) => sum + size, 0));
        const proof = at.map((number) => sentence((number % sentences.length) + 1));
        const passages = hintPassages(kind, proof, chunks(...list), sentences);
        const proves = ({ start }: NumberedSentence) => proof.some((span) => span.start === start);
        for (const passage of passages) {
          expect(passage.length).toBeGreaterThanOrEqual(3);
          expect(passage.filter((one) => !proves(one)).length).toBeGreaterThanOrEqual(2);
          expect(passage.some(proves)).toBe(true);
        }
        const shown = passages.flat();
        expect(new Set(shown).size).toBe(shown.length);
        if (shown.length > 0)
          expect(proof.every(({ start }) => shown.some((one) => one.start === start))).toBe(true);
      },
    ),
    { seed: 11, numRuns: 300 },
  );
});
