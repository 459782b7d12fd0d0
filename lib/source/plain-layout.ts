/** Groups of lines of plain text whose layout alone says that they are no running text. */
export type SetApart = { kind: 'quote' | 'code' | 'table'; lines: string[] };

const codeLine =
  /[{};]\s*$|^\s*(?:def|class|function|const|let|var)\s+\w+\s*[=(:{]|^\s*(?:for|if|while)\b.*[:{)]\s*$|^\s*(?:\$\s|>>>|#include)|[=!<>]=|\w\s=\s\S|\w\(.*\)\s*$/;

/** The lines without the margin that all of them have. */
export function withoutMargin(lines: readonly string[]): string[] {
  let margin = Number.POSITIVE_INFINITY;
  for (const line of lines) if (line.trim() !== '') margin = Math.min(margin, indentOf(line));
  return Number.isFinite(margin) && margin > 0 ? lines.map((line) => line.slice(margin)) : [...lines];
}

/** What a group of lines is by its layout: a quotation behind `>`, a table, an indented block; null for text. */
export function readLayout(lines: readonly string[]): SetApart | null {
  if (lines.every((line) => /^\s{0,3}>/.test(line))) {
    return { kind: 'quote', lines: lines.map((line) => line.replace(/^\s*(?:>\s?)+/, '')) };
  }
  const rows = readTable(lines);
  if (rows !== null) return { kind: 'table', lines: rows };
  if (!lines.every((line) => indentOf(line) >= 4)) return null;
  const inner = withoutMargin(lines.map((line) => line.replace(/\t/g, '    ')));
  const code = inner.filter((line) => codeLine.test(line)).length;
  return { kind: code * 2 >= inner.length ? 'code' : 'quote', lines: inner };
}

/** Rows whose cells are set apart by bars, tabs or wide gaps, with one " | " between cells; null for text. */
function readTable(lines: readonly string[]): string[] | null {
  if (lines.length < 2) return null;
  const rows = lines
    .filter((line) => !/^[\s|+:=-]+$/.test(line))
    .map((line) => {
      const inner = line.trim().replace(/^\|\s?|\s?\|$/g, '');
      return inner.split(/\s*\|\s*|\t+| {3,}/).map((cell) => cell.trim());
    });
  const [first] = rows;
  if (first === undefined || first.length < 2 || rows.length < 2) return null;
  const even = rows.filter((row) => row.length === first.length).length;
  return even * 10 >= rows.length * 8 ? rows.map((row) => row.join(' | ')) : null;
}

function indentOf(line: string): number {
  let width = 0;
  for (const mark of line) {
    if (mark === ' ') width += 1;
    else if (mark === '\t') width += 4;
    else break;
  }
  return width;
}
