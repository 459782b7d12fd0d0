import { expect, test } from 'vitest';
import { markTerms } from './term-marks.ts';

const mark = (text: string, ...terms: string[]) =>
  markTerms(
    text,
    [{ start: 0, end: text.length }],
    terms.map((term) => ({ id: term, term, definition: null })),
  ).map((found) => text.slice(found.start, found.end));

test('a term is marked where it first stands, in any case, and once', () => {
  expect(mark('Blocs form. A bloc is a group; the Bloc acts.', 'bloc')).toEqual(['bloc']);
});

test('a longer term goes before one within it, which is marked where it stands alone', () => {
  const text = 'A no-limits partnership is declared. A partnership is not an alliance.';
  expect(mark(text, 'partnership', 'no-limits partnership')).toEqual([
    'no-limits partnership',
    'partnership',
  ]);
});

test('part of a word is no term, and signs in a term mean themselves', () => {
  expect(mark('The blockade and the ablocal.', 'bloc', '.*', '')).toEqual([]);
  expect(mark('He wrote C++ and C.', 'C++')).toEqual(['C++']);
});

test('terms are looked for in the given stretches alone', () => {
  const text = 'Bloc\n\nA bloc acts.';
  const [found] = markTerms(text, [{ start: 6, end: 18 }], [{ id: 'b', term: 'bloc', definition: null }]);
  expect(found?.start).toBe(8);
});
