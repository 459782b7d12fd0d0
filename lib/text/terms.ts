import { stopWords } from './stop-words.ts';

/** Letters and digits, with apostrophes, hyphens, points and commas only between them. */
const wordPattern = /[\p{L}\p{N}]+(?:(?:['’.-]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{M}\p{N}]+|\p{M}+)*/gu;

/** The words of a text as written: "well-known", "don’t", "U.S", "1,200" and "3.5" are one word each. */
export function words(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** Words as people count them: what white space sets apart and holds a letter or digit. */
export function countWords(text: string): number {
  // From a letter to the next gap to the next letter, without a string for each word: texts are long.
  const letter = /[\p{L}\p{N}]/gu;
  const gap = /\s/g;
  let count = 0;
  while (letter.test(text)) {
    count += 1;
    gap.lastIndex = letter.lastIndex;
    if (!gap.test(text)) break;
    letter.lastIndex = gap.lastIndex;
  }
  return count;
}

/** Longer than any word of a language: a formula, an address, an attack. Not worth a closer look. */
const longestWord = 40;

/** Their final s is no plural. */
const wholeWords = new Set(['news', 'series', 'species', 'lens', 'means', 'always', 'perhaps']);

/** One form for a word in all its inflections; not itself always a word: "trades", "trading" → "trad". */
export function stem(word: string): string {
  if (word.length > longestWord) return word.toLowerCase();
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = stemOnce(word);
  if (stems.size >= mostStems) stems.clear();
  stems.set(word, made);
  return made;
}

/** A text says most of its words again and again. */
const stems = new Map<string, string>();
const mostStems = 10_000;

function stemOnce(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/'s?$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  if (plain.length <= 3 || /\d/.test(plain) || wholeWords.has(plain)) return plain;
  return foldSpelling(dropEnding(plain));
}

function dropEnding(word: string): string {
  let out = word;
  if (/ies$/.test(out) && out.length > 4) out = `${out.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(out)) out = out.slice(0, -2);
  else if (/[^suiy]s$/.test(out) || /[^aeiou]ys$/.test(out)) out = out.slice(0, -1);
  if (/ied$/.test(out) && out.length > 4) out = `${out.slice(0, -3)}y`;
  else {
    const verb = out.replace(/(?:ing|ed)$/, '');
    // "string" and "need" are whole words: what is left of a verb has a vowel and three letters.
    if (verb !== out && verb.length >= 3 && /[aeiouy]/.test(verb)) out = undouble(verb);
  }
  if (/[a-z]{4}ly$/.test(out)) out = out.slice(0, -2);
  return out.length > 4 ? out.replace(/e$/, '') : out;
}

function undouble(stemmed: string): string {
  return /([bdfgmnprt])\1$/.test(stemmed) ? stemmed.slice(0, -1) : stemmed;
}

/** British and American spellings of one word meet: -isation and -ization, -our and -or. */
function foldSpelling(word: string): string {
  return word.replace(/is(?=ation$|$)/, (ending) => (word.length > 6 ? 'iz' : ending)).replace(/our$/, 'or');
}

/** The stems of a text's content words, in order and as often as they stand there. */
export function contentStemList(text: string): string[] {
  const out: string[] = [];
  for (const word of words(text)) {
    const plain = word.toLowerCase().replace(/’/g, "'");
    if (!stopWords.has(plain) && (plain.length > 1 || /\d/.test(plain))) out.push(stem(plain));
  }
  return out;
}

/** The different stems of a text's content words: what it is about, for measuring overlap. */
export function contentStems(text: string): Set<string> {
  return new Set(contentStemList(text));
}

/** Letters that Unicode does not take apart into an ASCII letter and a mark. */
const latin: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const longestSlug = 60;

/** A title as part of an address: lower-case ASCII letters, digits and hyphens; never empty. */
export function slugify(title: string): string {
  const ascii = title
    .toLowerCase()
    .replace(/[’']/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => latin[letter] ?? '');
  const parts = ascii.split(/[^a-z0-9]+/).filter((part) => part !== '');
  let slug = '';
  for (const part of parts) {
    const longer = slug === '' ? part.slice(0, longestSlug) : `${slug}-${part}`;
    if (longer.length > longestSlug) break;
    slug = longer;
  }
  return slug === '' ? 'lesson' : slug;
}
