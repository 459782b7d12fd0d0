import type { z } from 'zod';
import type { Claim, ClaimLabel, ClaimType, ItemKind, Pair, Parts, Span } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';
import type { Foil } from '../claims-file.ts';
import type { Person } from '../people.ts';

/** A claim together with what questions need to know of it. */
export type FramedClaim = Claim & {
  /** The id that the claims file gives it; null for an extracted frame. */
  frameId: string | null;
  alsoTrueOf: readonly string[];
  foils: readonly Foil[];
  acceptAlso: readonly string[];
  /** The sentences that its evidence touches, in order; never empty. */
  sentences: readonly NumberedSentence[];
  /** Index of the first of them among the document's sentences. */
  sentenceIndex: number;
  lessonIndex: number;
};

/** One possible answer to a draft's stem, with the reason that it is right or wrong. */
export type Answer = {
  text: string;
  rationale: string;
  evidence: Span | null;
  /** fixed: from a set of answers that belong together, kept whole. */
  origin: 'key' | 'foil' | 'claim' | 'fixed';
};

/** A question before its distractors are chosen and its screen is passed. */
export type ItemDraft = {
  /** Frame type and form, such as "cause/why": what acceptance is measured by. */
  template: string;
  kind: ItemKind;
  /** The claims that it asks; the first one gives lesson, bloom and salience. */
  claims: readonly FramedClaim[];
  stem: string;
  keys: readonly Answer[];
  /** Wrong answers to choose from, the best first. */
  candidates: readonly Answer[];
  pairs: readonly Pair[];
  order: readonly string[];
  accept: readonly string[];
};

/** What a frame may look up when it asks: the other claims of the course. */
export type Bank = {
  claims: readonly FramedClaim[];
  /** Claims of the same type whose answer is wrong for this claim's question, the nearest lesson first. */
  rivals(claim: FramedClaim): readonly FramedClaim[];
  /** Countries that the document names, the most often named first. */
  countries: readonly string[];
};

/** A frame that rules found in raw text; its span is whole sentences. */
export type Candidate = {
  parts: Parts;
  label: ClaimLabel;
  attribution: string | null;
  confidence: number;
  /** What a rule knows to be wrong in place of the asked part. */
  foils?: readonly Foil[];
  /** Other names that the sentence itself gives for the term. */
  acceptAlso?: readonly string[];
  /** How many sentences before its own its evidence takes in, to name whom a pronoun means. */
  reach?: number;
};

/** What stands around a sentence, as far as it decides whether the sentence can stand alone. */
export type Surroundings = {
  /** The sentences before it in its section, at most six, the nearest last. */
  earlier: readonly string[];
  /** Whether a phrase is a term that the document sets apart or keeps naming. */
  isTerm(phrase: string): boolean;
  /** A sentence's text as it stands inside another: a small first letter, unless it opens a name. */
  uncapitalised(text: string): string;
  /** Whether a text that stands first in its sentence opens with a name; null where the document does not tell. */
  opensName(text: string): boolean | null;
  /** Whether a phrase holds a word that the document keeps coming back to. */
  isTopic(phrase: string): boolean;
  /** Whether every content word of a phrase stands in more than one sentence: what is named once is by the way. */
  recurs(phrase: string): boolean;
  /** Whether the document calls something by this noun alone: "the follicle". */
  usesAlone(noun: string): boolean;
  /** Whether the document is about what happened when: elsewhere a year is beside the point. */
  tellsHistory: boolean;
  /** The kinds of a plural noun that the document names more than once: "B cells", "killer T cells" of "cells". */
  kindsOf(noun: string): readonly string[];
  /** Whether the title or the section's heading names it. */
  isInHeading(words: string): boolean;
  /** Everybody whom the document names in full. */
  people: readonly Person[];
  /** The person whom exactly these words name; null for anything else. */
  personCalled(words: string): Person | null;
  /** Those named in the same section within some sentences of it, but not in it or beside it; the nearest first. */
  otherPeople(): readonly Person[];
};

/** One sentence of a document, ready to be searched for frames. */
export type Reading = {
  text: string;
  /** Words that the author set apart inside the sentence. */
  marked: readonly string[];
  around: Surroundings;
};

/** What one frame type is: its parts, how it is found, said and asked. */
export type Frame<P = unknown> = {
  type: ClaimType;
  parts: z.ZodType<P>;
  /** The part that its foils stand in for. */
  asked: string;
  extract(reading: Reading): Candidate[];
  /** The claim as one sentence. */
  text(parts: P): string;
  ask(claim: FramedClaim, parts: P, bank: Bank): ItemDraft[];
};

/** A frame whose parts' type is sealed in: what the registry holds. */
export type SealedFrame = {
  type: ClaimType;
  asked: string;
  /** The fault in the parts, or null when they have the frame's form. */
  fault(parts: Parts): string | null;
  extract(reading: Reading): Candidate[];
  text(parts: Parts): string;
  ask(claim: FramedClaim, bank: Bank): ItemDraft[];
};

/** Hides the parts' type behind a parse, so that frames of all types fit one list. */
export function seal<P>(frame: Frame<P>): SealedFrame {
  return {
    type: frame.type,
    asked: frame.asked,
    fault(parts) {
      const parsed = frame.parts.safeParse(parts);
      return parsed.success
        ? null
        : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    },
    extract: (reading) => frame.extract(reading),
    text: (parts) => frame.text(frame.parts.parse(parts)),
    ask: (claim, bank) => frame.ask(claim, frame.parts.parse(claim.parts), bank),
  };
}

/** For frames that are asked when a person has confirmed them and are never guessed from raw text. */
export function neverExtracted(): Candidate[] {
  return [];
}
