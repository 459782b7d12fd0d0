import { describe, expect, it } from 'vitest';
import { readingOf } from './reading.fixture.ts';
import { statementOf } from './stands-alone.ts';

const alone = (sentence: string, before = '') =>
  statementOf(sentence, readingOf(sentence, { before }).around);

describe('a statement stands alone', () => {
  it.each([
    ['Warm water expands in shallow basins.', 'warm water expands in shallow basins'],
    ['However, rivers carry sediment to the coast.', 'rivers carry sediment to the coast'],
    [
      'New York City introduced electric trams in stages.',
      'New York City introduced electric trams in stages',
    ],
    ['Rivers (and streams) carry sediment to the coast.', 'rivers carry sediment to the coast'],
  ])('“%s”', (sentence, statement) => {
    expect(alone(sentence, 'Cities need warm water and rivers.')).toBe(statement);
  });
});

describe('a statement leans on its neighbours', () => {
  it.each([
    ['by a pronoun', 'They carry sediment to the coast in spring.'],
    ['by a bare comparison', 'Rivers carry more sediment in the spring months.'],
    ['by a word that continues', 'Rivers also carry sediment to the coast in spring.'],
    ['by an owner that is not in it', 'Their banks hold back the water in spring.'],
    ['by speaking of the text', 'The figure shows how rivers carry sediment to the coast.'],
    ['by a subordinate opening', 'When spring comes, rivers carry sediment to the coast.'],
    ['by speaking to its reader', 'You can see rivers carry sediment to the coast.'],
  ])('%s', (_, sentence) => {
    expect(alone(sentence)).toBeNull();
  });

  it('by a definite noun that was spoken of shortly before', () => {
    const sentence = 'The plan divided the valley into small farms.';
    expect(alone(sentence)).not.toBeNull();
    expect(alone(sentence, 'Parliament drew up a plan for settlers.')).toBeNull();
  });
});
