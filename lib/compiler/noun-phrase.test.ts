import { describe, expect, it } from 'vitest';
import { headOf, numberOf } from './noun-phrase.ts';

describe('the number of a noun phrase', () => {
  it.each([
    'China',
    'the United States',
    'the United Nations',
    'the bond between Moscow and Beijing',
    'the right of a country to govern itself',
    'an alliance',
    'the Belt and Road Initiative',
    'the arms trade between Russia and China',
    'the use of national currencies',
    'politics',
    'William Nordhaus',
    'Thucydides',
    'Keynes',
  ])('"%s" takes a singular verb', (phrase) => {
    expect(numberOf(phrase)).toBe('singular');
  });

  it.each([
    'Moscow and Beijing',
    'closer military ties with China',
    'shared grievances and strategic calculations',
    'measures such as trade bans',
    'the forces of Russia and China',
    'people',
    'these two bodies',
    'Romans',
    'the Americans',
  ])('"%s" takes a plural verb', (phrase) => {
    expect(numberOf(phrase)).toBe('plural');
  });
});

describe('the head of a noun phrase', () => {
  it.each([
    ['the dominance of one state over others', 'dominance'],
    ['China’s own defence industry', 'industry'],
    ['stable and affordable energy supplies', 'supply'],
  ])('of "%s" is "%s"', (phrase, head) => {
    expect(headOf(phrase)).toBe(head);
  });
});
