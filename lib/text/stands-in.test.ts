import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standsIn } from './stands-in.ts';

const text =
  'In 2022 the leaders spoke of a “no-limits”\npartnership.  Trade grew – since costs fell – by a third.';

test.each([
  'Trade grew – since costs fell – by a third.',
  'trade grew - since costs fell - by a third',
  '“no-limits” partnership',
  '"No-limits"   partnership.',
  '  “Trade grew – since costs fell” ',
  '… since costs fell …',
  '2022',
])('“%s” stands in the text', (quote) => {
  expect(standsIn(text, quote)).toBe(true);
});

test.each(['Trade grew since costs fell', 'a quarter', '', ' … ', '“”', '.'])('“%s” does not', (quote) => {
  expect(standsIn(text, quote)).toBe(false);
});

test('any piece of a text that has a letter stands in it', () => {
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
      const piece = text.slice(Math.min(a, b), Math.max(a, b));
      fc.pre(/[\p{L}\p{N}]/u.test(piece));
      expect(standsIn(text, piece)).toBe(true);
    }),
    { seed: 3 },
  );
});
