import { expect, test } from 'vitest';
import { hitEnd, hitStart, piecesOf } from './hits.ts';

const mark = (text: string) => text.replaceAll('[', hitStart).replaceAll(']', hitEnd);

test('hits and what stands between them, letter by letter', () => {
  expect(piecesOf(mark('[Gas] and [oil].'))).toEqual([
    { text: 'Gas', hit: true },
    { text: ' and ', hit: false },
    { text: 'oil', hit: true },
    { text: '.', hit: false },
  ]);
  expect(piecesOf('No hit.')).toEqual([{ text: 'No hit.', hit: false }]);
  expect(piecesOf('')).toEqual([]);
});

test('a text that ends within a hit loses nothing', () => {
  expect(piecesOf(mark('a [b'))).toEqual([
    { text: 'a ', hit: false },
    { text: 'b', hit: true },
  ]);
});
