import { namesApparatus, withoutApparatus } from './apparatus.ts';
import { cleanText } from './clean.ts';
import type { SourceDocument } from './document.ts';
import { layOut, type NewBlock } from './document-builder.ts';
import { takeFrontLines } from './front-lines.ts';
import {
  type HeadingSign,
  headingSign,
  looksLikeHeading,
  looksLikeTitle,
  namesFirstSection,
} from './heading-rule.ts';
import { type RawBlock, unwrap } from './unwrap.ts';

/** Title, subtitle and first heading may follow one another; more short lines than that are no headings. */
const longestFront = 3;

/** Plain text has no markup: what is a heading, a list or a wrapped paragraph is read off its lines. */
export function parsePlainText(raw: string): SourceDocument {
  const { text, hidden } = cleanText(raw);
  const { blocks, byline } = takeByline(withoutNotes(unwrap(text)));
  const signs = findHeadings(blocks);
  const title = signs[0] !== null && isTitle(blocks, signs) ? (blocks[0]?.text ?? '') : '';
  const levels = headingLevels(blocks, signs, title !== '');
  const laid = blocks.map((block, at): NewBlock => {
    const level = levels[at] ?? 0;
    if (level > 0) return { kind: 'heading', level, text: block.text };
    if (block.depth > 0) return { kind: 'list-item', level: block.depth, text: block.text };
    return { kind: block.kind ?? 'paragraph', text: block.text };
  });
  const taught = withoutApparatus(laid);
  return layOut(joinChapters(taught.blocks), {
    title,
    byline,
    mediaType: 'text/plain',
    hidden,
    diagnostics: taught.diagnostics,
  });
}

/** Numbered notes, and the marks in the text that lead to them, are not read. */
function withoutNotes(blocks: readonly RawBlock[]): RawBlock[] {
  return blocks
    .filter((block) => block.text !== '' && !/^\[\^?\d{1,3}\]:?\s/.test(block.text))
    .map((block) => ({
      ...block,
      text: block.text.replace(/(?<=[\p{L}\d.,;:!?"”’)\]])\[\^?\d{1,3}\]/gu, ''),
    }));
}

/** The lines under the first heading may name the authors or a date; they are no part of the text. */
function takeByline(blocks: readonly RawBlock[]): { blocks: RawBlock[]; byline: string | null } {
  const first = blocks[0];
  if (first === undefined || !looksLikeHeading(first.text)) return { blocks: [...blocks], byline: null };
  const lines = blocks.slice(1, 6).map(({ text }): NewBlock => ({ kind: 'paragraph', text }));
  const taken = takeFrontLines([{ kind: 'heading', level: 1, text: first.text }, ...lines]);
  const count = 1 + lines.length - taken.blocks.length;
  return { blocks: [first, ...blocks.slice(1 + count)], byline: taken.byline };
}

/** "Chapter 3" and the heading right below it are one heading. */
function joinChapters(blocks: readonly NewBlock[]): NewBlock[] {
  const out: NewBlock[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const isNumber = last?.kind === 'heading' && /^(?:chapter|part|lesson|unit|book)\s+\S+$/i.test(last.text);
    if (last !== undefined && isNumber && out.length > 1 && block.kind === 'heading')
      out[out.length - 1] = { ...last, text: `${last.text}: ${block.text}` };
    else out.push(block);
  }
  return out;
}

type Sign = HeadingSign | 'underlined' | null;

/** For each block the sign that makes it a heading, or null. */
function findHeadings(blocks: readonly RawBlock[]): Sign[] {
  const signs = blocks.map((block, at): Sign => {
    if (block.underline !== 0) return 'underlined';
    const next = blocks[at + 1];
    // "1. Foo" is a heading only where it stands alone before prose; else it is an entry of a list.
    const alone = block.numbered && next?.depth === 0 && (blocks[at - 1]?.depth ?? 0) === 0;
    if (next !== undefined && at > 0 && namesApparatus(block.text)) return 'short-line';
    if (next === undefined || block.kind !== undefined || (block.depth > 0 && !alone)) return null;
    const sign = headingSign(block.text, next.text);
    return alone && sign === 'short-line' ? 'numbered' : sign;
  });
  const first = signs.findIndex((sign) => sign !== null);
  const front = blocks.slice(0, Math.max(first, 0));
  if (
    first > 0 &&
    first < longestFront &&
    front.every((block) => looksLikeHeading(block.text) && block.depth === 0)
  ) {
    return signs.map((sign, at) => (at < first ? 'short-line' : sign));
  }
  const opening = blocks[0];
  const second = blocks[1];
  if (first !== 0 && opening !== undefined && second !== undefined && opening.depth === 0) {
    if (looksLikeTitle(opening.text, second.text)) signs[0] = 'short-line';
  }
  return signs;
}

function isTitle(blocks: readonly RawBlock[], signs: readonly Sign[]): boolean {
  const first = blocks[0];
  return first !== undefined && (signs[1] != null || !namesFirstSection(first.text));
}

/** 1 for the title, then what the signs say; unmarked short lines rank below chapters and the like. */
function headingLevels(blocks: readonly RawBlock[], signs: readonly Sign[], titled: boolean): number[] {
  const below = signs.map((sign, at) => (titled && at === 0 ? null : sign));
  const strong = below.filter((sign) => sign !== null && sign !== 'short-line').length;
  return below.map((sign, at) => {
    if (sign === null) return titled && at === 0 ? 1 : 0;
    const block = blocks[at];
    if (sign === 'underlined') return block?.underline ?? 1;
    if (sign === 'numbered') return 1 + (/^[\d.]+/.exec(block?.text ?? '')?.[0].match(/\d+/g)?.length ?? 1);
    return sign === 'short-line' && strong > 1 ? 3 : 2;
  });
}
