import { syllables } from './syllables.ts';
import { words } from './terms.ts';

/** Fewer words say too little about how hard a text is to read. */
const fewestWords = 100;
const lowest = 1;
/** Beyond this the formula has nothing to tell apart: it was made from the grades of schools. */
const highest = 18;

/**
 * How many years of schooling a text asks of its reader, as a range of three school grades: the
 * Flesch–Kincaid grade (Kincaid et al. 1975), 0.39 × words a sentence + 11.8 × syllables a word − 15.59,
 * and one grade to either side of it. It measures the length of words and sentences and nothing else: not
 * whether a term is explained or an argument is clear. Null for a text of fewer than a hundred words.
 */
export function readingLevel(sentences: readonly string[]): { low: number; high: number } | null {
  let wordCount = 0;
  let syllableCount = 0;
  let sentenceCount = 0;
  for (const sentence of sentences) {
    const own = words(sentence);
    if (own.length === 0) continue;
    sentenceCount += 1;
    wordCount += own.length;
    for (const word of own) syllableCount += syllables(word);
  }
  if (wordCount < fewestWords) return null;
  const grade = (0.39 * wordCount) / sentenceCount + (11.8 * syllableCount) / wordCount - 15.59;
  const within = (value: number) => Math.min(highest, Math.max(lowest, value));
  return { low: within(Math.round(grade) - 1), high: within(Math.round(grade) + 1) };
}
