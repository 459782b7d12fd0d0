import type { NumberedSentence } from './numbered-sentences.ts';

/** The sentence in which a span begins; null where it begins in none, as in a heading or a context box. */
export function sentenceOf(
  sentences: readonly NumberedSentence[],
  span: { start: number; end: number },
): NumberedSentence | null {
  // The last sentence that begins at or before the span: the list is in reading order.
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low - 1];
  return found !== undefined && span.start < found.end ? found : null;
}

/** The sentences that a span touches, each cut to the span, in reading order. */
export function sentencesWithin(
  sentences: readonly NumberedSentence[],
  span: { start: number; end: number },
): { address: string; start: number; end: number }[] {
  return sentences
    .filter((sentence) => sentence.start < span.end && sentence.end > span.start)
    .map((sentence) => ({
      address: sentence.address,
      start: Math.max(sentence.start, span.start),
      end: Math.min(sentence.end, span.end),
    }));
}

/** Up to `count` sentences before and after a span, of the same lesson, in reading order. */
export function neighboursOf(
  sentences: readonly NumberedSentence[],
  span: { start: number; end: number },
  count: number,
): { before: NumberedSentence[]; after: NumberedSentence[] } {
  const first = sentenceOf(sentences, span);
  if (first === null) return { before: [], after: [] };
  const at = sentences.indexOf(first);
  // A span may run over several sentences: what comes after it begins where it has ended.
  const next = sentences.findIndex((sentence, index) => index > at && sentence.start >= span.end);
  const same = (other: NumberedSentence) => other.sectionIndex === first.sectionIndex;
  return {
    before: sentences.slice(Math.max(0, at - count), at).filter(same),
    after: next < 0 ? [] : sentences.slice(next, next + count).filter(same),
  };
}

/** The id of a sentence's element on the lesson's page: "2.7" is "s2-7". */
export function anchorOf(address: string): string {
  return `s${address.replace('.', '-')}`;
}
