import type { Item, Option } from '#lib/course/model.ts';
import { hash64 } from '#lib/text/fingerprint.ts';
import { groupBy } from '#lib/text/group-by.ts';
import { learnedPicks } from './bots/learned.ts';
import { type Bot, bots } from './bots/rules-of-thumb.ts';
import { atLeast } from './bots/tail.ts';

/** How a bot did: hits among n items, the rate that chance gives, and the chance of so many hits or more. */
export type BotResult = { name: string; n: number; hits: number; chance: number; p: number };

/**
 * Lets every bot sit all items where one or more options are to be chosen; each picks one option, and a key
 * is a hit. Ties are broken by a hash, as a guess would. Last comes the one that has learned from the other
 * documents how much each rule is worth.
 */
export function runBots(documents: readonly (readonly Item[])[]): BotResult[] {
  const folds = foldsOf(documents.map((items) => items.filter(isChoice)));
  const items = folds.flat();
  const learned = learnedPicks(folds);
  const known = items.filter((item) => learned.has(item));
  return [
    ...bots.map((bot) => resultOf(bot.name, items, (item) => pick(bot, item))),
    resultOf('logistic over all', known, (item) => learned.get(item)),
  ];
}

function isChoice(item: Item): boolean {
  return item.kind === 'single' || item.kind === 'multiple';
}

/** What is held out together: a document's items; a lesson's where there is but one document. */
function foldsOf(documents: readonly Item[][]): Item[][] {
  const full = documents.filter((items) => items.length > 0);
  return full.length > 1 ? full : [...groupBy(full.flat(), (item) => item.lessonId).values()];
}

function resultOf(
  name: string,
  items: readonly Item[],
  pickOf: (item: Item) => Option | undefined,
): BotResult {
  const chances = items.map(
    (item) => item.options.filter((option) => option.correct).length / item.options.length,
  );
  const chance = chances.reduce((sum, each) => sum + each, 0) / Math.max(1, items.length);
  const hits = items.filter((item) => pickOf(item)?.correct === true).length;
  return { name, n: items.length, hits, chance, p: atLeast(hits, chances) };
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
