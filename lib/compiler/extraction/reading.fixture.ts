import { buildContext } from '../build-context.fixture.ts';
import type { Reading } from '../frames/frame.ts';
import { DocumentWords } from '../surroundings.ts';

/** A sentence as the extractors get it: the last of `before`'s paragraph, with the words that its author set apart. */
export function readingOf(sentence: string, more: { marked?: string[]; before?: string } = {}): Reading {
  const { marked = [], before = '' } = more;
  const text = `${before} ${sentence}`.trim();
  const context = buildContext([[text]], null, marked);
  const last = context.sentences.length - 1;
  return { text: sentence, marked, around: new DocumentWords(context).around(last) };
}
