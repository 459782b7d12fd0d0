import { expect, test } from 'vitest';
import { surpriseOf } from './surprise.ts';

test('a word is said where somebody was sure and had nothing right, and where a guess was all right', () => {
  const said = [null, 1, 2, 3].map((certainty) => [0, 0.5, 1].map((mark) => surpriseOf({ mark, certainty })));
  expect(said).toEqual([
    [null, null, null],
    [null, null, 'guessed-right'],
    [null, null, null],
    ['sure-and-off', null, null],
  ]);
});
