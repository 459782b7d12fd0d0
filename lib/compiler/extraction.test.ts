import { describe, expect, it } from 'vitest';
import { findMembers, findProperty, findQuantity, splitAtMarker } from './extraction.ts';
import { definition } from './frames/definition.ts';
import type { Reading } from './frames/frame.ts';

const read = (text: string, marked: string[] = []): Reading => ({ text, marked });

describe('relations between clauses', () => {
  it('a reason after "because" is found', () => {
    expect(
      splitAtMarker(read('Many farmers left the valley because several harvests failed.'), 'cause')[0],
    ).toMatchObject({
      main: 'many farmers left the valley',
      marked: 'several harvests failed',
    });
  });

  it('a purpose after "in order to" is found', () => {
    expect(
      splitAtMarker(
        read('Roman engineers built aqueducts in order to bring fresh water to cities.'),
        'purpose',
      )[0],
    ).toMatchObject({
      main: 'Roman engineers built aqueducts',
      marked: 'bring fresh water to cities',
    });
  });

  it('a concession that opens a sentence is found', () => {
    expect(
      splitAtMarker(read('Although Sparta won the war, Athens recovered its fleet.'), 'contrast')[0],
    ).toMatchObject({
      main: 'Athens recovered its fleet',
      marked: 'Sparta won the war',
    });
  });

  it('a condition that opens a sentence is found', () => {
    expect(
      splitAtMarker(
        read('If a central bank raises interest rates, most borrowers pay more.'),
        'condition',
      )[0],
    ).toMatchObject({
      main: 'most borrowers pay more',
      marked: 'a central bank raises interest rates',
    });
  });

  it.each([
    ['Trade fell because of the war.', 'cause'],
    ['They left because it was cold.', 'cause'],
    ['The plan failed because the money ran out.', 'cause'],
    ['Let us go because the shops close.', 'cause'],
    ['While in exile, Marx wrote his books.', 'contrast'],
    ['If you heat water, water boils.', 'condition'],
    ['By then, the war was over.', 'means'],
  ] as const)('"%s" is left alone', (text, relation) => {
    expect(splitAtMarker(read(text), relation)).toEqual([]);
  });
});

describe('definitions', () => {
  it('a term that the author set apart is defined', () => {
    const [found] = definition.extract(
      read('Hegemony is the dominance of one state over others.', ['Hegemony']),
    );
    expect(found?.parts).toEqual({ term: 'hegemony', meaning: 'the dominance of one state over others' });
  });

  it.each([
    'It is the most important partnership in the world.',
    'China is the dominant economic partner of the two.',
    'The partnership is a testament to the power of trade.',
    'This bond is a crucial element that underpins the partnership.',
  ])('praise is no definition: "%s"', (text) => {
    expect(definition.extract(read(text))).toEqual([]);
  });
});

describe('what a country does', () => {
  it('is found where the country is the whole subject', () => {
    expect(
      findProperty(
        read('Russia, despite its vast resources, is in a weaker economic position, especially now.'),
      )[0]?.parts,
    ).toEqual({
      subject: 'Russia',
      predicate: 'is in a weaker economic position',
    });
  });

  it.each([
    'It buys large quantities of oil from Russia.',
    'China sees this as an opportunity to widen its influence.',
    'China has not condemned the actions of Russia in Ukraine.',
    'China could become the largest economy of the world.',
    'China secures stable, affordable energy supplies, and we know it.',
  ])('is left alone on doubt: "%s"', (text) => {
    expect(findProperty(read(text))).toEqual([]);
  });
});

describe('figures and lists', () => {
  it('a sentence that ends in a figure gives it', () => {
    expect(findQuantity(read('The planned capacity of the pipeline is 38 billion.'))[0]?.parts).toMatchObject(
      { value: '38 billion' },
    );
  });

  it('a class without a name of its own gives no list', () => {
    expect(
      findMembers(read('Russia has supplied China with advanced weapons, including jets and missiles.')),
    ).toEqual([]);
  });
});
