/** Small matters of wording that every template shares. */

/** First letter large, nothing else touched. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name inside a sentence: "The United States" → "the United States". */
export function inside(name: string): string {
  return name.replace(/^The (?=\p{Lu})/u, 'the ');
}

/** As a sentence: capital and full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]["”’)]?$/.test(trimmed) ? capitalize(trimmed) : `${capitalize(trimmed)}.`;
}

/** As a heading or option: capital, no full stop. */
export function option(text: string): string {
  return capitalize(text.trim().replace(/[.;,]$/, ''));
}

/** "a, b and c" */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** A class of things as a definite phrase: "areas that …" → "the areas that …". */
export function definite(phrase: string): string {
  return /^(?:the|these|those|its|their|his|her|all|both|our)\b/i.test(phrase) ? phrase : `the ${phrase}`;
}

/** What two texts must share to count as the same: no case, quotes, dashes, articles or end marks. */
export function normalised(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[“”„"‘’'`]/g, '')
    .replace(/[-‐‑–—]/g, ' ')
    .replace(/[.,;:!?()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|an?) /, '');
}

/** "2.7", or "2.7–2.8" for a stretch of sentences. */
export function addressOf(sentences: readonly { address: string }[]): string {
  const first = sentences[0]?.address ?? '';
  const last = sentences.at(-1)?.address ?? first;
  return first === last ? first : `${first}–${last}`;
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
