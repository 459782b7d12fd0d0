/** A number is written as one; text is written so that no spreadsheet takes it for a formula. */
export type Cell = string | number | boolean | null;

/** Spreadsheets on Windows read a file without it in the system's own character set. */
export const byteOrderMark = '\uFEFF';

/**
 * What a spreadsheet may run: a sign that begins a formula, in its full-width form too, behind whatever it would
 * skip. An apostrophe before it is counted in, so that the one that is added can always be taken off again.
 */
const mayRun = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;

/** One row by RFC 4180, with its line end. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const inert = mayRun.test(cell) ? `'${cell}` : cell;
  return /[",\t\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** What a cell said before it was made inert. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && mayRun.test(text.slice(1)) ? text.slice(1) : text;
}
