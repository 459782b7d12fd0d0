import { expect, test } from 'vitest';
import { matchPairs } from './match-pairs.ts';

const pairs = [
  { left: 'spring tide', right: 'in one line' },
  { left: 'neap tide', right: 'at right angles' },
];
const spring = { start: 0, end: 34, quote: 'At a spring tide they are in line.' };
const neap = { start: 35, end: 66, quote: 'At a Neap tide they are at odds' };

test('each pair is told with what was chosen for it and with its own sentence', () => {
  const told = matchPairs(pairs, [spring, neap], {
    kind: 'matching',
    rights: ['in one line', 'in one line'],
  });
  expect(told).toEqual([
    { left: 'spring tide', right: 'in one line', chosen: 'in one line', correct: true, evidence: spring },
    { left: 'neap tide', right: 'at right angles', chosen: 'in one line', correct: false, evidence: neap },
  ]);
});

test('a lone sentence proves the pair that it names, and no other', () => {
  const told = matchPairs(pairs, [neap], null);
  expect(told.map((pair) => pair.evidence)).toEqual([null, neap]);
  expect(told.every((pair) => pair.chosen === null && !pair.correct)).toBe(true);
});

test('a question of another kind has no pairs', () => {
  expect(matchPairs([], [spring], { kind: 'short', text: 'tide' })).toEqual([]);
});
