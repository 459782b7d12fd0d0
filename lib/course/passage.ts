import { ok, type Result, refuse } from '#lib/result.ts';
import { isSpace, skipSpace, trimEnd } from '#lib/text/characters.ts';
import type { NumberedSentence } from './numbered-sentences.ts';

/** A point in a lesson: a sentence by its address, and UTF-16 units into it; null is its end. */
export type Point = { address: string; at: number | null };

/** Characters that a passage may have. */
export const longestPassage = 2000;

/**
 * The stretch of the edition's text between two points of one lesson, without spaces at its ends. What the
 * client says is a place and never the words: they are read off the text.
 */
export function passageOf(
  edition: { text: string; sentences: readonly NumberedSentence[] },
  sectionIndex: number,
  from: Point,
  to: Point,
): Result<{ start: number; end: number }, 'no-such-place' | 'nothing-marked' | 'passage-too-long'> {
  const first = offsetOf(edition.sentences, sectionIndex, from);
  const last = offsetOf(edition.sentences, sectionIndex, to);
  if (first === null || last === null) return refuse('no-such-place');
  const start = skipSpace(edition.text, first, last);
  const end = trimEnd(edition.text, start, last);
  if (end <= start || isSpace(edition.text, start)) return refuse('nothing-marked');
  if (end - start > longestPassage) return refuse('passage-too-long');
  return ok({ start, end });
}

function offsetOf(
  sentences: readonly NumberedSentence[],
  sectionIndex: number,
  { address, at }: Point,
): number | null {
  const sentence = sentences.find(
    (candidate) => candidate.address === address && candidate.sectionIndex === sectionIndex,
  );
  if (sentence === undefined) return null;
  const length = sentence.end - sentence.start;
  if (at !== null && (!Number.isInteger(at) || at < 0 || at > length)) return null;
  return sentence.start + (at ?? length);
}
