import { expect, test } from 'vitest';
import { collectGlossary } from './glossary.ts';
import type { Concept } from './model.ts';

const concept = (term: string, quote: string | null = null, start = 0): Concept => ({
  id: term,
  term,
  definition: quote === null ? null : { start, end: start + quote.length, quote },
});
const lesson = (...concepts: Concept[]) => ({ concepts });

test('files the terms of all lessons from A to Z, whatever their capitals and accents', () => {
  const entries = collectGlossary([
    lesson(concept('trade'), concept('Élite')),
    lesson(concept('bloc'), concept('3G')),
  ]);
  expect(entries.map(({ term, letter }) => `${letter} ${term}`)).toEqual([
    '# 3G',
    'B bloc',
    'E Élite',
    'T trade',
  ]);
});

test('has a term of two lessons once, with both, and each definition once, where it stands', () => {
  const first = lesson(concept('Bloc', 'A bloc is a group.', 10));
  const second = lesson(concept('bloc', 'A bloc is a group.', 90), concept('gold'));
  const third = lesson(concept('bloc', 'A bloc votes as one.', 200));
  expect(collectGlossary([first, second, third])).toEqual([
    {
      term: 'Bloc',
      letter: 'B',
      definitions: [
        { text: 'A bloc is a group.', start: 10, end: 28 },
        { text: 'A bloc votes as one.', start: 200, end: 220 },
      ],
      lessons: [first, second, third],
    },
    { term: 'gold', letter: 'G', definitions: [], lessons: [second] },
  ]);
});

test('is empty where no lesson has a term', () => {
  expect(collectGlossary([lesson(), lesson()])).toEqual([]);
});
