import type { Course } from '#lib/course/model.ts';
import { type NumberedSentence, numberSentences } from '#lib/course/numbered-sentences.ts';
import { cleanText, oneLine } from '#lib/source/clean.ts';
import { countWords } from '#lib/text/terms.ts';
import { speaksToMachines } from './untrusted.ts';

/** A sentence as the model is shown it, on one line. */
export type PassageSentence = NumberedSentence & { shown: string };

/** What goes to the model at once: a lesson, or as much of a long one as ends with a paragraph. */
export type Passage = { title: string; sentences: PassageSentence[]; words: number };

/** Longer lessons are divided: what is claimed at their end would be read with less care. */
const mostWords = 800;
/** A paragraph that goes on so much longer is divided as well. */
const mostWordsInBlock = 1_200;
/** What is longer is a list or a formula, not a sentence. */
const longestSentence = 1_500;
const fewestWords = 20;

/** The passages of a course, and the sentences that are kept from the model since they speak to one. */
export function passagesOf(course: Course): { passages: Passage[]; withheld: NumberedSentence[] } {
  const passages: Passage[] = [];
  const withheld: NumberedSentence[] = [];
  let open: { passage: Passage; section: number; block: number } | null = null;
  for (const sentence of numberSentences(course)) {
    const shown = oneLine(cleanText(course.text.slice(sentence.start, sentence.end)).text);
    if (speaksToMachines(shown)) {
      withheld.push(sentence);
      continue;
    }
    if (shown.length > longestSentence) continue;
    const words = countWords(shown);
    const most = open?.block === sentence.blockIndex ? mostWordsInBlock : mostWords;
    const isFull = open !== null && open.passage.words + words > most;
    if (open === null || open.section !== sentence.sectionIndex || isFull) {
      const title = shownTitle(course.sections[sentence.sectionIndex]?.title ?? '');
      open = { passage: { title, sentences: [], words: 0 }, section: sentence.sectionIndex, block: 0 };
      passages.push(open.passage);
    }
    open.block = sentence.blockIndex;
    open.passage.sentences.push({ ...sentence, shown });
    open.passage.words += words;
  }
  return { passages: passages.filter(({ words }) => words >= fewestWords), withheld };
}

function shownTitle(title: string): string {
  const shown = oneLine(cleanText(title).text);
  return speaksToMachines(shown) ? '' : shown;
}
