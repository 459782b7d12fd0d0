import type { ItemKind, Span } from './model.ts';
import type { NumberedSentence } from './numbered-sentences.ts';

/** The answer to these is a word of the text: the passage would hold it, and reading turn into copying. */
const typed: readonly ItemKind[] = ['short', 'cloze'];
/** A passage shorter than this would point at its sentence. */
const fewest = 3;
/** So many sentences of a passage prove nothing. */
const fewestOthers = 2;
/** More than this is no hint any more. */
const most = 12;

type Range = { from: number; to: number };

/**
 * Where in a lesson to look for the answer to a question that is open: the chunks that prove it, each made longer
 * by its neighbours until it holds enough that proves nothing. Empty where no passage can be shown that helps
 * without answering: then the lesson as a whole is all there is to say.
 */
export function hintPassages(
  kind: ItemKind,
  evidence: readonly Pick<Span, 'start' | 'end'>[],
  chunks: readonly Pick<Span, 'start' | 'end'>[],
  sentences: readonly NumberedSentence[],
): NumberedSentence[][] {
  if (typed.includes(kind)) return [];
  const proving = sentences.map((sentence) =>
    evidence.some((span) => span.start < sentence.end && span.end > sentence.start),
  );
  const ranges = chunks.map((chunk) => rangeOf(chunk, sentences)).filter(({ from, to }) => from < to);
  const found: Range[] = [];
  for (const [at, range] of ranges.entries()) {
    const last = found.at(-1);
    if (last !== undefined && range.to <= last.to) continue;
    if (!proving.slice(range.from, range.to).some(Boolean)) continue;
    const wide = widened(ranges, at, proving);
    if (wide === null) return [];
    if (last !== undefined && wide.from <= last.to) last.to = Math.max(last.to, wide.to);
    else found.push(wide);
  }
  const shown = found.reduce((sum, { from, to }) => sum + to - from, 0);
  if (shown > most || shown === sentences.length) return [];
  return found.map(({ from, to }) => sentences.slice(from, to));
}

function rangeOf(chunk: Pick<Span, 'start' | 'end'>, sentences: readonly NumberedSentence[]): Range {
  const inside = (sentence: NumberedSentence) => sentence.start >= chunk.start && sentence.end <= chunk.end;
  const from = sentences.findIndex(inside);
  return from < 0 ? { from: 0, to: 0 } : { from, to: sentences.findLastIndex(inside) + 1 };
}

/** A chunk with as many of its neighbours as it needs, the next one first; null where the lesson has too few. */
function widened(ranges: readonly Range[], at: number, proving: readonly boolean[]): Range | null {
  let [low, high] = [at, at];
  for (;;) {
    const from = ranges[low]?.from ?? 0;
    const to = ranges[high]?.to ?? 0;
    const others = proving.slice(from, to).filter((proves) => !proves).length;
    if (to - from >= fewest && others >= fewestOthers) return { from, to };
    if (high + 1 < ranges.length && high - at <= at - low) high += 1;
    else if (low > 0) low -= 1;
    else if (high + 1 < ranges.length) high += 1;
    else return null;
  }
}
