import 'server-only';
import { sentenceOf } from '#lib/course/evidence.ts';
import type { Span } from '#lib/course/model.ts';
import type { Answer } from '#lib/grading/answer.ts';
import type { ItemKey } from '#lib/grading/item-key.ts';
import { matchPairs } from '#lib/grading/match-pairs.ts';
import type { EditionBody } from './edition-body.ts';

/** One pair of a matching question: what was chosen for it, what belongs to it, and the sentence that says so. */
export type PairView = {
  left: string;
  right: string;
  /** Null where nothing was answered. */
  chosen: string | null;
  correct: boolean;
  address: string | null;
  quote: string | null;
};

/** None for questions of another kind. */
export function pairsOf(
  edition: EditionBody,
  key: ItemKey,
  evidence: readonly Span[],
  answer: Answer | null,
): PairView[] {
  return matchPairs(key.pairs, evidence, answer).map(({ evidence: span, ...pair }) => ({
    ...pair,
    address: span === null ? null : (sentenceOf(edition.sentences, span)?.address ?? null),
    quote: span?.quote ?? null,
  }));
}
