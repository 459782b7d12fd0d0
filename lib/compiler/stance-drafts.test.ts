import { describe, expect, it } from 'vitest';
import { buildContext, foils, frame } from './build-context.fixture.ts';
import { findClaims } from './claims.ts';
import { stanceDrafts } from './stance-drafts.ts';

const ask = (sentence: string, framed: unknown) =>
  stanceDrafts(findClaims(buildContext([[sentence]], [framed])).claims);
const lifeline = { subject: 'China', predicate: 'has become a lifeline for farmers' };
const judgement = { label: 'interpretation', attribution: 'the article' };

describe('asking how a statement is presented', () => {
  it('a judgement is asked for where the sentence says that the article argues', () => {
    const sentence = 'China has become a lifeline for farmers, the article argues.';
    const [draft] = ask(sentence, frame('a', 'property', lifeline, sentence, judgement));
    expect(draft?.stem).toBe(
      'How does the lesson present the statement that China has become a lifeline for farmers?',
    );
    expect(draft?.keys[0]?.text).toBe('As the author’s own judgement');
  });

  it('its reason quotes the words that show it', () => {
    const sentence = 'China has become a lifeline for farmers, the article argues.';
    const [draft] = ask(sentence, frame('a', 'property', lifeline, sentence, judgement));
    expect(draft?.keys[0]?.rationale).toBe('The lesson marks it with “the article argues” (1.1).');
  });

  it('what is bound to happen may be called a forecast too, which is then no wrong answer', () => {
    const sentence = 'Storms are bound to grow, the article reasons, because the air holds more vapour.';
    const parts = { effect: 'storms are bound to grow', cause: 'the air holds more vapour' };
    const [draft] = ask(sentence, frame('a', 'cause', parts, sentence, judgement));
    expect(draft?.candidates.map((each) => each.text)).not.toContain('As a forecast of what may come');
  });

  it('nothing is asked where the sentence does not say so', () => {
    const sentence = 'China has become a lifeline for farmers.';
    expect(ask(sentence, frame('a', 'property', lifeline, sentence, judgement))).toEqual([]);
  });

  it('nothing is asked where another sentence of the evidence says so', () => {
    const evidence = 'Trade is fundamental, the article argues. China has become a lifeline for farmers.';
    expect(ask(evidence, frame('a', 'property', lifeline, evidence, judgement))).toEqual([]);
  });

  it('the view of a party is told from that of another', () => {
    const sentence = 'Moscow and Beijing see themselves as bulwarks against pressure.';
    const framed = frame(
      'a',
      'attribution',
      { who: 'Moscow and Beijing', holds: 'the two governments are bulwarks against pressure' },
      sentence,
      {
        label: 'interpretation',
        attribution: 'Moscow and Beijing',
        foils: foils('Western policymakers'),
      },
    );
    const [draft] = ask(sentence, framed);
    expect(draft?.keys[0]?.text).toBe('As the view of Moscow and Beijing');
    expect(draft?.candidates.map((each) => each.text)).toContain('As the view of Western policymakers');
  });
});
