import { describe, expect, it } from 'vitest';
import { makeBank } from '../bank.ts';
import { buildContext, foils, frame } from '../build-context.fixture.ts';
import { findClaims } from '../claims.ts';
import { frameOf } from './registry.ts';

/** The sentence that stands for any evidence: what is tested is the wording. */
const evidence = 'This sentence proves it.';

function ask(asked: { type: string; parts: Record<string, string>; wrong?: string[] }) {
  const more = { foils: foils(...(asked.wrong ?? [])), attribution: 'the article' };
  const context = buildContext([[evidence]], [frame('a', asked.type, asked.parts, evidence, more)]);
  const [claim] = findClaims(context).claims;
  if (claim === undefined) throw new Error('the frame was not found');
  return { claim, drafts: frameOf(claim.type).ask(claim, makeBank(context, [claim])) };
}

describe('what a frame asks', () => {
  it.each([
    ['could', 'As something that may or may not happen'],
    ['will', 'As something that is expected to happen'],
  ])('a forecast with "%s" is presented "%s"', (modal, key) => {
    const { drafts } = ask({
      type: 'forecast',
      parts: { statement: `the bond ${modal} shape the century`, modality: modal },
    });
    const stance = drafts.find((draft) => draft.template === 'forecast/stance');
    expect(stance?.keys.map((each) => each.text)).toEqual([key]);
    expect(stance?.candidates).toHaveLength(3);
  });

  it('a country is not asked for where only one other could be meant', () => {
    const { drafts } = ask({
      type: 'property',
      parts: { subject: 'China', predicate: 'buys oil' },
      wrong: ['Russia'],
    });
    expect(drafts.filter((draft) => draft.template === 'property/who')).toEqual([]);
  });

  it('nothing false is said of a country unless a person wrote it', () => {
    const { drafts } = ask({
      type: 'property',
      parts: { subject: 'China', predicate: 'buys oil from Russia' },
    });
    const truths = drafts.filter((draft) => draft.kind === 'true-false').map((draft) => draft.keys[0]?.text);
    expect(truths).toEqual(['True']);
  });

  it('a gain from what is its own is said with the one who gains first', () => {
    const { claim } = ask({
      type: 'benefit',
      parts: { actor: 'China', gains: 'cheap energy', from: 'its purchases of oil' },
    });
    expect(claim.text).toBe('China gains cheap energy from its purchases of oil.');
  });

  it('a term is asked for only among three others of its kind that have been taught', () => {
    const kinds = ['the ability to wait', 'the ability to act', 'the ability to see', 'the ability to hear'];
    const lines = kinds.map((meaning, index) => `Let power ${index} be ${meaning}.`);
    const defined = kinds.map((meaning, index) =>
      frame(
        `d${index}`,
        'definition',
        { term: `power ${'abcd'.charAt(index)}`, meaning },
        lines[index] ?? '',
      ),
    );
    const context = buildContext([lines.slice(0, 2), lines.slice(2)], defined);
    const { claims } = findClaims(context);
    const asksTerm = claims.map((claim) =>
      frameOf('definition')
        .ask(claim, makeBank(context, claims))
        .some((draft) => draft.template === 'definition/term'),
    );
    expect(asksTerm).toEqual([false, false, true, true]);
  });
});
