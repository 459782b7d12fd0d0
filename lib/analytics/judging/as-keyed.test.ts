import { describe, expect, it } from 'vitest';
import { isAsKeyed } from './as-keyed.ts';
import { keyItem } from './judging.fixture.ts';

const multiple = keyItem('m', { kind: 'multiple', right: 'A C' });
const matching = keyItem('p', { kind: 'matching', right: '1C 2A 3B' });
const ordering = keyItem('o', { kind: 'ordering', right: 'C A B' });
const short = keyItem('s', { kind: 'short', right: 'rain', accept: ['rain', 'summer rain'] });

describe('a blind answer', () => {
  it.each([
    ['a letter', keyItem('k'), 'B'],
    ['a small letter in brackets', keyItem('k'), '(b)'],
    ['a letter with its text', keyItem('k'), 'B. Rain fell'],
    ['the text alone', keyItem('k'), 'rain fell'],
    ['letters in any order', multiple, 'C, A'],
    ['letters without a mark between', multiple, 'ac'],
    ['pairs in any order', matching, '2-A, 1 → C, 3B'],
    ['an order', ordering, 'C > A > B'],
    ['one of the accepted answers', short, 'Summer rain.'],
  ])('is as keyed when it is %s', (_, key, answer) => {
    expect(isAsKeyed(key, answer)).toBe(true);
  });

  it.each([
    ['another letter', keyItem('k'), 'A'],
    ['a text that opens with the letter as a word', keyItem('k', { right: 'A' }), 'A flood came'],
    ['only one of two letters', multiple, 'A'],
    ['one letter too many', multiple, 'A B C'],
    ['two letters where one is right', keyItem('k'), 'A B'],
    ['pairs of which two are crossed', matching, '1A 2C 3B'],
    ['another order', ordering, 'A B C'],
    ['a word that is not accepted', short, 'snow'],
    ['"I cannot tell"', keyItem('k'), '?'],
  ])('is not as keyed when it is %s', (_, key, answer) => {
    expect(isAsKeyed(key, answer)).toBe(false);
  });
});
