import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '#lib/course/model.ts';
import { buildContext, foils, frame } from './build-context.fixture.ts';
import { findClaims } from './claims.ts';
import type { CompileContext } from './context.ts';
import { makeItems } from './items.ts';
import { screenItem } from './screen.ts';

const keys = (item: Item) => item.options.filter((option) => option.correct);

const sentences = [
  'Glaciers shrink because the summers grow warmer.',
  'Corals bleach because the sea takes up heat.',
  'Storms grow stronger because the air holds more vapour.',
  'Harvests fail because the rains come too late.',
  'Rivers flood because the snow melts too early.',
];
const causes = sentences.map((sentence, index) => {
  const [effect = '', cause = ''] = sentence.replace('.', '').split(' because ');
  return frame(
    `c${index}`,
    'cause',
    { effect: effect.charAt(0).toLowerCase() + effect.slice(1), cause },
    sentence,
    {
      foils: foils(
        'the farmers cut down forests',
        'the tides rise along coasts',
        'the winds blow from deserts',
      ),
    },
  );
});

function itemsOf(context: CompileContext): Item[] {
  return makeItems(context, findClaims(context).claims).items;
}

describe('making questions', () => {
  it('a question keeps its id when another sentence is added', () => {
    const before = itemsOf(buildContext([sentences.slice(0, 1)], causes.slice(0, 1)));
    const after = itemsOf(buildContext([['A new opening.', ...sentences.slice(0, 1)]], causes.slice(0, 1)));
    expect(after.map((item) => item.id)).toEqual(before.map((item) => item.id));
  });

  it('a question keeps its options in their order when its lesson gains another question', () => {
    const before = itemsOf(buildContext([sentences], causes.slice(0, 1)));
    const after = itemsOf(buildContext([sentences], causes.slice(0, 4)));
    const orderOf = (items: Item[], id: string) =>
      items.find((item) => item.id === id)?.options.map((option) => option.id);
    const kept = before.filter((item) => after.some((other) => other.id === item.id));
    expect(kept.length).toBeGreaterThan(0);
    for (const { id } of kept) expect(orderOf(after, id)).toEqual(orderOf(before, id));
  });

  it('for each reason that is given rightly, another is given wrongly', () => {
    const statements = itemsOf(buildContext([sentences], causes)).filter(
      (item) => item.kind === 'true-false',
    );
    const truths = statements.map((item) => keys(item)[0]?.text);
    expect(truths.filter((truth) => truth === 'True')).toHaveLength(truths.length / 2);
    expect(truths.length).toBeGreaterThan(0);
  });

  it('from any choice of claims come clean items, the same each time', () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3, 4]), (chosen) => {
        const frames = causes.filter((_, index) => chosen.includes(index));
        const make = () => itemsOf(buildContext([sentences], frames));
        const items = make();
        expect(make()).toEqual(items);
        const context = buildContext([sentences], frames);
        for (const item of items) expect(screenItem(item, context.document.text)).toEqual([]);
        for (const item of items.filter((each) => each.kind === 'single')) expect(keys(item)).toHaveLength(1);
      }),
      { seed: 3, numRuns: 32 },
    );
  });

  it('never takes for a wrong answer what is also true', () => {
    const frames = causes.map((each, index) => ({
      ...each,
      foils: [],
      alsoTrueOf: index === 0 ? ['c1'] : [],
    }));
    const items = itemsOf(buildContext([sentences], frames));
    const about = (word: string) =>
      items.filter((item) => item.kind === 'single' && item.stem.includes(word));
    for (const item of about('glaciers'))
      expect(item.options.map((option) => option.text).join()).not.toContain('takes up heat');
    for (const item of about('corals'))
      expect(item.options.map((option) => option.text).join()).not.toContain('summers grow warmer');
  });

  it('says of what it could ask nothing', () => {
    const context = buildContext(
      [[sentences[0] ?? '']],
      [{ ...causes[0], foils: [], parts: { effect: 'it is not so', cause: 'it is not' } }],
    );
    expect(makeItems(context, findClaims(context).claims).diagnostics.map((each) => each.code)).toEqual([
      'claim-not-asked',
    ]);
  });

  it('of prose that nobody has confirmed asks nothing that it has not proved to be good at', () => {
    expect(itemsOf(buildContext([sentences]))).toEqual([]);
  });

  it('puts dated events in order', () => {
    const dated = ['The war began in 1914.', 'The empire fell in 1918.', 'The treaty followed in 1919.'];
    const frames = dated.map((sentence, index) =>
      frame(
        `e${index}`,
        'event',
        { statement: sentence.replace(/ in \d+\.$/, '').replace('The', 'the'), date: sentence.slice(-5, -1) },
        sentence,
      ),
    );
    const [ordering] = itemsOf(buildContext([dated], frames)).filter((item) => item.kind === 'ordering');
    expect(ordering?.order).toEqual(['The war began', 'The empire fell', 'The treaty followed']);
  });
});
