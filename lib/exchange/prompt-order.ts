/** Entries whose own order is the key, in one that says nothing of it; each once. */
export function promptOrder(entries: readonly string[]): string[] {
  return [...new Set(entries)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
