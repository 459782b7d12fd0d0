import { describe, expect, it } from 'vitest';
import { findAttribution } from './attributions.ts';
import { findComparison } from './comparisons.ts';
import { findCountryProperty } from './countries.ts';
import { findEvent } from './events.ts';
import { findMembers } from './members.ts';
import { findProperties } from './properties.ts';
import { findQuantity } from './quantities.ts';
import { readingOf } from './reading.fixture.ts';
import { splitAtMarker } from './relations.ts';

describe('relations between clauses', () => {
  it.each([
    [
      'Many farmers left the valley because several harvests failed.',
      'cause',
      'many farmers left the valley',
      'several harvests failed',
    ],
    [
      'Roman engineers built aqueducts in order to bring fresh water to cities.',
      'purpose',
      'Roman engineers built aqueducts',
      'bring fresh water to cities',
    ],
    [
      'Although Sparta won the war, Athens recovered its fleet.',
      'contrast',
      'Athens recovered its fleet',
      'Sparta won the war',
    ],
    [
      'If a central bank raises interest rates, most borrowers pay more.',
      'condition',
      'most borrowers pay more',
      'a central bank raises interest rates',
    ],
  ] as const)('“%s” has two sides', (sentence, relation, main, marked) => {
    expect(splitAtMarker(readingOf(sentence), relation)[0]).toMatchObject({ main, marked });
  });

  it.each([
    ['Trade fell because of the war.', 'cause'],
    ['They left because it was cold.', 'cause'],
    ['The plan failed because the money ran out.', 'cause'],
    ['Let us go because the shops close.', 'cause'],
    ['While in exile, Marx wrote his books.', 'contrast'],
    ['If you heat water, water boils.', 'condition'],
    ['By then, the war was over.', 'means'],
  ] as const)('“%s” is left alone', (sentence, relation) => {
    expect(splitAtMarker(readingOf(sentence), relation)).toEqual([]);
  });
});

describe('what a country does', () => {
  it('is found where the country is the whole subject and nothing has to be known before', () => {
    expect(
      findCountryProperty(readingOf('Norway exports large amounts of fish to Japan.'))[0]?.parts,
    ).toEqual({
      subject: 'Norway',
      predicate: 'exports large amounts of fish to Japan',
    });
  });

  it.each([
    'It buys large quantities of oil from Russia.',
    'China sees this as an opportunity to widen influence.',
    'China has not condemned the actions of Russia in Ukraine.',
    'China could become the largest economy of the world.',
    'Spain had lost its colonies in the Americas.',
  ])('is left alone on doubt: “%s”', (sentence) => {
    expect(findCountryProperty(readingOf(sentence))).toEqual([]);
  });
});

describe('dated events', () => {
  it.each([
    ['In 1883, Germany passed the Health Insurance Law.', 'Germany passed the Health Insurance Law', '1883'],
    ['Dutch merchants brought tea to Europe in 1610.', 'Dutch merchants brought tea to Europe', '1610'],
    [
      'Robert Fortune, a botanist, smuggled seeds from China to India in 1848.',
      'Robert Fortune smuggled seeds from China to India',
      '1848',
    ],
    [
      'The United Kingdom introduced a national minimum wage in April 1999 at a rate of £3.60 an hour.',
      'the United Kingdom introduced a national minimum wage at a rate of £3.60 an hour',
      '1999',
    ],
    [
      'A bull demanded censorship, and in 1559 Pope Paul IV issued the first Roman Index of books.',
      'Pope Paul IV issued the first Roman Index of books',
      '1559',
    ],
    [
      'In 1989, crowds tore down the Berlin Wall, a symbol of division, communism, and fear.',
      'crowds tore down the Berlin Wall',
      '1989',
    ],
  ])('“%s”', (sentence, statement, date) => {
    expect(
      findEvent(
        readingOf(sentence, {
          before:
            'Merchants from Dutch ports traded. Crowds met Robert Fortune. The United Kingdom had a pope, Paul.',
        }),
      )[0]?.parts,
    ).toEqual({ statement, date });
  });

  it.each([
    ['two years in one sentence', 'Between 1914 and 1918, Germany lost many ships in 1916.'],
    ['two verbs of which one would be lost', 'The leader was forced to resign and went into exile in 1911.'],
    ['nobody named', 'In 1902, prices rose in many towns.'],
    ['a forecast', 'Kenya may build more railways in 2030.'],
    [
      'somebody who is no more than an example',
      'In 1901, a porter in Tokyo shared a small room with his wife.',
    ],
    ['a comparison to a sentence before', 'In 1912, Russia passed a similar law on the health of workers.'],
    ['an owner that is not its subject', 'In 1871, the government of Britain legalised their existence.'],
    ['two things done', 'In March 1811, royalist troops captured and executed Hidalgo.'],
  ])('none is seen with %s', (_, sentence) => {
    expect(findEvent(readingOf(sentence))).toEqual([]);
  });
});

describe('views and their holders', () => {
  it.each([
    ['Durkheim believed that deviance is a necessary part of society.', 'Durkheim', 'believed'],
    ['Critics argue that a carbon tax burdens poor households.', 'critics', 'argue'],
    ['According to the ministry, the new rule protects small farms.', 'the ministry', 'says'],
  ])('“%s”', (sentence, who, verb) => {
    expect(
      findAttribution(readingOf(sentence, { before: 'The ministry met critics.' }))[0]?.parts,
    ).toMatchObject({ who, verb });
  });

  it.each([
    'She argued that the tax burdens poor households.',
    'Critics argue that it burdens poor households in winter.',
    'Many argue that a carbon tax burdens poor households.',
  ])('none is seen in “%s”', (sentence) => {
    expect(findAttribution(readingOf(sentence))).toEqual([]);
  });
});

describe('comparisons, contrasts, figures and lists', () => {
  it('two sides of one comparison may change places', () => {
    expect(
      findComparison(readingOf('Honey is thicker than nectar.', { before: 'Bees make honey.' }))[0]?.parts,
    ).toEqual({
      more: 'honey',
      less: 'nectar',
      quality: 'thicker',
    });
    expect(findComparison(readingOf('Honey is thicker than most people think.'))).toEqual([]);
  });

  it('what one side has, the other is known not to have', () => {
    const [claim] = findProperties(
      readingOf('Arteries carry blood from the heart, whereas veins carry blood to the heart.', {
        before: 'The arteries and veins.',
      }),
    );
    expect(claim).toMatchObject({ parts: { subject: 'arteries' }, foils: [{ text: 'veins' }] });
  });

  it('a statement is kept only where something contradicts it', () => {
    expect(findProperties(readingOf('Surveys gather information from people in cities.'))).toEqual([]);
    expect(findProperties(readingOf('Fertilizers increase the yield of most crops.'))).toHaveLength(1);
  });

  it('a figure is found with its unit, a count with its noun', () => {
    expect(
      findQuantity(readingOf('Large pipelines carry 38 billion litres.', { before: 'Pipelines are new.' }))[0]
        ?.parts,
    ).toMatchObject({ value: '38 billion litres' });
    expect(findQuantity(readingOf('Nectar contains about 70 percent water.'))[0]?.parts).toMatchObject({
      value: '70 percent',
    });
    expect(findQuantity(readingOf('A human heart has four chambers.'))[0]?.parts).toMatchObject({
      value: 'four',
    });
    expect(findQuantity(readingOf('One of the four chambers fills with blood.'))).toEqual([]);
  });

  it.each([
    [
      'American inflation reached 9.1 per cent in June 2022.',
      'in June 2022, American inflation reached 9.1 per cent',
      '9.1 per cent',
    ],
    [
      'Pepsin, which digests proteins, works best at about 37 °C.',
      'pepsin works best at about 37 °C',
      '37 °C',
    ],
  ])('the figure at the end of “%s” keeps what it is measured by', (sentence, statement, value) => {
    const before = 'Stomachs make pepsin. Inflation hurt American savers.';
    expect(findQuantity(readingOf(sentence, { before }))[0]?.parts).toEqual({ statement, value });
  });

  it.each([
    'Inflation fell to 3 per cent within a year.',
    'The range of pepsin lies between 30 and 40 °C.',
    'Version numbers of pepsin software reached 14.',
    'Pepsin could be stable up to about 60 °C.',
  ])('“%s” has no figure that can be asked for', (sentence) => {
    const before = 'Stomachs make pepsin. Inflation hurt American savers.';
    expect(findQuantity(readingOf(sentence, { before }))).toEqual([]);
  });

  it('a class without a name of its own gives no list', () => {
    expect(
      findMembers(readingOf('Russia has supplied China with advanced weapons, including jets and missiles.')),
    ).toEqual([]);
    expect(
      findMembers(readingOf('Renewable sources of energy include wind, sunlight and tides.'))[0]?.parts,
    ).toEqual({
      class: 'renewable sources of energy',
      members: ['wind', 'sunlight', 'tides'],
    });
  });
});
