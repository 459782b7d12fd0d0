import type { ItemKind } from '#lib/course/model.ts';
import { addressOf, sentence } from '../wording.ts';
import type { Answer, Bank, FramedClaim, ItemDraft } from './frame.ts';

/** Whose words a claim is asked as: the article’s where it is the article’s, else the lesson’s own. */
export function sourceOf(claim: FramedClaim): 'the article' | 'the lesson' {
  return claim.attribution === 'the article' ? 'the article' : 'the lesson';
}

/** "According to the article", at the head of a question or statement. */
export function according(claim: FramedClaim): string {
  return `According to ${sourceOf(claim)}`;
}

/** The claim as the reason of an answer quotes it. */
function said(claim: FramedClaim): string {
  return sentence(claim.text.replace(/^In this lesson, /, ''));
}

/** The right answer of a claim: "Stated in 2.7: …". */
export function keyAnswer(claim: FramedClaim, text: string): Answer {
  return {
    text,
    rationale: `Stated in ${addressOf(claim.sentences)}: ${said(claim)}`,
    evidence: claim.evidence,
    origin: 'key',
  };
}

/** The wrong answers that a person wrote for this claim, in the wording of the template. */
export function foilAnswers(claim: FramedClaim, wording: (foil: string) => string): Answer[] {
  return claim.foils.map((foil) => ({
    text: wording(foil.text),
    rationale: foil.why,
    evidence: null,
    origin: 'foil',
  }));
}

/** Answers that are right elsewhere in the lesson and wrong here. */
export function rivalAnswers(
  claim: FramedClaim,
  bank: Bank,
  wording: (rival: FramedClaim) => string | null,
  /** What the lesson says this of instead: "of Russia", "about why …". */
  about: (rival: FramedClaim) => string,
): Answer[] {
  return bank.rivals(claim).flatMap((rival) => {
    const text = wording(rival);
    if (text === null) return [];
    return [
      {
        text,
        rationale: `The lesson says this ${about(rival)}, in ${addressOf(rival.sentences)}.`,
        evidence: rival.evidence,
        origin: 'claim' as const,
      },
    ];
  });
}

/** A question with one right answer. */
export function single(
  template: string,
  claim: FramedClaim,
  stem: string,
  key: string,
  candidates: readonly Answer[],
): ItemDraft {
  return blank(template, 'single', [claim], stem, { keys: [keyAnswer(claim, key)], candidates });
}

/** A statement that is true: "According to the lesson, …". */
export function trueStatement(template: string, claim: FramedClaim, stem: string): ItemDraft {
  return blank(template, 'true-false', [claim], stem, {
    keys: [keyAnswer(claim, 'True')],
    candidates: [
      {
        text: 'False',
        rationale: `The lesson does say this, in ${addressOf(claim.sentences)}.`,
        evidence: claim.evidence,
        origin: 'fixed',
      },
    ],
  });
}

/** A statement made false by a swapped part; `why` says what the lesson says instead. */
export function falseStatement(template: string, claim: FramedClaim, stem: string, why: string): ItemDraft {
  const stated = `The lesson says, in ${addressOf(claim.sentences)}: ${said(claim)}`;
  return blank(template, 'true-false', [claim], stem, {
    // The reason first: "That describes …" speaks of the statement, not of what the lesson says.
    keys: [{ text: 'False', rationale: `${why} ${stated}`.trim(), evidence: claim.evidence, origin: 'key' }],
    candidates: [{ text: 'True', rationale: stated, evidence: claim.evidence, origin: 'fixed' }],
  });
}

/** One false statement for each foil: items.ts keeps the one that suits the lesson's balance. */
export function foilStatements(
  template: string,
  claim: FramedClaim,
  stem: (foil: string) => string,
): ItemDraft[] {
  return claim.foils.map((foil) => falseStatement(template, claim, stem(foil.text), foil.why));
}

/** A written answer: the first of `accept` is the one to show. */
export function written(
  template: string,
  kind: 'short' | 'cloze',
  claim: FramedClaim,
  stem: string,
  accept: readonly string[],
): ItemDraft {
  return blank(template, kind, [claim], stem, { accept });
}

export function blank(
  template: string,
  kind: ItemKind,
  claims: readonly FramedClaim[],
  stem: string,
  more: Partial<Pick<ItemDraft, 'keys' | 'candidates' | 'pairs' | 'order' | 'accept'>>,
): ItemDraft {
  return {
    template,
    kind,
    claims,
    stem,
    keys: [],
    candidates: [],
    pairs: [],
    order: [],
    accept: [],
    ...more,
  };
}
