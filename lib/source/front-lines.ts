import { countWords } from '#lib/text/terms.ts';
import type { NewBlock } from './document-builder.ts';

/** Between the title and the text stand at most this many lines on who wrote it and when. */
const mostLines = 4;

/** The authors named by a line such as "By Ada Lovelace and Charles Babbage"; null for any other line. */
export function bylineOf(line: string): string | null {
  const names = /^(?:By|BY|by):?\s+(\S.{1,79})$/u.exec(line)?.[1];
  if (names === undefined || /[.!?;:,]$/.test(names)) return null;
  const words = names.split(/[\s,]+/);
  const isName = (word: string) =>
    /^(?:\p{Lu}|(?:and|&|de|der|den|van|von|la|di|bin|ibn|al|of|the)$)/u.test(word);
  return words.length <= 10 && words.every(isName) ? names : null;
}

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?';
const dates = [
  `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month},?\\s+\\d{4}`,
  `${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
  `${month}\\s+\\d{4}`,
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}',
].join('|');
const dated = new RegExp(
  `^(?:(?:first |last )?(?:published|updated|posted|modified|revised|written|date)[:,]?\\s+(?:on\\s+)?)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?(?:${dates})(?:,?\\s+(?:at\\s+)?\\d{1,2}[:.]\\d{2}(?:\\s*[ap]m)?)?$`,
  'i',
);
const reading = /^\d{1,3}[ -]min(?:ute)?s?(?: read)?$/i;

/** A line that only says when something was written, or how long it takes to read. */
export function isDateline(line: string): boolean {
  const parts = line.trim().split(/\s*[|·•—–]\s*/);
  return line.length <= 90 && parts.every((part) => dated.test(part) || reading.test(part));
}

/**
 * Takes the lines under a title that name the authors or a date: they are no part of the text.
 * `blocks` begin with the title.
 */
export function takeFrontLines(blocks: readonly NewBlock[]): { blocks: NewBlock[]; byline: string | null } {
  let byline: string | null = null;
  let at = 1;
  for (; at <= mostLines; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind !== 'paragraph' || countWords(block.text) > 14) break;
    const [first = '', ...others] = block.text.split(/\s*[|·•]\s*/);
    const named = bylineOf(first);
    const isByline = named !== null && others.every(isDateline);
    if (isByline) byline ??= named;
    else if (!isDateline(block.text)) break;
  }
  return { blocks: [...blocks.slice(0, 1), ...blocks.slice(at)], byline };
}
