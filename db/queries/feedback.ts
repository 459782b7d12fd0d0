import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { neighboursOf, sentenceOf, sentencesWithin } from '#lib/course/evidence.ts';
import type { ClaimLabel, Span } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';
import type { PresentedItem } from '#lib/course/present-item.ts';
import type { Answer } from '#lib/grading/answer.ts';
import type { ItemKey } from '#lib/grading/item-key.ts';
import { prepared, type Tx } from '../client.ts';
import type { EditionBody } from '../edition-body.ts';
import { itemOfPlace } from '../joins.ts';
import { items, lessonItems, options } from '../schema/content.ts';
import type { DisputeView } from './disputes.ts';

export type EvidenceView = {
  /** Of the sentence where it begins. */
  address: string;
  quote: string;
  /** The quote, sentence by sentence. */
  pieces: { address: string; text: string }[];
  /** Neighbouring sentences of the same lesson, in reading order. */
  before: { address: string; text: string }[];
  after: { address: string; text: string }[];
  claim: { label: ClaimLabel; attribution: string | null } | null;
};

/** Only of an item that this viewer has answered. */
export type FeedbackView = {
  responseId: string;
  /** 0 to 1. */
  mark: number;
  answer: Answer;
  certainty: number | null;
  answeredAt: Date;
  /** In the order shown. `address` is where the text speaks of this option. */
  options: {
    id: string;
    text: string;
    correct: boolean;
    chosen: boolean;
    rationale: string;
    address: string | null;
  }[];
  accept: string[];
  pairs: { left: string; right: string; chosen: string; correct: boolean }[];
  order: string[];
  evidence: EvidenceView[];
  /** What this learner has written of it that seems wrong. */
  dispute: DisputeView | null;
};

/** How many sentences stand around a quotation. */
const context = 1;

const itemProof = prepared((tx) =>
  tx
    .select({
      key: items.key,
      claimIds: lessonItems.claimIds,
      evidence: lessonItems.evidence,
      optionEvidence: lessonItems.optionEvidence,
      optionRationales: lessonItems.optionRationales,
    })
    .from(lessonItems)
    .innerJoin(items, itemOfPlace)
    .where(
      and(
        eq(lessonItems.editionId, sql.placeholder('editionId')),
        eq(lessonItems.itemId, sql.placeholder('itemId')),
      ),
    )
    .prepare('item_proof'),
);

const optionReasons = prepared((tx) =>
  tx
    .select({ id: options.id, correct: options.correct, rationale: options.rationale })
    .from(options)
    .where(eq(options.itemId, sql.placeholder('itemId')))
    .orderBy(asc(options.position))
    .prepare('option_reasons'),
);

/** What decides an item and what proves it. To be read for items that have been answered, and for no other. */
export type Proof = {
  key: ItemKey;
  claimIds: string[];
  evidence: Span[];
  optionEvidence: Record<string, Span>;
  options: { id: string; correct: boolean; rationale: string }[];
};

export async function readProof(tx: Tx, editionId: string, itemId: string): Promise<Proof> {
  const [[proof], reasons] = await Promise.all([
    itemProof(tx).execute({ editionId, itemId }),
    optionReasons(tx).execute({ itemId }),
  ]);
  if (proof === undefined) throw new Error(`item ${itemId} is not in edition ${editionId}`);
  return {
    key: proof.key,
    claimIds: proof.claimIds,
    evidence: proof.evidence,
    optionEvidence: proof.optionEvidence,
    options: reasons.map(({ id, correct, rationale }) => ({
      id,
      correct,
      rationale: proof.optionRationales[id] ?? rationale,
    })),
  };
}

type Response = Pick<FeedbackView, 'responseId' | 'mark' | 'answer' | 'certainty' | 'answeredAt'>;

/** What the text says to one answer, whether or not it is stored. */
export type ExplanationView = Pick<
  FeedbackView,
  'answer' | 'options' | 'accept' | 'pairs' | 'order' | 'evidence'
>;

export function feedbackOf(
  edition: EditionBody,
  item: PresentedItem,
  proof: Proof,
  response: Response,
  dispute: DisputeView | null,
): FeedbackView {
  const explanation = explain(edition, item, proof, response.answer);
  return {
    responseId: response.responseId,
    mark: response.mark,
    answer: response.answer,
    certainty: response.certainty,
    answeredAt: response.answeredAt,
    options: explanation.options,
    accept: explanation.accept,
    pairs: explanation.pairs,
    order: explanation.order,
    evidence: explanation.evidence,
    dispute,
  };
}

export function explain(
  edition: EditionBody,
  item: PresentedItem,
  proof: Proof,
  answer: Answer,
): ExplanationView {
  const chosen = chosenOptions(answer);
  const addressOf = (span: Span | undefined) =>
    span === undefined ? null : (sentenceOf(edition.sentences, span)?.address ?? null);
  return {
    answer,
    options: item.options.map(({ id, text }) => {
      const reason = proof.options.find((option) => option.id === id);
      return {
        id,
        text,
        correct: reason?.correct ?? false,
        chosen: chosen.includes(id),
        rationale: reason?.rationale ?? '',
        address: addressOf(proof.optionEvidence[id]),
      };
    }),
    accept: proof.key.accept,
    pairs: item.lefts.map((left, at) => {
      const right = proof.key.pairs.find((pair) => pair.left === left)?.right ?? '';
      const given = answer.kind === 'matching' ? (answer.rights[at] ?? '') : '';
      return { left, right, chosen: given, correct: given === right };
    }),
    order: proof.key.order,
    evidence: proof.evidence.flatMap((span) => evidenceOf(edition, proof.claimIds, span)),
  };
}

/** Ids of the options that an answer names; none for kinds without options. */
export function chosenOptions(answer: Answer): string[] {
  if (answer.kind === 'single' || answer.kind === 'true-false') return [answer.option];
  return answer.kind === 'multiple' ? answer.options : [];
}

function evidenceOf(edition: EditionBody, claimIds: readonly string[], span: Span): EvidenceView[] {
  const sentence = sentenceOf(edition.sentences, span);
  if (sentence === null) return [];
  const around = neighboursOf(edition.sentences, span, context);
  const show = (other: NumberedSentence) => ({
    address: other.address,
    text: edition.text.slice(other.start, other.end),
  });
  const own = edition.claims.filter((claim) => claimIds.includes(claim.id));
  const claim = own.find((candidate) => candidate.evidence.start === span.start) ?? own[0];
  return [
    {
      address: sentence.address,
      quote: span.quote,
      pieces: sentencesWithin(edition.sentences, span).map((piece) => ({
        address: piece.address,
        text: edition.text.slice(piece.start, piece.end),
      })),
      before: around.before.map(show),
      after: around.after.map(show),
      claim: claim === undefined ? null : { label: claim.label, attribution: claim.attribution },
    },
  ];
}
