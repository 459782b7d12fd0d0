import { describe, expect, it } from 'vitest';
import { definition } from '../frames/definition.ts';
import { readingOf } from './reading.fixture.ts';

const found = (sentence: string, marked: string[] = []) =>
  definition.extract(readingOf(sentence, { marked }))[0]?.parts ?? null;

describe('a definition is found', () => {
  it.each([
    [
      'Hegemony is the dominance of one state over others.',
      'hegemony',
      'the dominance of one state over others',
    ],
    [
      'A monopoly is a market in which a single seller controls the supply.',
      'monopoly',
      'a market in which a single seller controls the supply',
    ],
    [
      'Green tea is a tea whose leaves are heated soon after picking.',
      'green tea',
      'a tea whose leaves are heated soon after picking',
    ],
    [
      'Clippers were ships that carried tea across the ocean at great speed.',
      'clippers',
      'ships that carried tea across the ocean at great speed',
    ],
    [
      'The term quorum refers to the number of members who must be present for a vote.',
      'quorum',
      'the number of members who must be present for a vote',
    ],
    [
      'The movement of water across a membrane is called osmosis.',
      'osmosis',
      'the movement of water across a membrane',
    ],
  ])('in “%s”', (sentence, term, meaning) => {
    expect(found(sentence, [term])).toMatchObject({ term, meaning });
  });

  it('beside a term that the author set apart, inside a sentence about something else', () => {
    expect(
      found('Plants stand upright through turgor, the pressure of water against the cell wall.', ['turgor']),
    ).toMatchObject({
      term: 'turgor',
      meaning: 'the pressure of water against the cell wall',
    });
  });

  it('without what is added behind a comma', () => {
    expect(found('A levee is a bank of earth that holds back a river, which may still flood.')).toMatchObject(
      {
        meaning: 'a bank of earth that holds back a river',
      },
    );
  });

  it('and keeps how the text begins it, for statements in its own words', () => {
    expect(found('Enzymes are proteins that speed up chemical reactions.')).toEqual({
      term: 'enzymes',
      meaning: 'proteins that speed up chemical reactions',
      opening: 'enzymes are',
    });
  });
});

describe('no definition is seen', () => {
  it.each([
    ['in praise', 'It is the most important partnership in the world.'],
    [
      'in a description of one thing',
      'The partnership is a testament to the power of trade between two states.',
    ],
    ['where the subject points back', 'This bond is a crucial element that underpins the partnership.'],
    ['of a person', 'Robert Fortune was a botanist who smuggled plants to India.'],
    ['in a result', 'Smuggling was a result of the taxes that Parliament had set.'],
    [
      'in a whole clause that is called something',
      'A few theories explain many aspects of life, and these are called paradigms.',
    ],
    ['in a question', 'What is a market in which a single seller controls the supply?'],
    ['where the meaning speaks to the reader', 'A market is a place in which you can buy what others sell.'],
  ])('%s', (_, sentence) => {
    expect(found(sentence)).toBeNull();
  });

  it('in a name after another name', () => {
    expect(
      found('In Britain and the United States, the organization of unions was slow.', ['United States']),
    ).toBeNull();
  });

  it('in a term whose first letter looks like an article', () => {
    expect(found('Autophagy is the process by which a cell digests its own parts.')).toMatchObject({
      term: 'autophagy',
    });
  });
});
