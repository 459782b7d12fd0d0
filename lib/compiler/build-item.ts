import type { Item, Option, Pair } from '#lib/course/model.ts';
import { fingerprint } from '#lib/text/fingerprint.ts';
import { shuffle } from '#lib/text/shuffle.ts';
import { chooseDistractors, optionId } from './distractors.ts';
import type { Answer, ItemDraft } from './frames/frame.ts';
import { bloomOf, difficultyOf } from './labels.ts';
import { leadingNumber } from './lexicon/numbers.ts';
import { normalised } from './wording.ts';

/** An item and the form it came from. */
export type BuiltItem = { item: Item; draft: ItemDraft };

/** Distractors chosen, options in an order that says nothing, labels set; null when there are too few options. */
export function buildItem(draft: ItemDraft): BuiltItem | null {
  const [claim] = draft.claims;
  if (claim === undefined) return null;
  const choice = draft.keys.length > 0;
  const wrong = choice ? chooseDistractors(draft) : [];
  if (wrong === null) return null;
  const options = [
    ...draft.keys.map((answer) => optionOf(answer, true)),
    ...wrong.map((answer) => optionOf(answer, false)),
  ];
  const id = draftId(draft);
  const item: Item = {
    id,
    lessonId: claim.lessonId,
    claimIds: draft.claims.map((each) => each.id),
    kind: draft.kind,
    stem: draft.stem,
    bloom: bloomOf(claim.type, draft.template),
    difficulty: difficultyOf({ kind: draft.kind, stem: draft.stem, options }),
    options: orderOptions(draft.kind, options, id),
    pairs: [...draft.pairs],
    order: [...draft.order],
    accept: [...draft.accept],
    evidence: draft.claims.map((each) => each.evidence),
    selected: false,
  };
  return { item, draft };
}

/** The id that a draft's item has, whatever wrong answers are chosen for it. */
export function draftId(draft: ItemDraft): string {
  return itemId({ ...draft, keys: draft.keys.map((answer) => answer.text) });
}

/**
 * The name of a question: what it asks and what is right. Wrong answers borrowed from other claims are no part
 * of it, since an edit elsewhere may change them: what a person has decided on the question, and what is known
 * of who can answer it, would be lost with each. Where the whole wording matters, it is compared as well.
 */
export function itemId(asked: {
  kind: Item['kind'];
  stem: string;
  keys: readonly string[];
  pairs: readonly Pair[];
  order: readonly string[];
  accept: readonly string[];
}): string {
  const pairs = asked.pairs.map(({ left, right }) => `${normalised(left)}\n${normalised(right)}`);
  return fingerprint(
    'i',
    asked.kind,
    normalised(asked.stem),
    ...asked.keys.map(normalised).sort(),
    '|',
    ...pairs.sort(),
    '|',
    ...asked.order.map(normalised),
    '|',
    ...asked.accept.slice(0, 1).map(normalised),
  );
}

function optionOf(answer: Answer, correct: boolean): Option {
  return {
    id: optionId(answer.text),
    text: answer.text,
    correct,
    rationale: answer.rationale,
    evidence: answer.evidence,
  };
}

/**
 * True before False, numbers by size; everything else as the item's id shuffles it. The item alone decides
 * it, so that a stored item never changes when its lesson gains others; each attempt shuffles anew.
 */
export function orderOptions(kind: Item['kind'], options: readonly Option[], id: string): Option[] {
  if (kind === 'true-false') return [...options].sort((a, b) => (a.text < b.text ? 1 : -1));
  return (
    byNumber(options) ??
    shuffle(
      [...options].sort((a, b) => (a.id < b.id ? -1 : 1)),
      id,
    )
  );
}

export function byNumber(options: readonly Option[]): Option[] | null {
  const numbered = options.map((option) => ({ option, number: leadingNumber(option.text) }));
  if (numbered.length === 0 || numbered.some(({ number }) => number === null)) return null;
  return numbered.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)).map(({ option }) => option);
}
