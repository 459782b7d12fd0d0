import { countWords } from '#lib/text/terms.ts';
import type { NewBlock } from './document-builder.ts';
import { joinLines, lazyWords } from './join-lines.ts';
import type { Line } from './pdf-lines.ts';

/** Larger than the text by this much is a heading, smaller by this much a note. */
const headingRatio = 1.12;
const noteRatio = 0.86;
const longestHeading = 30;

const listMark = /^(?:[•◦▪‣●○∙·*–-]|\(?\d{1,2}[.)])\s+(?=\S)/;

type Draft = {
  kind: 'heading' | 'paragraph' | 'list-item';
  size: number;
  lines: Line[];
  /** Does its last line reach the end of its column? */
  full: boolean;
};

/** Headings, paragraphs and list entries, read off the sizes and places of the lines. */
export function readPdfBlocks(pages: readonly (readonly Line[])[]): NewBlock[] {
  const body = bodySize(pages.flat());
  const drafts: Draft[] = [];
  for (const page of pages) {
    const spacing = usualSpacing(page, body);
    const edges = columnEdges(page);
    let before: Line | null = null;
    for (const line of withoutNotes(page, body)) {
      addLine(drafts, line, before, { body, spacing, ...edges(line) });
      before = line;
      const last = drafts.at(-1);
      if (last !== undefined) last.full = line.end > edges(line).right - 4 * body;
    }
  }
  return toBlocks(drafts, body);
}

type Measures = { body: number; spacing: number; left: number; right: number };

function addLine(drafts: Draft[], line: Line, before: Line | null, measures: Measures): void {
  const last = drafts.at(-1);
  const isHeading = line.size >= headingRatio * measures.body;
  const gap = before === null ? 0 : before.y - line.y;
  if (isHeading) {
    const goesOn =
      last?.kind === 'heading' && sameSize(last.size, line.size) && gap > 0 && gap < 1.9 * line.size;
    if (goesOn) last.lines.push(line);
    else drafts.push({ kind: 'heading', size: line.size, lines: [line], full: false });
  } else if (listMark.test(line.text))
    drafts.push({ kind: 'list-item', size: line.size, lines: [line], full: false });
  else if (last === undefined || last.kind === 'heading' || endsParagraph(last, line, before, measures))
    drafts.push({ kind: 'paragraph', size: line.size, lines: [line], full: false });
  else last.lines.push(line);
}

function endsParagraph(last: Draft, line: Line, before: Line | null, measures: Measures): boolean {
  const end = last.lines.at(-1);
  const isEnded = /[.!?…:]["”’)\]]*\d{0,2}$/.test(end?.text ?? '');
  const goesOn = /^\p{Ll}/u.test(line.text);
  const gap = before === null ? Number.NaN : before.y - line.y;
  // At the top of a page or column only the last line says whether the paragraph goes on.
  if (!(gap > 0)) return isEnded && !goesOn && !last.full;
  if (gap > 1.35 * measures.spacing) return isEnded || !goesOn;
  if (last.kind === 'list-item') return line.x < (last.lines[0]?.x ?? 0) + 1 && isEnded;
  const indented = line.x - measures.left > 0.7 * measures.body && line.x - measures.left < 5 * measures.body;
  const wasIndented =
    end !== undefined && last.lines.length > 1 && Math.abs(end.x - line.x) < 0.3 * measures.body;
  return isEnded && indented && !wasIndented;
}

function toBlocks(drafts: readonly Draft[], body: number): NewBlock[] {
  const known = lazyWords(
    drafts.map((draft) => draft.lines.map((line) => line.text).join('\n')).join('\n\n'),
  );
  const levels = headingLevels(drafts);
  return drafts.map((draft): NewBlock => {
    const text = joinLines(
      draft.lines.map((line, at) =>
        at === 0 && draft.kind === 'list-item' ? line.text.replace(listMark, '') : line.text,
      ),
      known,
    );
    if (draft.kind === 'heading' && countWords(text) <= longestHeading && draft.size > body)
      return { kind: 'heading', level: levels.get(Math.round(draft.size * 2)) ?? 2, text };
    return draft.kind === 'list-item' ? { kind: 'list-item', level: 1, text } : { kind: 'paragraph', text };
  });
}

/** The largest size is level 1, the next level 2, and so on. */
function headingLevels(drafts: readonly Draft[]): Map<number, number> {
  const sizes = new Set(
    drafts.filter(({ kind }) => kind === 'heading').map(({ size }) => Math.round(size * 2)),
  );
  return new Map([...sizes].sort((a, b) => b - a).map((size, at) => [size, Math.min(6, at + 1)]));
}

/** The size in which most of the text is set. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const half = Math.round(size * 2);
    letters.set(half, (letters.get(half) ?? 0) + text.length);
  }
  const [most] = [...letters].sort(([a, m], [b, n]) => n - m || a - b);
  return (most?.[0] ?? 20) / 2;
}

function sameSize(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.06 * one;
}

/** The usual step from a line to the next; the smaller middle, as gaps between paragraphs are larger. */
function usualSpacing(page: readonly Line[], body: number): number {
  const gaps: number[] = [];
  page.forEach((line, at) => {
    const gap = (page[at - 1]?.y ?? 0) - line.y;
    if (at > 0 && gap > 0.8 * body && gap < 3 * body && sameSize(line.size, body)) gaps.push(gap);
  });
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 3)] ?? 1.3 * body;
}

/** Where a line's column begins and ends. */
function columnEdges(page: readonly Line[]): (line: Line) => { left: number; right: number } {
  const columns: { left: number; right: number; lines: number }[] = [];
  for (const line of [...page].sort((a, b) => a.x - b.x)) {
    const column = columns.at(-1);
    if (column !== undefined && line.x - column.left < 60) {
      column.right = Math.max(column.right, line.end);
      column.lines += 1;
    } else columns.push({ left: line.x, right: line.end, lines: 1 });
  }
  return (line) => {
    const column = columns.findLast(({ left }) => left <= line.x);
    return column === undefined || column.lines < 3 ? { left: line.x, right: line.end } : column;
  };
}

/** Small print at the foot of a page is notes, or captions: no text to learn from. */
function withoutNotes(page: readonly Line[], body: number): Line[] {
  return page.filter((line) => line.size >= noteRatio * body);
}
