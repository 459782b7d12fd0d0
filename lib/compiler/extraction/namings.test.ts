import { describe, expect, it } from 'vitest';
import { findNaming } from './namings.ts';
import { readingOf } from './reading.fixture.ts';

const naming = (sentence: string) => findNaming(readingOf(sentence, { before: 'Corals need light.' }))[0];

describe('a thing named where it is described', () => {
  it.each([
    [
      'In cities, signals bounce off buildings and arrive late, an effect called multipath.',
      'in cities, signals bounce off buildings and arrive late, an effect called',
      'multipath',
    ],
    [
      'Molecules that slow enzymes down are called inhibitors.',
      'molecules that slow enzymes down are called',
      'inhibitors',
    ],
    [
      'The path of an object through space is called its orbit.',
      'the path of an object through space is called its',
      'orbit',
    ],
    [
      'For years the signal was degraded by a feature called Selective Availability, which limited civilian users.',
      'for years the signal was degraded by a feature called',
      'Selective Availability',
    ],
  ])('“%s”', (sentence, lead, term) => {
    expect(naming(sentence)?.parts).toEqual({ term, meaning: lead, naming: lead });
  });

  it('has the other name that the sentence gives', () => {
    expect(
      naming('The animals that build large reefs are known as stony corals, or Scleractinia.')?.acceptAlso,
    ).toEqual(['Scleractinia']);
  });

  it.each([
    ['goes on about it', 'For a long time this case, called monopsony, was regarded as a curiosity.'],
    ['points to the sentence before', 'They reach the coast around June, an event known as the burst.'],
    ['describes nothing', 'The procedure is known as trilateration.'],
    [
      'names in the middle of a clause',
      'Favourable conditions spread infection, and the plague known as the Black Death, which reached the coast, spread.',
    ],
    ['says “what is called”', 'The third outcome of long talks results from what is called logrolling.'],
    ['quotes something else', 'Macro- means “large,” and the anatomy of organs is called gross anatomy.'],
    [
      'sets it against another',
      'Short strands of amino acids are referred to as polypeptides rather than proteins.',
    ],
  ])('is left alone where the sentence %s: “%s”', (_, sentence) => {
    expect(naming(sentence)).toBeUndefined();
  });
});
