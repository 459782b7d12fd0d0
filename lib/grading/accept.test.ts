import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAccepted } from './accept.ts';

describe('what a typed answer may differ in', () => {
  test.each([
    ['Strategic alignment', 'strategic alignment'],
    ['strategic alignment', '  Strategic   Alignment. '],
    ['strategic alignment', 'a strategic alignment'],
    ['the Kremlin', 'Kremlin'],
    ['no-limits partnership', 'no limits partnership'],
    ['no-limits partnership', 'nolimits partnership'],
    ['no limits partnership', 'no‑limits partnership'],
    ['China’s “lifeline”', "China's lifeline"],
    ['Xi Jinping', 'XI JINPING'],
    ['Orbán', 'Orban'],
    ['Straße', 'strasse'],
    ['Łódź', 'Lodz'],
    ['1,200', '1200'],
    ['1 200 km', '1,200 km'],
    ['95 %', '95 percent'],
    ['95 per cent', '95%'],
    ['research & development', 'research and development'],
    ['−5', '-5'],
    ['ﬁnance', 'finance'],
  ])('%s is answered by %s', (accepted, typed) => {
    expect(isAccepted([accepted], typed)).toBe(true);
  });
});

describe('what it may not', () => {
  test.each([
    ['35', '3.5'],
    ['3.5', '35'],
    ['5', '-5'],
    ['bloc', 'block'],
    ['C#', 'C'],
    ['C++', 'C'],
    ['the', 'a'],
    ['2001', '2010'],
    ['1,200', '12'],
    ['alliance', 'no alliance'],
    ['a bloc', ''],
    ['a bloc', '…'],
    ['', ''],
    ['…', '!'],
  ])('%s is not answered by %s', (accepted, typed) => {
    expect(isAccepted([accepted], typed)).toBe(false);
  });
});

test('any of the accepted forms will do', () => {
  expect(isAccepted(['United States', 'USA', 'US'], 'u.s.')).toBe(false);
  expect(isAccepted(['United States', 'USA', 'US'], 'the USA')).toBe(true);
  expect(isAccepted([], 'anything')).toBe(false);
});

test('an accepted form answers itself, and no input breaks it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const said = isAccepted([text], text);
      // Only what holds nothing but punctuation is no answer, not even to itself.
      if (/[\p{L}\p{N}]/u.test(text.normalize('NFKD'))) expect(said).toBe(true);
    }),
    { seed: 11, numRuns: 2000 },
  );
});
