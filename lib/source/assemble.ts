import type { Diagnostic } from '#lib/course/model.ts';
import { withoutApparatus } from './apparatus.ts';
import type { SourceDocument } from './document.ts';
import { layOut, type NewBlock } from './document-builder.ts';
import { takeFrontLines } from './front-lines.ts';
import { withTitle } from './title.ts';

/** The document that a format with headings of its own makes of its blocks. */
export function assemble(
  read: readonly NewBlock[],
  about: {
    /** As it stands apart from the text; empty where it does not. */
    title: string;
    author: string;
    mediaType: string;
    hidden: number;
    diagnostics?: readonly Diagnostic[];
  },
): SourceDocument {
  const { blocks, title } = withTitle(
    read.filter((block) => block.text !== ''),
    about.title,
  );
  const front = title === '' ? { blocks, byline: null } : takeFrontLines(blocks);
  const taught = withoutApparatus(front.blocks);
  return layOut(taught.blocks, {
    title,
    byline: about.author || front.byline,
    mediaType: about.mediaType,
    hidden: about.hidden,
    diagnostics: [...(about.diagnostics ?? []), ...taught.diagnostics],
  });
}
