import type { Item, Option } from '#lib/course/model.ts';
import { specificity } from '../lean.ts';
import { absolutes } from '../lexicon/stance.ts';
import { jaccard, sharedCount, topicStems } from '../likeness.ts';
import { numberOf } from '../noun-phrase.ts';
import { normalised } from '../wording.ts';

/**
 * Test-takers who have not read the text and follow one rule of thumb. If one of them does better than
 * chance, the items give their keys away by form.
 */
export type Bot = { name: string; score(option: Option, item: Item): number };

export const bots: readonly Bot[] = [
  { name: 'longest', score: (option) => option.text.length },
  { name: 'shortest', score: (option) => -option.text.length },
  {
    name: 'stem-overlap',
    score: (option, item) => sharedCount(topicStems(option.text), topicStems(item.stem)),
  },
  { name: 'first-position', score: (option, item) => -item.options.indexOf(option) },
  { name: 'second-position', score: (option, item) => -Math.abs(item.options.indexOf(option) - 1) },
  { name: 'third-position', score: (option, item) => -Math.abs(item.options.indexOf(option) - 2) },
  { name: 'last-position', score: (option, item) => item.options.indexOf(option) },
  { name: 'absolute-avoider', score: (option) => -count(option.text, (word) => absolutes.has(word)) },
  { name: 'article-and-number', score: (option, item) => agreement(option.text, item.stem) },
  {
    name: 'convergence',
    score: (option, item) =>
      item.options
        .filter((other) => other !== option)
        .reduce((sum, other) => sum + jaccard(topicStems(option.text), topicStems(other.text)), 0),
  },
  {
    name: 'most-specific',
    score: (option) => specificity(option.text),
  },
  {
    name: 'median-length',
    score: (option, item) => {
      const lengths = item.options.map((each) => each.text.length).sort((a, b) => a - b);
      return -Math.abs(option.text.length - (lengths[Math.floor(lengths.length / 2)] ?? 0));
    },
  },
];

function count(text: string, wanted: (word: string) => boolean): number {
  return normalised(text).split(' ').filter(wanted).length;
}

/** How well an option fits the grammar of its stem: "a" or "an" at its end, a verb in singular or plural. */
function agreement(option: string, stem: string): number {
  const article = /\b(an?)[\s:_.?…]*$/i.exec(stem)?.[1]?.toLowerCase();
  const vowel = /^[aeiou]/i.test(option);
  const fitsArticle = article === undefined ? 0 : (article === 'an') === vowel ? 1 : -1;
  const verb = /^(?:[^?]*?, )?(?:which|what|who)\b[^?]*?\b(is|was|has|does|are|were|have|do)\b/i
    .exec(stem)?.[1]
    ?.toLowerCase();
  const number = numberOf(option);
  if (verb === undefined || number === 'unknown') return fitsArticle;
  return fitsArticle + (/^(?:are|were|have|do)$/.test(verb) === (number === 'plural') ? 1 : -1);
}
