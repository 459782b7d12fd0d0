import type { Concept } from './model.ts';

export type TermMark = { start: number; end: number; termId: string };

/**
 * Where each term first stands within `ranges`, as a whole word in any case; offsets count in `text`.
 * Marks do not overlap: a longer term ("no-limits partnership") goes before one within it ("partnership").
 */
export function markTerms(
  text: string,
  ranges: readonly { start: number; end: number }[],
  concepts: readonly Concept[],
): TermMark[] {
  const marks: TermMark[] = [];
  for (const concept of [...concepts].sort((a, b) => b.term.length - a.term.length)) {
    const mark = firstMark(text, ranges, concept, marks);
    if (mark !== null) marks.push(mark);
  }
  return marks.sort((a, b) => a.start - b.start);
}

function firstMark(
  text: string,
  ranges: readonly { start: number; end: number }[],
  concept: Concept,
  taken: readonly TermMark[],
): TermMark | null {
  const term = concept.term.toLowerCase();
  if (term === '') return null;
  for (const range of ranges) {
    const stretch = text.slice(range.start, range.end).toLowerCase();
    for (let at = stretch.indexOf(term); at >= 0; at = stretch.indexOf(term, at + 1)) {
      const mark = { start: range.start + at, end: range.start + at + term.length, termId: concept.id };
      if (!isWhole(stretch, at, at + term.length)) continue;
      if (taken.some((other) => other.start < mark.end && mark.start < other.end)) continue;
      return mark;
    }
  }
  return null;
}

const letter = /[\p{L}\p{N}]/u;

function isWhole(text: string, start: number, end: number): boolean {
  return !letter.test(text.charAt(start - 1)) && !letter.test(text.charAt(end));
}
