import type { Claim, Concept, Section, Span } from '#lib/course/model.ts';
import type { SourceDocument } from '#lib/source/document.ts';
import { fingerprint } from '#lib/text/fingerprint.ts';
import { contentStemList } from '#lib/text/terms.ts';

/**
 * The key terms of each section, in order of appearance: those that a claim defines, with the sentence
 * that does so, and those that the author set apart without defining them. A term belongs to the section
 * that defines it, else to the one where it is first set apart; it is listed once in a course.
 */
export function findConcepts(
  document: Pick<SourceDocument, 'marked'>,
  sections: readonly Section[],
  claims: readonly Claim[],
): Concept[][] {
  const found = new Map<string, { concept: Concept; at: number }>();
  const add = (term: string, at: number, definition: Span | null) => {
    const key = keyOf(term);
    if (key === '' || found.has(key)) return;
    found.set(key, { concept: { id: fingerprint('c', key), term, definition }, at });
  };
  for (const claim of claims) {
    const { term } = claim.parts;
    if (claim.type === 'definition' && typeof term === 'string') {
      const { start, end, quote } = claim.evidence;
      add(term, start, { start, end, quote });
    }
  }
  for (const mark of document.marked) add(mark.quote, mark.start, null);
  const inOrder = [...found.values()].sort((a, b) => a.at - b.at);
  return sections.map(({ start, end }) =>
    inOrder.filter(({ at }) => at >= start && at < end).map(({ concept }) => concept),
  );
}

/** One key for a term in all its spellings: "World orders" and "the world order" are one concept. */
function keyOf(term: string): string {
  return contentStemList(term).join(' ');
}
