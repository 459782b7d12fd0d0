/** A stretch of text as a PDF places it: `x` and `y` from the lower left corner of the page. */
export type TextItem = { text: string; x: number; y: number; width: number; size: number };

/** What stands on one line without a wide gap in it. */
export type Line = { text: string; x: number; end: number; y: number; size: number };

/** Items this much of a letter's size apart are two columns or cells, not two words. */
const columnGap = 2;
const wordGap = 0.18;

/** The lines of a page from its top to its bottom, of two columns the left one first. */
export function readLines(items: readonly TextItem[]): Line[] {
  return inReadingOrder(gatherLines(items));
}

function gatherLines(items: readonly TextItem[]): Line[] {
  const rows: TextItem[][] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const head = row?.[0];
    if (row !== undefined && head !== undefined && head.y - item.y < 0.45 * Math.max(head.size, item.size))
      row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => splitRow(row.sort((a, b) => a.x - b.x)));
}

function splitRow(row: readonly TextItem[]): Line[] {
  const lines: (Line & { weight: number })[] = [];
  for (const item of row) {
    const line = lines.at(-1);
    const gap = line === undefined ? 0 : item.x - line.end;
    if (line === undefined || gap > columnGap * Math.max(line.size, item.size)) {
      lines.push({
        text: item.text,
        x: item.x,
        end: item.x + item.width,
        y: item.y,
        size: item.size,
        weight: item.text.length,
      });
      continue;
    }
    // A small raised number leads to a note.
    if (item.size < 0.8 * line.size && /^\s*\d{1,3}\s*$/.test(item.text)) continue;
    const spaced = /\s$/.test(line.text) || /^\s/.test(item.text) || gap <= wordGap * item.size;
    line.text += spaced ? item.text : ` ${item.text}`;
    line.end = Math.max(line.end, item.x + item.width);
    if (item.text.length > line.weight) {
      line.size = item.size;
      line.weight = item.text.length;
    }
  }
  return lines.map(({ weight: _, ...line }) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }));
}

/** Fewer lines on a side make no column. */
const columnLines = 6;

function inReadingOrder(lines: readonly Line[]): Line[] {
  const gutter = findGutter(lines);
  if (gutter === null) return [...lines];
  const out: Line[] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  // A line across both columns, such as a title, ends what stands above it.
  const flush = () => {
    out.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const line of lines) {
    if (line.end <= gutter) left.push(line);
    else if (line.x >= gutter) right.push(line);
    else {
      flush();
      out.push(line);
    }
  }
  flush();
  return out;
}

/** Where the space between two columns lies; null for a page of one column. */
function findGutter(lines: readonly Line[]): number | null {
  if (lines.length < 2 * columnLines) return null;
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const line of lines) {
    from = Math.min(from, line.x);
    to = Math.max(to, line.end);
  }
  let best: { at: number; crossing: number } | null = null;
  for (let step = 35; step <= 65; step += 1) {
    const at = from + ((to - from) * step) / 100;
    const crossing = lines.filter((line) => line.x < at && line.end > at).length;
    if (best === null || crossing < best.crossing) best = { at, crossing };
  }
  if (best === null || best.crossing > 0.2 * lines.length) return null;
  const { at } = best;
  const left = lines.filter((line) => line.end <= at);
  const right = lines.filter((line) => line.x >= at);
  const wide = (side: readonly Line[]) =>
    side.filter((line) => line.end - line.x > 0.25 * (to - from)).length >= columnLines;
  return wide(left) && wide(right) ? at : null;
}
