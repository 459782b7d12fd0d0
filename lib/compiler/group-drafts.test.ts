import { describe, expect, it } from 'vitest';
import { buildContext, frame } from './build-context.fixture.ts';
import { findClaims } from './claims.ts';
import { groupDrafts } from './group-drafts.ts';

const terms: [term: string, meaning: string][] = [
  ['hegemony', 'the dominance of one state over others'],
  ['leverage', 'the ability to win concessions from a party'],
  ['sanctions', 'measures that put pressure on a country'],
  ['asymmetry', 'a lack of balance between two sides'],
  ['world order', 'the order that governs the world'],
  ['bloc', 'a group of partners that act together'],
];
const sentences = terms.map(([term, meaning]) => `Let ${term} be ${meaning}.`);
const definitions = terms.map(([term, meaning], index) =>
  frame(`d${index}`, 'definition', { term, meaning }, sentences[index] ?? ''),
);
const drafts = (lesson: string[], frames: unknown[]) =>
  groupDrafts(findClaims(buildContext([lesson], frames)).claims);

describe('matching', () => {
  it('pairs terms with meanings, without a plural among singulars or a term that stands in its meaning', () => {
    const [matching] = drafts(sentences, definitions);
    expect(matching?.pairs.map((pair) => pair.left).sort()).toEqual([
      'Asymmetry',
      'Bloc',
      'Hegemony',
      'Leverage',
    ]);
  });

  it('asks for no fewer than four terms', () => {
    expect(drafts(sentences.slice(0, 4), definitions.slice(0, 4))).toEqual([]);
  });

  it('never puts side by side two terms of which one is also true of the other', () => {
    const frames = definitions.map((each, index) => ({ ...each, alsoTrueOf: index === 0 ? ['d1'] : [] }));
    expect(drafts(sentences, frames)).toEqual([]);
  });

  it('pairs gains with countries only where no gain names one', () => {
    const gains = [
      'a market for grain',
      'a harbour in the south',
      'a share in Chinese mines',
      'cheap timber',
    ];
    const lines = gains.map((gain, index) => `Gain ${index}: ${gain}.`);
    const frames = gains.map((gain, index) =>
      frame(
        `g${index}`,
        'benefit',
        { actor: index % 2 === 0 ? 'Russia' : 'China', gains: gain },
        lines[index] ?? '',
      ),
    );
    const [matching] = drafts(lines, frames);
    expect(matching?.pairs.map((pair) => pair.left)).not.toContain('A share in Chinese mines');
    expect(new Set(matching?.pairs.map((pair) => pair.right))).toEqual(new Set(['Russia', 'China']));
  });
});

describe('ordering', () => {
  it('leaves out events of one year, whose order is not sure', () => {
    const dated: [string, string][] = [
      ['the war began', '1914'],
      ['the empire fell', '1918'],
      ['the war ended', 'November 1918'],
      ['the treaty followed', '1919'],
    ];
    const lines = dated.map(([statement, date]) => `In ${date} ${statement}.`);
    const frames = dated.map(([statement, date], index) =>
      frame(`e${index}`, 'event', { statement, date }, lines[index] ?? ''),
    );
    expect(drafts(lines, frames)).toEqual([]);
  });
});
