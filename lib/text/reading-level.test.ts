import { expect, test } from 'vitest';
import { readingLevel } from './reading-level.ts';

const times = (count: number, sentence: string) => Array.from({ length: count }, () => sentence);

test('the level is the Flesch–Kincaid grade with one grade to either side', () => {
  // 10 words a sentence and 12 syllables: 3.9 + 14.16 - 15.59 = 2.47.
  expect(readingLevel(times(20, 'The dog ran over the valley to the red barn.'))).toEqual({
    low: 1,
    high: 3,
  });
  // 10 words and 26 syllables: 3.9 + 30.68 - 15.59 = 18.99, as far as the range goes.
  expect(
    readingLevel(
      times(
        20,
        'Organizations of national governments negotiate agreements on international communications policy.',
      ),
    )?.high,
  ).toBe(18);
});

test('longer sentences of the same words are harder to read', () => {
  const short = readingLevel(times(30, 'Salt came over the mountains on carts.'));
  const long = readingLevel(
    times(
      10,
      'Salt came over the mountains on carts, salt came over the mountains on carts and salt came over the mountains on carts.',
    ),
  );
  expect(long?.low).toBeGreaterThan(short?.high ?? 99);
});

test('a text of fewer than a hundred words has no level', () => {
  expect(readingLevel(times(9, 'The dog ran over the valley to the red barn.'))).toBeNull();
  expect(readingLevel([])).toBeNull();
});
