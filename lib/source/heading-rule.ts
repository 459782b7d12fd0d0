import { countWords } from '#lib/text/terms.ts';

/** Why a line of plain text is taken for a heading. */
export type HeadingSign = 'chapter' | 'numbered' | 'capitals' | 'short-line';

const mostWords = 12;
const mostCharacters = 90;
/** A heading without any other sign needs a real paragraph after it: 40 words, and three times its length. */
const proseWords = 40;
const proseRatio = 3;

/** Articles, prepositions and conjunctions: no heading ends in one. */
const dangling = new Set(
  (
    'a an the of in on at by for from with without to into onto upon over under between among through during ' +
    'before after since until against about as than and or but nor if because while although that which'
  ).split(' '),
);

/** Could this line be a heading by its form alone? */
export function looksLikeHeading(line: string): boolean {
  if (line.length > mostCharacters || countWords(line) > mostWords) return false;
  if (/[.!?;,:…]["”’)\]]*$/.test(line) || !/^["“‘'(¿¡]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(line)) return false;
  const last = /[\p{L}\p{N}]+$/u.exec(line)?.[0];
  return last === undefined || !dangling.has(last.toLowerCase());
}

/** The sign by which `line` is a heading of the text `next` that follows it, or null. */
export function headingSign(line: string, next: string): HeadingSign | null {
  if (!looksLikeHeading(line)) return null;
  const following = countWords(next);
  if (following >= 10 || next.length > line.length) {
    if (
      /^(?:chapter|part|book|section|lesson|unit)\s+(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\b/i.test(
        line,
      )
    ) {
      return 'chapter';
    }
    if (/^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|[IVXL]{1,6}\.|§\s?\d{1,3}\.?)\s+\p{L}/u.test(line))
      return 'numbered';
    if (/\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line) && line.replace(/\P{Lu}/gu, '').length >= 4) {
      return 'capitals';
    }
  }
  return following >= proseWords && next.length >= proseRatio * line.length ? 'short-line' : null;
}

/** Is the first line of a document its title, though the text after it may be short? */
export function looksLikeTitle(line: string, next: string): boolean {
  return looksLikeHeading(line) && countWords(next) >= 12 && next.length >= 2 * line.length;
}

/** "Introduction", "Chapter 1", "1.1 Scope": the first section of a document without a title. */
export function namesFirstSection(line: string): boolean {
  return /^(?:introduction|overview|preface|foreword|abstract|summary|contents|prologue|chapter\b|\d+\.)/i.test(
    line,
  );
}
