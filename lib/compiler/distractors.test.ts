import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildContext, frame } from './build-context.fixture.ts';
import { findClaims } from './claims.ts';
import { chooseDistractors } from './distractors.ts';
import { blank } from './frames/drafting.ts';
import type { Answer } from './frames/frame.ts';
import { leanOf } from './lean.ts';
import { nearlyTheSame } from './near-same.ts';

const answer = (text: string, origin: Answer['origin']): Answer => ({
  text,
  rationale: 'why',
  evidence: null,
  origin,
});
const draft = (key: string, candidates: Answer[], stem = 'What is it?') =>
  blank('test/one', 'single', [], stem, { keys: [answer(key, 'key')], candidates });

describe('choosing wrong answers', () => {
  it('prefers what a person wrote', () => {
    const chosen = chooseDistractors(
      draft('A market for grain', [
        answer('A harbour for ships', 'foil'),
        answer('A treaty on tariffs', 'foil'),
        answer('A licence for mines', 'foil'),
        answer('A pipeline for gas', 'claim'),
      ]),
    );
    expect(chosen?.every((each) => each.origin === 'foil')).toBe(true);
  });

  it('takes two wrong answers where with three the key would be what all options share', () => {
    const key = 'The state pays for a small harbour';
    const [near, far, third] = ['for a large harbour', 'for a small road', 'for a small bridge'].map((end) =>
      answer(`The state pays ${end}`, 'foil'),
    );
    if (near === undefined || far === undefined || third === undefined) throw new Error('three were made');
    expect(leanOf({ text: key }, [near, far, third]).tells).toBe(true);
    const chosen = chooseDistractors(draft(key, [near, far, third])) ?? [];
    expect(chosen).toHaveLength(2);
    expect(leanOf({ text: key }, chosen).tells).toBe(false);
  });

  it('takes two wrong answers where with three the key would be the only one that names nobody', () => {
    const key = 'The council paid for the harbour';
    const named = ['King Henry had mines in Wales', 'Lord Byron had ships in Genoa', 'Two crews kept watch'];
    const foils = named.map((text) => answer(text, 'foil'));
    expect(leanOf({ text: key }, foils).tells).toBe(true);
    expect(chooseDistractors(draft(key, foils))).toHaveLength(2);
  });

  it('leaves out a wrong answer that stands in the evidence as fully as the key', () => {
    const evidence = 'They sail out with the southwest wind and home with the northeast wind.';
    const parts = { action: 'the sailors reach India', means: 'by using the southwest wind' };
    const { claims } = findClaims(buildContext([[evidence]], [frame('a', 'means', parts, evidence)]));
    const wrong = ['By using the northeast wind', 'By rowing with the tide', 'By hauling on a rope'];
    const chosen = chooseDistractors({
      ...draft(
        'By using the southwest wind',
        wrong.map((text) => answer(text, 'foil')),
      ),
      claims,
    });
    expect(claims).toHaveLength(1);
    expect(chosen?.map(({ text }) => text).sort()).toEqual(wrong.slice(1).sort());
  });

  it.each([
    ['Russia', 'Moscow'],
    ['the alliance', 'the partnership'],
    ['energy supplies', 'affordable energy supplies'],
    ['strategic alignment', 'military alignment'],
    ['China', 'Beijing'],
  ])('takes "%s" and "%s" for nearly the same', (a, b) => {
    expect(nearlyTheSame(a, b)).toBe(true);
    expect(chooseDistractors(draft(a, [answer(b, 'claim'), answer('the harvest', 'claim')]))).toBeNull();
  });

  it.each([
    ['Russia', 'China'],
    ['hegemony', 'leverage'],
    ['sphere of influence', 'colour revolution'],
  ])('lets "%s" and "%s" stand side by side', (a, b) => {
    expect(nearlyTheSame(a, b)).toBe(false);
  });

  it('gives no item rather than one wrong answer', () => {
    expect(
      chooseDistractors(draft('A market for grain', [answer('A harbour for ships', 'foil')])),
    ).toBeNull();
  });

  it('leaves out a borrowed answer of another form or length', () => {
    const candidates = [
      answer('To sell grain', 'claim'),
      answer('Grain', 'claim'),
      answer('A harbour for the ships of many nations, far from the coast', 'claim'),
    ];
    expect(chooseDistractors(draft('A market for all the grain that it grows', candidates))).toBeNull();
  });

  it('never returns the key, never one answer twice, and always the same set', () => {
    const phrase = fc
      .constantFrom('grain', 'ships', 'tariffs', 'mines', 'gas', 'roads', 'coal', 'salt')
      .map((noun) => `A tax on ${noun}`);
    fc.assert(
      fc.property(phrase, fc.array(phrase, { maxLength: 8 }), (key, others) => {
        const make = () =>
          chooseDistractors(
            draft(
              key,
              others.map((text) => answer(text, 'foil')),
            ),
          );
        const chosen = make();
        expect(make()).toEqual(chosen);
        const texts = chosen?.map((each) => each.text) ?? [];
        expect(texts).not.toContain(key);
        expect(new Set(texts).size).toBe(texts.length);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
