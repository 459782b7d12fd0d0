import type { Claim, ClaimType, Span } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';
import { contentStemList, contentStems, countWords, stem, words } from '#lib/text/terms.ts';

/** A lesson shorter than this is summed up in two sentences, a longer one in three. */
const shortLesson = 250;
/** A summary's sentence says something and can be taken in at once. */
const fewestWords = 8;
const mostWords = 40;
/** A longer one is passed over where a shorter one says as much. */
const easyWords = 28;
/** Two sentences with this share of stems in common say the same. */
const tooAlike = 0.5;

const list = (text: string) => new Set(text.split(' '));

/** At its head these make a sentence lean on the one before. */
const leaning = list(
  'he she it they its his her their we i you this these that those such both neither either another others here there then so ' +
    'but and or yet however moreover furthermore besides also therefore thus hence instead still nevertheless ' +
    'nonetheless otherwise meanwhile similarly likewise consequently accordingly finally first second secondly ' +
    'third thirdly lastly again afterwards later for now regardless looking what who why how',
);

/** These give an order to the reader. */
const orders = list(
  'notice consider suppose note take let look think remember recall compare add go put mark type follow choose ' +
    'draw do try see read wet ask give assume picture begin start return',
);

/** Among the first words these do: "In its place", "By this caution", "For example". */
const leaningWithin = list('this these such its their his her it they them he she example instance contrast');

/** Anywhere in a sentence these tie it to another one. */
const tied =
  /\b(?:on the other hand|by contrast|as a result|for (?:example|instance)|in addition|nevertheless|nonetheless|therefore|thus|however|moreover|instead|likewise|similarly)\b|, then\b|\btoo[.,]/i;

/** A number, a rank or an amount without its noun: "The third objected that …", "Several have warned …". */
const amount =
  'several|some|many|few|most|all|none|each|one|two|three|' +
  'the (?:first|second|third|fourth|former|latter|last|others?|same|rest)';
const verbal =
  '(?:is|are|was|were|has|have|had|can|could|will|would|may|might|do|does|did|to|of (?:them|these|those|it))\\b|' +
  '(?!\\w*(?:ss|us|is)\\b)\\w+(?:ed|s) (?:that|it|the|an?|to|in|on|for|by|as|with)\\b';
const withoutNoun = new RegExp(`^(?:${amount}) (?:${verbal})`, 'i');

/** These may: words that point back, and a pronoun that ends a clause. */
const perhapsTied =
  /\b(?:this|these|those|such|also|then|another|former|latter)\b|\b(?:of|with|for|to|from|by|on|in|at) (?:it|them|him|her)[.,;]|\b(?:there|here)[.,]| (?:the (?:first|second|other)|others)[.,;]/i;

/** A pronoun among the first eight words seldom has its noun before it: "Across the floor at their feet". */
const earlyPronoun =
  /^(?!(?:If|When|As|Because|Although|While|Once|Until|Before|After|Where|Unless)\b)(?:\S+ ){1,7}(?:he|she|it|they|him|them|his|her|its|their)\b/;

/** A claim in a sentence speaks for it: most of all what it defines, then reasons. */
const worthOf: Partial<Record<ClaimType, number>> = {
  definition: 1.3,
  cause: 1.15,
  purpose: 1.15,
  contrast: 1.15,
  means: 1.1,
  condition: 1.1,
  membership: 1.15,
  comparison: 1.1,
};

/** Talk to the reader or about the text is no part of what it teaches. */
const address =
  /\b(?:you|your|yours|guys|folks|we|we(?:'|’)(?:re|ll|ve)|us|let(?:'|’)s|buckle|imagine)\b|\b(?:this|next|last|following|previous|earlier|these) (?:\w+ )?(?:lessons?|lectures?|chapters?|sections?|articles?|papers?|essays?|books?|courses?|pages?)\b/i;

/**
 * The two or three sentences that say most of what a lesson says, word for word and in order. A sentence's
 * weight is how often its content words stand in the lesson (a centroid), more at the head of the lesson
 * or of a paragraph and where it states a claim, less where it is long or leans on what stands before.
 * Sentences that need another one, ask, order, or address the reader are passed over.
 */
export function summarise(
  text: string,
  title: string,
  sentences: readonly NumberedSentence[],
  claims: readonly Claim[] = [],
): Span[] {
  const weights = new Map<string, number>();
  let length = 0;
  for (const { start, end } of sentences) {
    const sentence = text.slice(start, end);
    length += countWords(sentence);
    for (const word of contentStemList(sentence)) weights.set(word, (weights.get(word) ?? 0) + 1);
  }
  for (const word of contentStems(title)) weights.set(word, 1.5 * (weights.get(word) ?? 0));
  const known = new Set<string>(contentStems(title));
  const ranked = sentences
    .map((sentence, at) => {
      const quote = text.slice(sentence.start, sentence.end);
      const leans = hasKnownDefinite(quote, known, at === 0);
      const stems = contentStems(quote);
      for (const word of stems) known.add(word);
      return { sentence, at, quote, stems, leans };
    })
    .filter(({ quote }) => standsAlone(quote))
    .map((candidate) => {
      const { sentence, at, quote, stems } = candidate;
      const opensBlock = sentences[at - 1]?.blockIndex !== sentence.blockIndex;
      const place = at === 0 ? 1.3 : opensBlock ? 1.15 : 1;
      const bond =
        (perhapsTied.test(quote) || earlyPronoun.test(quote) ? 0.75 : 1) * (candidate.leans ? 0.85 : 1);
      const ease = Math.min(1, Math.sqrt(easyWords / countWords(quote)));
      let sum = 0;
      for (const word of stems) sum += Math.log1p(weights.get(word) ?? 0);
      // Between the sum, which favours long sentences, and the mean, which favours short ones.
      const weight = (place * bond * ease * worth(sentence, claims) * sum) / Math.sqrt(stems.size || 1);
      return { ...candidate, weight };
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
  if (orders.has(all[0] ?? '') || withoutNoun.test(sentence)) return false;
  const [first = '', ...next] = all.map((word) => word.replace(/['’].*$/, ''));
  if (leaning.has(first) || next.slice(0, 3).some((word) => leaningWithin.has(word))) return false;
  return !tied.test(sentence) && !address.test(sentence);
}

/** "The town was rebuilt": a noun that was spoken of, with nothing after it that says which is meant. */
function hasKnownDefinite(sentence: string, known: ReadonlySet<string>, isFirst: boolean): boolean {
  const found =
    /^The ([\p{L}-]+) (?!of\b|that\b|who\b|which\b|for\b|in\b|on\b|at\b|between\b|to\b|from\b|whose\b)/u.exec(
      sentence,
    );
  return !isFirst && found?.[1] !== undefined && known.has(stem(found[1]));
}

function worth(sentence: NumberedSentence, claims: readonly Claim[]): number {
  let most = 1;
  for (const { type, evidence } of claims) {
    if (evidence.start < sentence.end && evidence.end > sentence.start)
      most = Math.max(most, worthOf[type] ?? 1);
  }
  return most;
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}
