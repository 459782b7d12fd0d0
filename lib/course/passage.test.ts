import { expect, test } from 'vitest';
import { longestPassage, type Point, passageOf } from './passage.ts';

const text = 'One is short. Two is longer.\n\nThree stands alone. Other lesson.';
const sentence = (address: string, words: string, sectionIndex = 0) => ({
  address,
  sectionIndex,
  blockIndex: 0,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const edition = {
  text,
  sentences: [
    sentence('1.1', 'One is short.'),
    sentence('1.2', 'Two is longer.'),
    sentence('1.3', 'Three stands alone.'),
    sentence('2.1', 'Other lesson.', 1),
  ],
};
const marked = (from: Point, to: Point) => {
  const passage = passageOf(edition, 0, from, to);
  return passage.ok ? text.slice(passage.value.start, passage.value.end) : passage.refusal;
};

test('a whole sentence, a part of one, and a stretch over two paragraphs', () => {
  expect(marked({ address: '1.2', at: 0 }, { address: '1.2', at: null })).toBe('Two is longer.');
  expect(marked({ address: '1.2', at: 4 }, { address: '1.2', at: 6 })).toBe('is');
  expect(marked({ address: '1.2', at: 7 }, { address: '1.3', at: 5 })).toBe('longer.\n\nThree');
});

test('spaces at the ends are not marked', () => {
  expect(marked({ address: '1.1', at: 3 }, { address: '1.1', at: 7 })).toBe('is');
  expect(marked({ address: '1.1', at: null }, { address: '1.3', at: 5 })).toBe('Two is longer.\n\nThree');
});

test('a place that is not in the lesson is none', () => {
  for (const from of [
    { address: '1.9', at: 0 },
    { address: '2.1', at: 0 },
    { address: '1.1', at: -1 },
    { address: '1.1', at: 14 },
    { address: '1.1', at: 0.5 },
  ])
    expect(marked(from, { address: '1.1', at: null })).toBe('no-such-place');
});

test('nothing, and a passage backwards, are refused', () => {
  expect(marked({ address: '1.1', at: 3 }, { address: '1.1', at: 4 })).toBe('nothing-marked');
  expect(marked({ address: '1.1', at: 3 }, { address: '1.1', at: 3 })).toBe('nothing-marked');
  expect(marked({ address: '1.3', at: 0 }, { address: '1.1', at: 3 })).toBe('nothing-marked');
});

test('a passage may have so many characters and no more', () => {
  const long = 'x'.repeat(longestPassage + 1);
  const one = {
    text: long,
    sentences: [{ address: '1.1', sectionIndex: 0, blockIndex: 0, start: 0, end: long.length }],
  };
  const from = { address: '1.1', at: 0 };
  expect(passageOf(one, 0, from, { address: '1.1', at: null })).toEqual({
    ok: false,
    refusal: 'passage-too-long',
  });
  expect(passageOf(one, 0, from, { address: '1.1', at: longestPassage }).ok).toBe(true);
});
