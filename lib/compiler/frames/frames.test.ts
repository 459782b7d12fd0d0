import { describe, expect, it } from 'vitest';
import { claimTypes } from '#lib/course/model.ts';
import { makeBank } from '../bank.ts';
import { buildContext, foils, frame } from '../build-context.fixture.ts';
import { findClaims } from '../claims.ts';
import { frameOf, frames } from './registry.ts';

type Asked = {
  type: string;
  parts: Record<string, string | string[]>;
  text: string;
  stems: string[];
  wrong?: string[];
  /** Whose claim it is; the article’s where a case does not say. */
  attribution?: string | null;
};

/** The sentence that stands for any evidence: what is tested is the wording. */
const evidence = 'This sentence proves it.';

function ask({ type, parts, wrong = [], attribution = 'the article' }: Asked) {
  const framed = frame('a', type, parts, evidence, { foils: foils(...wrong), attribution });
  const context = buildContext([[evidence]], [framed]);
  const [claim] = findClaims(context).claims;
  if (claim === undefined) throw new Error('the frame was not found');
  return { claim, drafts: frameOf(claim.type).ask(claim, makeBank(context, [claim])) };
}

const cases: readonly Asked[] = [
  {
    type: 'definition',
    parts: {
      term: 'sphere of influence',
      meaning: 'a region in which an outside power claims a special say',
    },
    text: 'In this lesson, “sphere of influence” means a region in which an outside power claims a special say',
    stems: [
      'What is the term for a region in which an outside power claims a special say?',
      'Complete the sentence: The term for a region in which an outside power claims a special say is ____.',
    ],
  },
  {
    type: 'cause',
    parts: {
      effect: 'the two governments settle trade in their own currencies',
      cause: 'sanctions bar them from the dollar',
    },
    text: 'The two governments settle trade in their own currencies because sanctions bar them from the dollar.',
    stems: ['According to the article, why do the two governments settle trade in their own currencies?'],
  },
  {
    type: 'cause',
    parts: { effect: 'the threats both countries perceive are real', cause: 'missiles exist' },
    text: 'The threats both countries perceive are real because missiles exist.',
    stems: ['What, according to the article, explains why the threats both countries perceive are real?'],
  },
  {
    type: 'purpose',
    parts: { action: 'Rome built aqueducts', purpose: 'bring water to its cities' },
    text: 'Rome built aqueducts in order to bring water to its cities.',
    stems: ['According to the article, for what purpose did Rome build aqueducts?'],
  },
  {
    type: 'means',
    parts: { action: 'the forces raise their interoperability', means: 'training together' },
    text: 'The forces raise their interoperability by training together.',
    stems: ['According to the article, how do the forces raise their interoperability?'],
  },
  {
    type: 'benefit',
    parts: { actor: 'Russia', gains: 'a market for its energy', from: 'the trade in oil' },
    text: 'The trade in oil brings Russia a market for its energy.',
    stems: ['According to the article, what does Russia gain from the trade in oil?'],
  },
  {
    type: 'benefit',
    parts: { actor: 'both countries', gains: 'a stronger voice' },
    text: 'Both countries gain a stronger voice.',
    stems: ['Which of these does the article name as a gain for both countries?'],
  },
  {
    type: 'contrast',
    parts: { clauseA: 'trade is growing', clauseB: 'trust is low' },
    text: 'Although trade is growing, trust is low.',
    stems: [
      'According to the article, although trade is growing, trust is low.',
      'The article says that trade is growing. How does it qualify this?',
    ],
  },
  {
    type: 'condition',
    // biome-ignore lint/suspicious/noThenProperty: the part’s name in the claims file; a string is never awaited
    parts: { if: 'prices fall', then: 'exporters lose income' },
    text: 'If prices fall, exporters lose income.',
    stems: ['What, according to the article, follows if prices fall?'],
  },
  {
    type: 'condition',
    // biome-ignore lint/suspicious/noThenProperty: the part’s name in the claims file; a string is never awaited
    parts: { if: 'all prices rose in step', then: 'little would change' },
    text: 'If all prices rose in step, little would change.',
    stems: ['What, according to the article, would follow if all prices rose in step?'],
  },
  {
    type: 'membership',
    parts: { class: 'ways in which states cooperate', members: ['joint votes', 'joint statements'] },
    text: 'The ways in which states cooperate include joint votes and joint statements.',
    stems: ['Which of these does the article name among the ways in which states cooperate?'],
  },
  {
    type: 'comparison',
    parts: { more: 'an alliance', less: 'an alignment', quality: 'more formal' },
    text: 'An alliance is more formal than an alignment.',
    attribution: null,
    stems: [
      'According to the lesson, an alliance is more formal than an alignment.',
      'According to the lesson, an alignment is more formal than an alliance.',
    ],
  },
  {
    type: 'quantity',
    parts: { statement: 'the pipeline carries 38 billion cubic metres', value: '38 billion cubic metres' },
    text: 'The pipeline carries 38 billion cubic metres.',
    stems: ['Complete the sentence with a number: The pipeline carries ____ billion cubic metres.'],
  },
  {
    type: 'quantity',
    parts: { statement: 'three kinds of cooperation define the partnership', value: 'three' },
    text: 'Three kinds of cooperation define the partnership.',
    stems: ['According to the article, how many kinds of cooperation define the partnership?'],
  },
  {
    type: 'event',
    parts: { statement: 'the leaders met in Beijing', date: '2024' },
    text: 'The leaders met in Beijing in 2024.',
    stems: ['According to the article, in which year did the leaders meet in Beijing?'],
  },
  {
    type: 'attribution',
    parts: { who: 'Moscow and Beijing', holds: 'sanctions break the law' },
    text: 'Moscow and Beijing hold that sanctions break the law.',
    stems: ['Who, according to the lesson, holds that sanctions break the law?'],
  },
  {
    type: 'forecast',
    parts: { holder: '', statement: 'the alignment could change the balance of power', modality: 'could' },
    text: 'The alignment could change the balance of power.',
    wrong: ['the alignment could end the trade in gas', 'the alignment could found a bank'],
    stems: [
      'Which forecast does the article make about the alignment?',
      'How does the article present the idea that the alignment will change the balance of power?',
    ],
  },
  {
    type: 'open-question',
    parts: { holder: 'historians', statement: 'whether the bond will last', modality: 'open' },
    text: 'Historians leave open whether the bond will last.',
    wrong: ['whether Rome lies in Italy'],
    stems: ['Which of these questions do historians leave open?'],
  },
  {
    type: 'open-question',
    parts: { statement: 'whether the bond will last', modality: 'open' },
    text: 'The lesson leaves open whether the bond will last.',
    wrong: ['whether Rome lies in Italy'],
    stems: [
      'Which of these questions does the lesson leave open?',
      'The lesson leaves open whether the bond will last.',
      'The lesson leaves open whether Rome lies in Italy.',
    ],
  },
  {
    type: 'property',
    parts: { subject: 'China', predicate: 'has become an economic lifeline' },
    text: 'China has become an economic lifeline.',
    stems: ['According to the article, which country has become an economic lifeline?'],
    wrong: ['Russia', 'India', 'Japan'],
  },
  {
    type: 'property',
    parts: { subject: 'the heart', predicate: 'pumps blood' },
    text: 'The heart pumps blood.',
    stems: ['According to the article, which of these pumps blood?'],
    wrong: ['the liver', 'the lung'],
  },
];

describe('frames', () => {
  it.each(cases)('$type: "$text" is asked in good English', (asked) => {
    const { claim, drafts } = ask(asked);
    expect(claim.text).toBe(asked.text);
    expect(drafts.map((draft) => draft.stem)).toEqual(expect.arrayContaining(asked.stems));
  });

  it('there is one for every type of claim, and every one is tested here', () => {
    expect(frames.map((each) => each.type).sort()).toEqual([...claimTypes].sort());
    expect(new Set(cases.map((each) => each.type))).toEqual(new Set(claimTypes));
  });

  it('a term is accepted in its usual spellings', () => {
    const { drafts } = ask({
      type: 'definition',
      parts: { term: 'de-dollarization', meaning: 'the effort of states to rely less on the dollar' },
      text: '',
      stems: [],
    });
    expect(drafts.find((draft) => draft.kind === 'short')?.accept).toEqual(
      expect.arrayContaining(['de-dollarization', 'de-dollarisation', 'dedollarization', 'de dollarization']),
    );
  });

  it('a gain that names its country is not asked for by country', () => {
    const { drafts } = ask({
      type: 'benefit',
      parts: { actor: 'China', gains: 'influence on Russian trade' },
      text: '',
      stems: [],
    });
    expect(drafts.filter((draft) => draft.template === 'benefit/who')).toEqual([]);
  });
});
