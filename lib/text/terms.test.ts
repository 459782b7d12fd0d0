import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentStems, countWords, slugify, stem, words } from './terms.ts';

test('hyphens, apostrophes, decimals and thousands stay within a word', () => {
  expect(words('The well-known U.S. firm didn’t sell 1,200 tonnes (3.5%), they say.')).toEqual([
    ...['The', 'well-known', 'U.S', 'firm', 'didn’t', 'sell', '1,200', 'tonnes', '3.5', 'they', 'say'],
  ]);
});

test('words are counted as a word processor counts them', () => {
  expect(countWords('')).toBe(0);
  expect(countWords(' — … ')).toBe(0);
  expect(countWords('“Well-known” plants — 3 of them — don’t flower.')).toBe(7);
});

test('the forms of one word share a stem', () => {
  for (const family of [
    ['trade', 'trades', 'traded', 'trading'],
    ['country', 'countries', 'country’s'],
    ['plan', 'plans', 'planned', 'planning'],
    ['box', 'boxes'],
    ['study', 'studies', 'studied', 'studying'],
    ['organisation', 'organization', 'organizations'],
    ['colour', 'color', 'colours'],
    ['quick', 'quickly'],
    ['café', 'cafe', 'cafés'],
  ]) {
    expect(new Set(family.map(stem)), family.join(' ')).toHaveProperty('size', 1);
  }
});

test('different words keep different stems', () => {
  for (const [one, other] of [
    ['bus', 'but'],
    ['news', 'new'],
    ['process', 'proceed'],
    ['analysis', 'analyst'],
    ['string', 'str'],
    ['need', 'ne'],
    ['2024', '2023'],
  ] as const) {
    expect(stem(one)).not.toBe(stem(other));
  }
});

test('content stems leave out the words that hold a sentence together', () => {
  expect(contentStems('It is the sanctions that have driven trade, and the sanction’s cost.')).toEqual(
    new Set(['sanction', 'driven', 'trad', 'cost']),
  );
});

test('a slug is the title in small ASCII letters', () => {
  expect(slugify('The Economy: Oil & Gas')).toBe('the-economy-oil-gas');
  expect(slugify('Élan vital — Łódź straße')).toBe('elan-vital-lodz-strasse');
  expect(slugify('What’s next?')).toBe('whats-next');
});

test('a slug is never empty, never long and never ends in a hyphen', () => {
  expect(slugify('Экономика')).toBe('lesson');
  expect(slugify('…')).toBe('lesson');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      expect(slugify(title)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(slugify(title).length).toBeLessThanOrEqual(60);
    }),
    { seed: 4 },
  );
});
