import { describe, expect, it } from 'vitest';
import { buildContext, foils, frame } from './build-context.fixture.ts';
import type { BuiltItem } from './build-item.ts';
import { buildItem } from './build-item.ts';
import { findClaims } from './claims.ts';
import { single, written } from './frames/drafting.ts';
import { type Asked, givesAway } from './gives-away.ts';
import { selectItems } from './select.ts';

const nouns = [
  'copper',
  'silver',
  'amber',
  'timber',
  'cotton',
  'pepper',
  'barley',
  'marble',
  'saffron',
  'indigo',
  'ivory',
  'sulphur',
  'flax',
  'honey',
  'walnut',
  'coral',
  'resin',
  'hemp',
];
const sentences = nouns.map((noun) => `The ${noun} trade grew because new roads reached the ${noun} towns.`);
const context = buildContext(
  [sentences],
  nouns.map((noun, index) =>
    frame(
      `c${index}`,
      'cause',
      { effect: `the ${noun} trade grew`, cause: `new roads reached the ${noun} towns` },
      sentences[index] ?? '',
      {
        salience: index / 20,
        foils: foils(
          `old taxes on ${noun} fell away`,
          `foreign ships brought ${noun} home`,
          `young miners dug for ${noun}`,
        ),
      },
    ),
  ),
);
const { claims } = findClaims(context);

function built(index: number, kind: 'single' | 'short', stem: string, key: string): BuiltItem {
  const claim = claims[index];
  if (claim === undefined) throw new Error('no such claim');
  const draft =
    kind === 'short'
      ? written('cause/short', 'short', claim, stem, [key])
      : single(
          'cause/why',
          claim,
          stem,
          key,
          claim.foils.map((foil) => ({
            text: foil.text,
            rationale: foil.why,
            evidence: null,
            origin: 'foil' as const,
          })),
        );
  const item = buildItem(draft);
  if (item === null) throw new Error('not built');
  return item;
}

const asked = ({ item, draft }: BuiltItem): Asked => ({ item, claims: draft.claims });

describe('the default quiz', () => {
  it('has fifteen questions where there are more, the weightiest first', () => {
    const items = nouns.map((noun, index) =>
      built(index, 'single', `Why did the ${noun} trade grow?`, `New roads reached the ${noun} towns`),
    );
    const chosen = selectItems(items);
    expect(chosen.size).toBe(15);
    expect(
      items.filter(({ item }) => !chosen.has(item.id)).map(({ draft }) => draft.claims[0]?.salience),
    ).toEqual([0, 0.05, 0.1]);
  });

  it('asks one sentence only once', () => {
    const items = [
      built(0, 'single', 'Why did the copper trade grow?', 'New roads came'),
      built(0, 'short', 'What grew with the roads?', 'copper'),
    ];
    expect(selectItems(items).size).toBe(1);
  });

  it('leaves out a question whose answer another one shows', () => {
    const shower = built(
      0,
      'single',
      'Why did the copper trade grow when caravans halted?',
      'New roads came',
    );
    const asker = built(1, 'short', 'What crossed the desert?', 'caravans');
    expect(givesAway(asked(shower), asked(asker))).toBe(true);
    expect(selectItems([shower, asker]).size).toBe(1);
  });

  it('is given away by any form of the answer, and by its words in another order', () => {
    const asker = built(1, 'short', 'What crossed the desert?', 'caravans');
    asker.item.accept.push('a camel train');
    const shower = built(0, 'single', 'Why did a camel train halt?', 'New roads came');
    expect(givesAway(asked(shower), asked(asker))).toBe(true);
    const reason = built(2, 'single', 'Why did it grow?', 'New roads reached the amber towns');
    const turned = built(3, 'single', 'Which amber towns were reached by new roads?', 'The amber ones');
    expect(givesAway(asked(turned), asked(reason))).toBe(true);
  });

  it('asks what the objectives promise before what weighs more', () => {
    const items = nouns.map((noun, index) =>
      built(index, 'single', `Why did the ${noun} trade grow?`, `New roads reached the ${noun} towns`),
    );
    const light = items[0]?.draft.claims[0]?.id ?? '';
    expect(selectItems(items).has(items[0]?.item.id ?? '')).toBe(false);
    expect(selectItems(items, new Set([light])).has(items[0]?.item.id ?? '')).toBe(true);
  });

  it('has no more than two questions to be answered in writing', () => {
    const items = nouns.map((noun, index) =>
      built(index, 'short', `What did the roads carry to town ${index}?`, noun),
    );
    expect(selectItems(items).size).toBe(2);
  });
});
