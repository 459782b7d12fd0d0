import type { Span } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';
import type { CompileContext } from '../context.ts';

export type Found = { span: Span; sentences: NumberedSentence[] };

/** Where a quotation stands and in which sentences, or why it is of no use as evidence. */
export function findQuote(
  context: Pick<CompileContext, 'document' | 'sentences'>,
  quote: string,
): Found | { fault: string } {
  const { text } = context.document;
  const start = text.indexOf(quote);
  if (start < 0) return { fault: `“${quote}” does not stand in the document` };
  if (text.includes(quote, start + 1))
    return { fault: `“${quote}” stands in the document more than once: quote more of it` };
  const end = start + quote.length;
  const sentences = context.sentences.filter((sentence) => sentence.start < end && sentence.end > start);
  if (sentences.length === 0) return { fault: `“${quote}” stands outside the sentences of any lesson` };
  return { span: { start, end, quote }, sentences };
}
