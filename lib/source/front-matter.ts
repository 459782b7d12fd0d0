/** `key: value` lines between two lines of `---` at the very start of a Markdown file, and the rest. */
export function takeFrontMatter(markdown: string): { fields: Map<string, string>; body: string } {
  const fields = new Map<string, string>();
  if (!/^---[ \t]*\n/.test(markdown)) return { fields, body: markdown };
  const lines = markdown.split('\n');
  const last = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  if (last < 0) return { fields, body: markdown };
  for (const line of lines.slice(1, last)) {
    const colon = line.indexOf(':');
    if (colon > 0 && /^\w/.test(line))
      fields.set(line.slice(0, colon).trim().toLowerCase(), unquote(line.slice(colon + 1)));
  }
  return { fields, body: lines.slice(last + 1).join('\n') };
}

function unquote(value: string): string {
  const plain = value.trim();
  const quote = plain[0];
  if (plain.length < 2 || (quote !== '"' && quote !== "'") || plain.at(-1) !== quote) return plain;
  const inner = plain.slice(1, -1);
  return quote === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replace(/''/g, "'");
}
