import { expect, test } from 'vitest';
import { type CheckCandidate, pickChecks } from './pick-checks.ts';

const chunks = [0, 1, 2, 3, 4, 5].map((at) => ({ start: at * 100, end: at * 100 + 100 }));

/** A candidate proved by one sentence of a chunk: sentence 3 of chunk 2 is "2.3". */
function candidate(
  itemId: string,
  chunk: number,
  sentence: number,
  rest: Partial<CheckCandidate> = {},
): CheckCandidate {
  const start = chunk * 100 + sentence * 20;
  return {
    itemId,
    kind: 'single',
    position: start,
    selected: false,
    evidence: [{ start, end: start + 20 }],
    sentences: [`${chunk}.${sentence}`],
    claimIds: [`claim ${chunk}.${sentence}`],
    ...rest,
  };
}

const quiz = candidate('quiz', 0, 0, { selected: true });
const picked = (...free: CheckCandidate[]) => pickChecks(chunks, [quiz, ...free]).map(({ itemId }) => itemId);

test('asks after the chunk that proves the answer, once for a chunk', () => {
  expect(
    pickChecks(chunks, [quiz, candidate('b', 2, 1), candidate('a', 2, 0), candidate('c', 1, 4)]),
  ).toEqual([
    { itemId: 'c', chunk: 1 },
    { itemId: 'a', chunk: 2 },
  ]);
});

test('asks nothing that the quiz asks: neither the question, nor its sentence, nor its claim', () => {
  expect(picked()).toEqual([]);
  expect(picked(candidate('same sentence', 0, 0, { claimIds: ['another'] }))).toEqual([]);
  expect(picked(candidate('same claim', 1, 0, { claimIds: ['claim 0.0', 'another'] }))).toEqual([]);
  expect(picked(candidate('beside it', 0, 1))).toEqual(['beside it']);
});

test('asks nothing where the quiz may ask anything', () => {
  expect(pickChecks(chunks, [candidate('a', 1, 0), candidate('b', 2, 0)])).toEqual([]);
});

test('leaves out what needs more than one chunk, what no sentence proves, and what takes a page to answer', () => {
  const across = {
    evidence: [quiz, candidate('x', 1, 0), candidate('y', 2, 0)].flatMap((one) => one.evidence),
  };
  expect(
    picked(
      candidate('across', 1, 0, across),
      candidate('nowhere', 2, 0, { sentences: [] }),
      candidate('matching', 3, 0, { kind: 'matching' }),
      candidate('ordering', 4, 0, { kind: 'ordering' }),
    ),
  ).toEqual([]);
});

test('takes a choice before a word to type, and true or false last', () => {
  const all = (['true-false', 'multiple', 'short', 'cloze', 'single'] as const).map((kind, at) =>
    candidate(kind, 1, at, { kind }),
  );
  for (let left = all.length; left > 0; left -= 1)
    expect(picked(...all.slice(0, left))).toEqual([all[left - 1]?.itemId]);
});

test('asks four times at most, spread over the lesson, in any order of the bank', () => {
  const many = chunks.map((_, at) => candidate(`after ${at}`, at, 1));
  const four = ['after 0', 'after 2', 'after 3', 'after 5'];
  expect(picked(...many)).toEqual(four);
  expect(picked(...many.toReversed())).toEqual(four);
});
