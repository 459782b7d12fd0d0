import type { Line } from './pdf-lines.ts';

/** Lines at the head or foot of a page that may be running: at most this many on each side. */
const reach = 2;
const pageNumber =
  /^(?:page\s+)?(?:[-–—]\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*[-–—])?(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/** Pages without their page numbers and the headers and footers that run through the document. */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[][] {
  const counts = new Map<string, number>();
  const edges = pages.map(edgeLines);
  for (const page of edges)
    for (const key of new Set([...page].map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const enough = Math.max(2, Math.min(3, Math.ceil(pages.length / 2)));
  return pages.map((page, at) =>
    page.filter((line) => {
      if (edges[at]?.has(line) !== true) return true;
      return !pageNumber.test(line.text) && (counts.get(keyOf(line)) ?? 0) < enough;
    }),
  );
}

function edgeLines(page: readonly Line[]): Set<Line> {
  const heights = [...new Set(page.map((line) => Math.round(line.y)))].sort((a, b) => a - b);
  const edge = new Set([...heights.slice(0, reach), ...heights.slice(-reach)]);
  return new Set(page.filter((line) => edge.has(Math.round(line.y))));
}

/** The same on each page but for numbers, and at the same height. */
function keyOf(line: Line): string {
  return `${Math.round(line.y / 3)} ${line.text.replace(/\d+/g, '#')}`;
}
