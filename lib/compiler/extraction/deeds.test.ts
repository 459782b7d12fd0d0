import { describe, expect, it } from 'vitest';
import { findDeed } from './deeds.ts';
import { readingOf } from './reading.fixture.ts';

const others =
  'Thomas Cech studied in Iowa. James Sumner taught at Cornell. Sidney Altman was born in Montreal. Reefs grow.';
const deed = (sentence: string, before = others) => findDeed(readingOf(sentence, { before }))[0];

describe('what a person did', () => {
  it.each([
    [
      'In 1958 Daniel Koshland proposed the induced fit model, according to which the site changes shape.',
      'Daniel Koshland',
      'proposed the induced fit model in 1958',
    ],
    [
      'The German chemist Emil Fischer compared enzyme and substrate to a lock and a key.',
      'Emil Fischer',
      'compared enzyme and substrate to a lock and a key',
    ],
    [
      'Jessica Green of the University of Toronto, in a study of 2021, reported that carbon taxes cut emissions by little.',
      'Jessica Green',
      'reported that carbon taxes cut emissions by little',
    ],
    [
      'Milton Friedman went further and maintained that minimum wage laws harmed young people.',
      'Milton Friedman',
      'maintained that minimum wage laws harmed young people',
    ],
    [
      'The sack of Mainz scattered printers, and the merchant William Caxton became the first to print in England.',
      'William Caxton',
      'became the first to print in England',
    ],
    [
      'The Congressional Budget Office estimated that a federal minimum of $15 would lift many people out of poverty.',
      'the Congressional Budget Office',
      'estimated that a federal minimum of $15 would lift many people out of poverty',
    ],
  ])('“%s”', (sentence, subject, predicate) => {
    expect(deed(sentence)?.parts).toEqual({ subject, predicate, asked: 'who' });
  });

  it('is put down to the one person whom the sentence before it opens with, and cites both', () => {
    const before = 'Octavia Hill managed houses in London.';
    expect(deed('She founded many schools for managers in Britain.', before)).toMatchObject({
      parts: { subject: 'Octavia Hill', predicate: 'founded many schools for managers in Britain' },
      reach: 1,
    });
    expect(
      deed('She founded many schools for managers in Britain.', 'Octavia Hill met Samuel Smiles in London.'),
    ).toBeUndefined();
  });

  it('offers others of the text, none of them named beside it', () => {
    const foils =
      deed('Daniel Koshland proposed the induced fit model in 1958.', `${others} Emil Fischer won a prize.`)
        ?.foils ?? [];
    expect(foils.map(({ text }) => text)).toEqual(['Sidney Altman', 'James Sumner', 'Thomas Cech']);
  });

  it.each([
    ['two did it together', 'Vinton Cerf and Robert Kahn described the protocol in 1974.'],
    ['it is said of somebody’s work', 'The Townshend Acts produced protest in the American colonies.'],
    [
      'somebody led those who did',
      'In 1996 a commission headed by Michael Boskin reported errors to the Senate.',
    ],
    ['many were like them', 'Nationalist leaders like Giuseppe Mazzini adopted many liberal principles.'],
    ['it tells of a life', 'Emil Fischer moved to a large house in Berlin.'],
    ['it is cut inside a list', 'Tycho Brahe recorded the positions of the Sun, Moon, and planets.'],
    [
      'half of a view is left',
      'Emile Durkheim believed that individuals make up society, but facts rule them.',
    ],
    ['it speaks of what stands elsewhere', 'George Stigler set out this argument in an article in 1946.'],
    ['it is not certain', 'Emil Fischer may have compared the enzyme to a key.'],
  ])('is not asked for where %s: “%s”', (_, sentence) => {
    expect(
      deed(`${sentence}`, `${others} George Grenville introduced taxes. Charles Townshend followed him.`),
    ).toBeUndefined();
  });
});
