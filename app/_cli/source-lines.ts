import type { Diagnostic } from '#lib/course/model.ts';

/** Words of the text that are looked for in the file; markup may stand within the fewer, later tries. */
const tries = [6, 3, 1];

/** Markup makes a file longer than its text; four times as long is further than any place is searched. */
const stretch = 4;
const margin = 20_000;

/**
 * For each diagnostic the line of the file, from 1, where its place stands, or null where it has none.
 * `diagnostics` are in the order of the text, so each is looked for behind the one before.
 */
export function sourceLines(
  diagnostics: readonly Diagnostic[],
  text: string,
  raw: string,
): (number | null)[] {
  let from = 0;
  let line = 1;
  let before = 0;
  return diagnostics.map(({ start, end }) => {
    if (start === end) return null;
    const until = from + stretch * (start - before) + margin;
    const at = from + find(raw.slice(from, until), text.slice(start, Math.min(end, start + 200)));
    if (at < from) return null;
    for (let next = from; next < at; next += 1) if (raw[next] === '\n') line += 1;
    from = at;
    before = start;
    return line;
  });
}

/** Where the quotation's first words stand, whatever white space and markup is between them; -1 if nowhere. */
function find(raw: string, quote: string): number {
  const words = quote.match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const count of words.length === 0 ? [] : tries) {
    const at = raw.search(new RegExp(words.slice(0, count).join('[^\\p{L}\\p{N}]{1,20}'), 'u'));
    if (at >= 0) return at;
  }
  return -1;
}

/** The beginning of the place, for a person to know it by: at most six words of its first block. */
export function shortQuote({ start, end }: Diagnostic, text: string): string {
  const [block = ''] = text.slice(start, Math.min(end, start + 200)).split('\n');
  const words = block.split(' ').slice(0, 6).join(' ');
  return words.length < block.length ? `${words} …` : words;
}
