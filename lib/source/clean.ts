/**
 * Characters that nobody sees but a program reads: controls, zero-width and bidirectional marks,
 * tags, lone surrogates. They could hide text in a quotation or an instruction in a document.
 */
const unseen = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Unseen, yet harmless wherever it stands: a soft hyphen, a byte order mark. */
const harmless = /[\u00ad\ufeff]/g;

/** The text in NFC with `\n` line ends and without unseen characters, and how many of those it held. */
export function cleanText(raw: string): { text: string; hidden: number } {
  const lines = raw.replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n').replace(harmless, '');
  const seen = lines.replace(unseen, '');
  return { text: seen.normalize('NFC'), hidden: lines.length - seen.length };
}

/** One line: every run of white space is one space, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
