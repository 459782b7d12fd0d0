import type { Span } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';
import { contentStemList, contentStems, countWords, words } from '#lib/text/terms.ts';

/** A lesson shorter than this is summed up in two sentences, a longer one in three. */
const shortLesson = 250;
/** A summary's sentence says something and can be taken in at once. */
const fewestWords = 8;
const mostWords = 40;
/** Two sentences with this share of stems in common say the same. */
const tooAlike = 0.5;

const list = (text: string) => new Set(text.split(' '));

/** At its head these make a sentence lean on the one before. */
const leaning = list(
  'he she it they we i you this these that those such both neither either another others here there then so ' +
    'but and or yet however moreover furthermore besides also therefore thus hence instead still nevertheless ' +
    'nonetheless otherwise meanwhile similarly likewise consequently accordingly finally first second secondly ' +
    'third thirdly lastly again afterwards later for now regardless looking',
);

/** Among the first words these do: "In its place", "By this caution", "For example". */
const leaningWithin = list('this these such its their his her it they them he she example instance contrast');

/** Anywhere in a sentence these tie it to another one. */
const tied = /\b(?:on the other hand|by contrast|as a result|for (?:example|instance)|in addition)\b/i;

/** These may. */
const perhapsTied = /\b(?:this|these|those|such|also|another)\b/i;

/** Talk to the reader or about the text is no part of what it teaches. */
const address =
  /\b(?:you|your|yours|guys|folks|we|we(?:'|’)(?:re|ll|ve)|us|let(?:'|’)s|buckle|imagine)\b|\b(?:this|next|last|following|previous|earlier|these) (?:\w+ )?(?:lessons?|chapters?|sections?|articles?|pages?)\b/i;

/**
 * The two or three sentences that say most of what a lesson says, word for word and in order. A sentence's
 * weight is how often its content words stand in the lesson (a centroid), more at the head of the lesson
 * or of a paragraph. Sentences that need another one, ask, or address the reader are passed over.
 */
export function summarise(text: string, title: string, sentences: readonly NumberedSentence[]): Span[] {
  const weights = new Map<string, number>();
  let length = 0;
  for (const { start, end } of sentences) {
    const sentence = text.slice(start, end);
    length += countWords(sentence);
    for (const word of contentStemList(sentence)) weights.set(word, (weights.get(word) ?? 0) + 1);
  }
  for (const word of contentStems(title)) weights.set(word, 1.5 * (weights.get(word) ?? 0));
  const ranked = sentences
    .map((sentence, at) => ({ sentence, at, quote: text.slice(sentence.start, sentence.end) }))
    .filter(({ quote }) => standsAlone(quote))
    .map((candidate) => {
      const stems = contentStems(candidate.quote);
      const opensBlock = sentences[candidate.at - 1]?.blockIndex !== candidate.sentence.blockIndex;
      const place =
        (candidate.at === 0 ? 1.3 : opensBlock ? 1.15 : 1) * (perhapsTied.test(candidate.quote) ? 0.8 : 1);
      let sum = 0;
      for (const word of stems) sum += Math.log1p(weights.get(word) ?? 0);
      // Between the sum, which favours long sentences, and the mean, which favours short ones.
      return { ...candidate, stems, weight: (place * sum) / Math.sqrt(stems.size || 1) };
    })
    .sort((a, b) => b.weight - a.weight || a.at - b.at);
  const chosen: typeof ranked = [];
  for (const candidate of ranked) {
    if (chosen.length >= (length < shortLesson ? 2 : 3)) break;
    if (chosen.every((other) => likeness(candidate.stems, other.stems) < tooAlike)) chosen.push(candidate);
  }
  return chosen
    .sort((a, b) => a.at - b.at)
    .map(({ sentence, quote }) => ({ start: sentence.start, end: sentence.end, quote }));
}

function standsAlone(sentence: string): boolean {
  const all = words(sentence.toLowerCase());
  if (all.length < fewestWords || all.length > mostWords) return false;
  if (!/[.…]["”’)\]]*$/.test(sentence) || !/^["“‘'(]?[\p{Lu}\p{N}]/u.test(sentence)) return false;
  const [first = '', ...next] = all.map((word) => word.replace(/['’].*$/, ''));
  if (leaning.has(first) || next.slice(0, 3).some((word) => leaningWithin.has(word))) return false;
  return !tied.test(sentence) && !address.test(sentence);
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}
