import { expect, test } from 'vitest';
import { anchorOf, neighboursOf, sentenceOf, sentencesWithin } from './evidence.ts';
import { numberSentences } from './numbered-sentences.ts';

const text = 'First one. Second one. Third one.\n\nA heading\n\nFourth one. Fifth one.';
const sentences = numberSentences({
  text,
  blocks: [
    { kind: 'paragraph', level: 0, start: 0, end: 33 },
    { kind: 'heading', level: 2, start: 35, end: 44 },
    { kind: 'paragraph', level: 0, start: 46, end: text.length },
  ],
  sections: [
    { id: 's1', title: 'One', level: 2, start: 0, end: 33 },
    { id: 's2', title: 'Two', level: 2, start: 35, end: text.length },
  ],
});
const span = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });

test('a quotation is in the sentence in which it begins', () => {
  expect(sentenceOf(sentences, span('Second one.'))?.address).toBe('1.2');
  expect(sentenceOf(sentences, span('one. Third'))?.address).toBe('1.2');
  expect(sentenceOf(sentences, span('Fifth'))?.address).toBe('2.2');
});

test('a quotation from a heading is in no sentence', () => {
  expect(sentenceOf(sentences, span('A heading'))).toBeNull();
  expect(sentenceOf([], span('First'))).toBeNull();
});

test('neighbours are of the same lesson, and begin where a longer quotation ends', () => {
  const around = (quote: string, count = 1) => {
    const { before, after } = neighboursOf(sentences, span(quote), count);
    return [before.map((found) => found.address), after.map((found) => found.address)];
  };
  expect(around('Second one.')).toEqual([['1.1'], ['1.3']]);
  expect(around('First one. Second one.')).toEqual([[], ['1.3']]);
  expect(around('Third one.', 2)).toEqual([['1.1', '1.2'], []]);
  expect(around('Fourth one.', 5)).toEqual([[], ['2.2']]);
  expect(around('A heading')).toEqual([[], []]);
});

test('the anchor of 2.7 is s2-7', () => {
  expect(anchorOf('2.7')).toBe('s2-7');
});

test('a quotation over two sentences is cut where each of them ends', () => {
  const { start, end } = span('one. Third one.');
  const pieces = sentencesWithin(sentences, { start, end });
  expect(pieces.map((piece) => [piece.address, text.slice(piece.start, piece.end)])).toEqual([
    ['1.2', 'one.'],
    ['1.3', 'Third one.'],
  ]);
});
