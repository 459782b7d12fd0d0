import { countWords } from '#lib/text/terms.ts';
import type { SourceDocument } from './document.ts';

/** The blocks that teach: headings name, and code, tables and context boxes yield no claims. */
const proseKinds = new Set(['paragraph', 'list-item', 'quote']);

export function isProse(block: { kind: string }): boolean {
  return proseKinds.has(block.kind);
}

/** Words of a document's paragraphs, list entries and quotations: what can be taught at all. */
export function proseWords(document: SourceDocument): number {
  return document.blocks
    .filter(isProse)
    .reduce((sum, block) => sum + countWords(document.text.slice(block.start, block.end)), 0);
}
