import { oneLine } from './clean.ts';
import { bylineOf, isDateline } from './front-lines.ts';
import { looksLikeHeading } from './heading-rule.ts';
import { joinLines, lazyWords } from './join-lines.ts';
import { readLayout, withoutMargin } from './plain-layout.ts';

/** A paragraph, heading or list entry of plain text, its lines joined. */
export type RawBlock = {
  text: string;
  /** Depth of a list entry from 1; 0 for all other text. */
  depth: number;
  /** Does the list entry count ("1.", "2)")? */
  numbered: boolean;
  /** 1 under a line of "=", 2 under a line of "-", 0 without one. */
  underline: 0 | 1 | 2;
  /** What its layout makes of it; absent for running text. */
  kind?: 'quote' | 'code' | 'table';
};

/** Nobody wraps lines this wide: a longer line is a paragraph of its own. */
const widestWrap = 160;
const narrowestWrap = 40;

const listMark = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)/;
const rule = /^\s*(={3,}|-{3,}|\*{3,}|_{3,}|~{3,})\s*$/;

/** The blocks of a plain text, whether its lines are wrapped by hand or each is a paragraph. */
export function unwrap(text: string): RawBlock[] {
  const lines = withoutMargin(text.split('\n').map((line) => line.trimEnd()));
  const groups = groupLines(lines);
  const linePerParagraph = groups.length === 1 || lines.some((line) => line.length > widestWrap);
  const known = lazyWords(text);
  const blocks: RawBlock[] = [];
  groups.forEach((group, at) => {
    for (const block of readGroup(group, { first: at === 0, linePerParagraph, known, before: blocks.at(-1) }))
      blocks.push(block);
  });
  return blocks;
}

type Surroundings = {
  first: boolean;
  linePerParagraph: boolean;
  known: () => ReadonlySet<string>;
  before: RawBlock | undefined;
};

function readGroup(
  { lines, underline }: Group,
  { first, linePerParagraph, known, before }: Surroundings,
): RawBlock[] {
  const plain = { depth: 0, numbered: false, underline };
  if (underline !== 0) return [{ ...plain, text: oneLine(lines.join(' ')) }];
  const apart = listMark.test(lines[0] ?? '') ? null : readLayout(lines);
  if (apart !== null) {
    // An indented paragraph under a list's entry belongs to that.
    const depth = apart.kind === 'quote' && /^\s/.test(lines[0] ?? '') ? (before?.depth ?? 0) : 0;
    const text = apart.kind === 'quote' ? joinLines(apart.lines, known) : apart.lines.join('\n');
    return [{ ...plain, text, depth, ...(depth > 0 ? {} : { kind: apart.kind }) }];
  }
  return splitGroup(lines, linePerParagraph, first).map((part) => toBlock(part, known));
}

type Group = { lines: string[]; underline: 0 | 1 | 2 };

/** Lines that no blank line sets apart. A rule under a single line makes that a heading. */
function groupLines(lines: readonly string[]): Group[] {
  const out: Group[] = [];
  let open: string[] = [];
  const close = (underline: 0 | 1 | 2) => {
    if (open.length > 0) out.push({ lines: open, underline });
    open = [];
  };
  for (const line of lines) {
    const drawn = rule.exec(line)?.[1]?.[0];
    if (drawn !== undefined) {
      const underlines =
        (drawn === '=' || drawn === '-') && open.length === 1 && (open[0] ?? '').length <= 90;
      close(underlines ? (drawn === '=' ? 1 : 2) : 0);
    } else if (line.trim() === '') close(0);
    else open.push(line);
  }
  close(0);
  return out;
}

function splitGroup(lines: readonly string[], linePerParagraph: boolean, first: boolean): string[][] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const full = lines.filter((line, at) => at < lines.length - 1 && isFull(line, lines[at + 1] ?? '', width));
  const wrapped = width <= widestWrap && width >= narrowestWrap && full.length * 2 >= lines.length - 1;
  const parts: string[][] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const part = parts.at(-1);
    if (before === undefined || part === undefined) parts.push([line]);
    else if (
      listMark.test(line) ||
      (first && at <= 3 && isFrontLine(line)) ||
      (first && at <= 4 && isFrontLine(before)) ||
      (wrapped ? endsParagraph(before, line, width, part.length === 1) : linePerParagraph)
    ) {
      parts.push([line]);
    } else part.push(line);
  });
  return parts;
}

function isFrontLine(line: string): boolean {
  return isDateline(line) || bylineOf(line.trim()) !== null;
}

/** Would the next line's first word not have fitted on this line? Then a wrap ended it, not its writer. */
function isFull(line: string, next: string, width: number): boolean {
  const word = next.trimStart().indexOf(' ');
  const length = word < 0 ? next.trim().length : word;
  return line.length + 1 + length > width * 0.85;
}

/** Among wrapped lines: does a paragraph end between `line` and `next`? */
function endsParagraph(line: string, next: string, width: number, alone: boolean): boolean {
  if (/^\s{2,}/.test(next) && !/^\s{2,}/.test(line) && /[.!?…]["”’)]*$/.test(line)) return true;
  if (isFull(line, next, width)) return false;
  if (/[.!?…:]["”’)]*$/.test(line)) return true;
  return alone && looksLikeHeading(line.trim()) && !/^\s*\p{Ll}/u.test(next);
}

function toBlock(lines: readonly string[], known: () => ReadonlySet<string>): RawBlock {
  const mark = listMark.exec(lines[0] ?? '');
  const depth = mark === null ? 0 : 1 + Math.floor((mark[1] ?? '').replace(/\t/g, '  ').length / 2);
  const pieces = lines.map((line, at) =>
    at === 0 && mark !== null ? line.slice(mark[0].length) : line.trim(),
  );
  return {
    text: joinLines(pieces, known),
    depth,
    numbered: /\d/.test(mark?.[0] ?? ''),
    underline: 0,
  };
}
