/**
 * Markdown cut into stretches that can be parsed one by one. The parser's time grows with the square
 * of some documents' length (many quotations, many stray asterisks); stretches keep it linear.
 */

/** Blocks are gathered up to this many characters: fewer calls, and still far from the square. */
const piece = 2000;

/** More inline marks than this in one paragraph, or deeper nesting, is no writing. */
const mostMarks = 600;
const deepest = 12;

export type Piece = {
  text: string;
  /** Too dense with markup to be parsed as such: to be read as plain text. */
  dense: boolean;
};

export function cutMarkdown(markdown: string): Piece[] {
  const lines = markdown.split('\n');
  const definitions = collectDefinitions(lines);
  const pieces: Piece[] = [];
  for (const lineGroup of groupBlocks(lines)) {
    const text = lineGroup.join('\n');
    const dense = isDense(lineGroup);
    pieces.push({ text: dense ? text : text + mentionedDefinitions(text, definitions), dense });
  }
  return pieces;
}

/** Groups of lines that begin after a blank line or an underline, or with a heading, at the margin, outside code and HTML. */
function groupBlocks(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let open: string[] = [];
  let size = 0;
  let until: RegExp | null = null;
  let afterBlank = false;
  let afterUnderline = false;
  /** How far the outermost list of the group is indented. */
  let listIndent: number | null = null;
  for (const line of lines) {
    const blank = line.trim() === '';
    if (blank && afterBlank && until === null) continue;
    const atMargin = line !== '' && line[0] !== ' ' && line[0] !== '\t';
    const begins = afterBlank || afterUnderline || /^#{1,6}\s/.test(line);
    const indent = /^( {0,3})(?:[-*+]|\d{1,9}[.)])\s/.exec(line)?.[1]?.length ?? null;
    // Cut before an entry of the outermost list, it is two lists with the same entries.
    const isEntry = indent !== null && listIndent !== null && indent <= listIndent && size > 2 * piece;
    const isBlock = begins && atMargin && (size > piece || isDense(open) || isDense([line]));
    if (until === null && (isEntry || isBlock)) {
      groups.push(open);
      open = [];
      size = 0;
      listIndent = null;
    }
    listIndent ??= indent;
    if (atMargin && afterBlank && indent === null) listIndent = null;
    open.push(line);
    size += line.length + 1;
    if (until === null) until = opensVerbatim(line);
    else if (until.test(line)) until = null;
    afterBlank = blank;
    afterUnderline = /^(?:=+|-{3,})\s*$/.test(line);
  }
  groups.push(open);
  return groups;
}

/** What ends the code fence, comment or script that a line opens: only these may hold blank lines. */
function opensVerbatim(line: string): RegExp | null {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (fence !== undefined && !(fence[0] === '`' && line.trimStart().slice(fence.length).includes('`'))) {
    return new RegExp(`^ {0,3}${fence[0]}{${Math.min(fence.length, 999)},}\\s*$`);
  }
  if (/^ {0,3}<!--/.test(line)) return line.includes('-->') ? null : /-->/;
  const tag = /^ {0,3}<(script|style|pre|textarea)(?=[\s>]|$)/i.exec(line)?.[1];
  if (tag === undefined) return null;
  const closing = /<\/(?:script|style|pre|textarea)>/i;
  return closing.test(line) ? null : closing;
}

/** Would the parser need far more time for these lines than their length warrants? */
function isDense(lines: readonly string[]): boolean {
  let marks = 0;
  for (const line of lines) {
    if (nesting(line) > deepest) return true;
    // A list entry, heading or table row is a text of its own; so is what follows a blank line.
    if (line.trim() === '' || /^\s*(?:[-*+#|]|\d+[.)])/.test(line)) marks = 0;
    for (let at = 0; at < line.length; at += 1) if ('*_~`[]<@'.includes(line[at] ?? '')) marks += 1;
    if (marks > mostMarks) return true;
  }
  return false;
}

/** How many quotations and lists a line opens or stands in. */
function nesting(line: string): number {
  let depth = 0;
  let at = 0;
  while (at < line.length && depth <= deepest) {
    const mark = /^\s{0,8}(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s))/.exec(line.slice(at, at + 20))?.[0];
    if (mark === undefined) return depth;
    depth += 1;
    at += mark.length;
  }
  return depth;
}

/** Link and footnote definitions by label, so that a stretch which mentions one can be given it. */
function collectDefinitions(lines: readonly string[]): Set<string> {
  const labels = new Set<string>();
  for (const line of lines) {
    const label = /^ {0,3}\[([^[\]]{1,200})\]:/.exec(line)?.[1];
    if (label !== undefined) labels.add(label.toLowerCase());
  }
  return labels;
}

/** Where a link leads and what a footnote says is not read: any address and any text will do. */
function mentionedDefinitions(text: string, labels: ReadonlySet<string>): string {
  if (labels.size === 0) return '';
  const mentioned = new Set<string>();
  for (const [, label = ''] of text.matchAll(/\[([^[\]]{1,200})\](?!:)/g)) {
    if (labels.has(label.toLowerCase())) mentioned.add(label.toLowerCase());
  }
  return [...mentioned].map((label) => `\n\n[${label}]: ${label.startsWith('^') ? 'note' : '#'}`).join('');
}
