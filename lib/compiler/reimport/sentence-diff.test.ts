import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffSentences, type Sentence } from './sentence-diff.ts';

const sentences = (quotes: readonly string[]): Sentence[] =>
  quotes.map((quote, at) => ({ address: `1.${at + 1}`, start: at, end: at + 1, quote }));
const diff = (before: readonly string[], after: readonly string[]) =>
  diffSentences(sentences(before), sentences(after)).map(
    ({ change, before: old, after: now }) => `${change} ${old?.address ?? '-'} ${now?.address ?? '-'}`,
  );

const text = [
  'The mill stands below the weir.',
  'Its wheel turned twelve stones.',
  'Barley came down the river on barges.',
  'The miller kept a tenth of the flour.',
];

describe('what became of the sentences of a document', () => {
  it('an unchanged text stayed', () => {
    expect(diff(text, text)).toEqual(['same 1.1 1.1', 'same 1.2 1.2', 'same 1.3 1.3', 'same 1.4 1.4']);
  });

  it('quotes, case and stops make no other sentence', () => {
    expect(diff(['“Its wheel turned.”'], ['Its wheel turned!'])).toEqual(['same 1.1 1.1']);
  });

  it('a sentence put in was added, and moves no other', () => {
    expect(diff(text, [text[0] ?? '', 'Rain fell.', ...text.slice(1)])).toEqual([
      'same 1.1 1.1',
      'added - 1.2',
      'same 1.2 1.3',
      'same 1.3 1.4',
      'same 1.4 1.5',
    ]);
  });

  it('a sentence taken out was removed', () => {
    expect(diff(text, text.toSpliced(1, 1))).toEqual([
      'same 1.1 1.1',
      'removed 1.2 -',
      'same 1.3 1.2',
      'same 1.4 1.3',
    ]);
  });

  it('a sentence with most of its words left was changed', () => {
    expect(diff(text, text.with(1, 'Its wheel turned nine stones.'))[1]).toBe('changed 1.2 1.2');
  });

  it('a sentence with none of its words left was removed, and another added', () => {
    expect(diff(text, text.with(1, 'Rain fell all year.')).slice(1, 3)).toEqual([
      'removed 1.2 -',
      'added - 1.2',
    ]);
  });

  it('a sentence that stands elsewhere moved', () => {
    expect(diff(text, [text[3] ?? '', ...text.slice(0, 3)])).toEqual([
      'moved 1.4 1.1',
      'same 1.1 1.2',
      'same 1.2 1.3',
      'same 1.3 1.4',
    ]);
  });

  it('of sentences that say the same, the one that was taken out is the one removed', () => {
    expect(diff(['A.', 'So it goes.', 'B.', 'So it goes.', 'C.'], ['A.', 'B.', 'So it goes.', 'C.'])).toEqual(
      ['same 1.1 1.1', 'removed 1.2 -', 'same 1.3 1.2', 'same 1.4 1.3', 'same 1.5 1.4'],
    );
  });

  it('every sentence of both texts has exactly one line, and the new ones stand in order', () => {
    const word = fc.constantFrom('mill', 'weir', 'stone', 'barge', 'flour', 'river');
    const sentence = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => `${list.join(' ')}.`);
    const list = fc.array(sentence, { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = diffSentences(sentences(before), sentences(after));
        const starts = (side: 'before' | 'after') => changes.flatMap((change) => change[side]?.start ?? []);
        expect(starts('before').sort((a, b) => a - b)).toEqual([...before.keys()]);
        expect(starts('after')).toEqual([...after.keys()]);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
