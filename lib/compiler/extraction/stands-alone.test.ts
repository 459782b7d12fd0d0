import { describe, expect, it } from 'vitest';
import { readingOf } from './reading.fixture.ts';
import { statementOf } from './stands-alone.ts';

const alone = (sentence: string, before = '') =>
  statementOf(sentence, readingOf(sentence, { before }).around);

describe('a statement stands alone', () => {
  it.each([
    ['Warm water expands in shallow basins.', 'warm water expands in shallow basins'],
    ['However, rivers carry sediment to many coasts.', 'rivers carry sediment to many coasts'],
    [
      'New York City introduced electric trams in stages.',
      'New York City introduced electric trams in stages',
    ],
    ['Rivers (and streams) carry sediment to many coasts.', 'rivers carry sediment to many coasts'],
  ])('“%s”', (sentence, statement) => {
    expect(alone(sentence, 'Cities need warm water and rivers.')).toBe(statement);
  });
});

describe('a statement leans on its neighbours', () => {
  it.each([
    ['by a pronoun', 'They carry sediment to many coasts in spring.'],
    ['by a bare comparison', 'Rivers carry more sediment in the spring months.'],
    ['by a word that continues', 'Rivers also carry sediment to many coasts in spring.'],
    ['by an owner that is not in it', 'Their banks hold back the water in spring.'],
    ['by speaking of the text', 'The figure shows how rivers carry sediment to many coasts.'],
    ['by a subordinate opening', 'When spring comes, rivers carry sediment to many coasts.'],
    ['by speaking to its reader', 'You can see rivers carry sediment to many coasts.'],
  ])('%s', (_, sentence) => {
    expect(alone(sentence)).toBeNull();
  });

  it('by a definite noun that was spoken of shortly before', () => {
    const sentence = 'The spring flood covered many farms along large rivers.';
    expect(alone(sentence)).not.toBeNull();
    expect(alone(sentence, 'Farmers feared a flood at that season.')).toBeNull();
  });
});
