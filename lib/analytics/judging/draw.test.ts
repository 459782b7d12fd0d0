import { describe, expect, it } from 'vitest';
import { isAsKeyed } from './as-keyed.ts';
import { apportion, drawSheet } from './draw.ts';
import { candidate } from './judging.fixture.ts';

const many = [
  ...Array.from({ length: 30 }, (_, at) => candidate(`a${at}`)),
  ...Array.from({ length: 10 }, (_, at) =>
    candidate(`b${at}`, { kind: 'short', options: [], accept: ['rain'] }),
  ),
  candidate('human', {}, { source: 'textbook', text: 'Another text.', template: null }),
];

describe('a sheet for a blind judge', () => {
  it('says neither what is right nor where a question comes from', () => {
    const { sheet } = drawSheet(many, { count: 41, seed: 7 });
    const shown = JSON.stringify(sheet.items);
    expect(Object.keys(sheet.items[0] ?? {})).toEqual([
      ...['id', 'document', 'kind', 'stem', 'options', 'lefts', 'choices'],
    ]);
    for (const secret of ['correct', 'Reason', 'rivers.md', 'textbook', 'cause/why', '"a1"'])
      expect(shown).not.toContain(secret);
  });

  it('is the same for a seed and another for another', () => {
    const draw = (seed: number) => JSON.stringify(drawSheet(many, { count: 20, seed }));
    expect(draw(7)).toBe(draw(7));
    expect(draw(7)).not.toBe(draw(8));
  });

  it('takes from each source and kind in proportion, and at least one of each', () => {
    const { key } = drawSheet(many, { count: 9, seed: 1 });
    const count = (test: (item: (typeof key.items)[number]) => boolean) => key.items.filter(test).length;
    expect(count(({ source }) => source === 'textbook')).toBe(1);
    expect(count(({ kind }) => kind === 'short')).toBe(2);
    expect(key.items).toHaveLength(9);
    expect(apportion([5, 5], 100)).toEqual([5, 5]);
    expect(apportion([50, 1, 1], 2)).toEqual([1, 1, 0]);
  });

  it('does not put the right option at one letter', () => {
    const { key } = drawSheet(many, { count: 41, seed: 7 });
    expect(new Set(key.items.map(({ right }) => right)).size).toBeGreaterThanOrEqual(3);
  });

  it('gives each text once', () => {
    const { sheet } = drawSheet(many, { count: 41, seed: 7 });
    expect(sheet.documents).toHaveLength(2);
    expect(new Set(sheet.items.map(({ document }) => document)).size).toBe(2);
  });

  it('lays out columns and lists so that its own key answers them', () => {
    const pairs = ['one', 'two', 'three', 'four'].map((left) => ({ left, right: `the ${left}` }));
    const { sheet, key } = drawSheet(
      [
        candidate('m', { kind: 'matching', options: [], pairs }),
        candidate('o', { kind: 'ordering', options: [], order: ['first', 'second', 'third'] }),
      ],
      { count: 2, seed: 3 },
    );
    for (const [at, item] of sheet.items.entries()) {
      const own = key.items[at];
      if (own === undefined) throw new Error('no key');
      const letter = (text: string) => item.choices.find((choice) => choice.text === text)?.letter;
      const answer =
        item.kind === 'matching'
          ? item.lefts.map(({ number, text }) => `${number}: ${letter(`the ${text}`)}`).join(', ')
          : ['first', 'second', 'third'].map(letter).join(' ');
      expect(isAsKeyed(own, answer)).toBe(true);
      expect(own.right).not.toBe('');
    }
  });
});
