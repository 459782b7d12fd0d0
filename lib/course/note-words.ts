import { ok, type Result, refuse } from '#lib/result.ts';

/** Characters of a learner's own words to a passage. */
export const longestNote = 4000;

/**
 * A note as it is kept: one kind of line end, no spaces around it, and no character that Postgres does not
 * take or that would turn the direction of what stands after it. Empty for a highlight alone.
 */
export function noteWords(text: string): Result<string, 'words-too-long'> {
  const words = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
  return words.length > longestNote ? refuse('words-too-long') : ok(words);
}
