import type { Block, BlockKind, Diagnostic, Span } from '#lib/course/model.ts';
import type { SourceDocument } from './document.ts';

/** A stretch of a block's own text that the author set apart. */
export type Mark = { start: number; end: number };

export type NewBlock = {
  kind: BlockKind;
  level?: number;
  text: string;
  marks?: readonly Mark[];
  source?: string;
};

/** What sets blocks apart in the normalised text. */
const gap = '\n\n';

/** Lays blocks out one after the other and keeps count of where each stands. */
export function layOut(
  blocks: readonly NewBlock[],
  about: {
    title: string;
    byline: string | null;
    mediaType: string;
    hidden: number;
    diagnostics?: readonly Diagnostic[];
  },
): SourceDocument {
  const laid: Block[] = [];
  const marked: Span[] = [];
  const texts: string[] = [];
  let start = 0;
  for (const block of blocks) {
    if (block.text === '') continue;
    const end = start + block.text.length;
    laid.push({
      kind: block.kind,
      level: block.level ?? 0,
      start,
      end,
      ...(block.source === undefined ? {} : { source: block.source }),
    });
    for (const mark of block.marks ?? []) {
      const quote = block.text.slice(mark.start, mark.end);
      marked.push({ start: start + mark.start, end: start + mark.end, quote });
    }
    texts.push(block.text);
    start = end + gap.length;
  }
  return {
    title: about.title,
    byline: about.byline,
    mediaType: about.mediaType,
    text: texts.join(gap),
    blocks: laid,
    marked,
    diagnostics: [...hiddenCharacters(about.hidden), ...(about.diagnostics ?? [])],
  };
}

function hiddenCharacters(count: number): Diagnostic[] {
  if (count === 0) return [];
  const message = `${count} invisible ${count === 1 ? 'character was' : 'characters were'} removed`;
  return [{ code: 'hidden-characters', severity: 'info', message, start: 0, end: 0 }];
}
