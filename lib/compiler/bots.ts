import type { Item, Option } from '#lib/course/model.ts';
import { hash64 } from '#lib/text/fingerprint.ts';
import { absolutes } from './lexicon/stance.ts';
import { jaccard, sharedCount, topicStems } from './likeness.ts';
import { normalised, wordCount } from './wording.ts';

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
  {
    name: 'convergence',
    score: (option, item) =>
      item.options
        .filter((other) => other !== option)
        .reduce((sum, other) => sum + jaccard(topicStems(option.text), topicStems(other.text)), 0),
  },
  {
    name: 'most-specific',
    score: (option) => (option.text.match(/\d|,|\b\p{Lu}/gu) ?? []).length + wordCount(option.text) / 10,
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

/** How a bot did: hits among n items, the rate that chance gives, and the chance of so many hits or more. */
export type BotResult = { name: string; n: number; hits: number; chance: number; p: number };

/** Lets every bot sit all single-choice items. Ties are broken by a hash, as a guess would. */
export function runBots(items: readonly Item[]): BotResult[] {
  const single = items.filter((item) => item.kind === 'single');
  const chances = single.map((item) => 1 / item.options.length);
  const chance = chances.reduce((sum, each) => sum + each, 0) / Math.max(1, single.length);
  return bots.map((bot) => {
    const hits = single.filter((item) => pick(bot, item)?.correct === true).length;
    return { name: bot.name, n: single.length, hits, chance, p: atLeast(hits, chances) };
  });
}

function pick(bot: Bot, item: Item): Option | undefined {
  return [...item.options]
    .map((option) => ({
      option,
      score: bot.score(option, item),
      tie: hash64([bot.name, item.id, option.id]).low,
    }))
    .sort((a, b) => b.score - a.score || a.tie - b.tie)[0]?.option;
}

/** Probability of at least `hits` successes in independent trials with the given chances (Poisson-binomial, exact). */
export function atLeast(hits: number, chances: readonly number[]): number {
  let exactly = [1];
  for (const chance of chances) {
    exactly = [...exactly, 0].map(
      (value, index) => value * (1 - chance) + (exactly[index - 1] ?? 0) * chance,
    );
  }
  return exactly.slice(hits).reduce((sum, value) => sum + value, 0);
}
