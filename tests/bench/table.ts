/** Rows as aligned text: the first column to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

export const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
export const perSecond = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
export const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
export const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(0);
