import type { Block, Diagnostic, Span } from '#lib/course/model.ts';

/**
 * What every parser makes of its format: one normalised text (NFC, `\n` line ends, blocks set
 * apart by a blank line, no markup) and where its blocks stand in it.
 * The same document in two formats gives the same text and blocks.
 */
export type SourceDocument = {
  /** Empty when the document names none. */
  title: string;
  byline: string | null;
  mediaType: string;
  text: string;
  blocks: Block[];
  /** Words that the author set apart (bold, <dfn>): positive evidence of a key term. */
  marked: Span[];
  diagnostics: Diagnostic[];
};
