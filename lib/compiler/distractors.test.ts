import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseDistractors } from './distractors.ts';
import { blank } from './frames/drafting.ts';
import type { Answer } from './frames/frame.ts';
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
