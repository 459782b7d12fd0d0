import type { Item } from '#lib/course/model.ts';
import { atLeast } from './bots/tail.ts';
import type { BotResult } from './bots.ts';
import { normalised, wordCount } from './wording.ts';

/**
 * What a test-taker sees of a true-false item without understanding it. Whoever has done the other items of
 * a course knows what each cue mostly stood for.
 */
export const cues: readonly { name: string; of(item: Item): string }[] = [
  { name: 'opening words', of: ({ stem }) => normalised(stem).split(' ').slice(0, 3).join(' ') },
  { name: 'form', of: ({ stem }) => formOf(stem) },
  { name: 'length', of: ({ stem }) => (wordCount(stem) > 22 ? 'long' : 'short') },
  { name: 'lesson', of: ({ lessonId }) => lessonId },
];

/** The opening and the word that ties the statement together: what a template leaves visible. */
export function formOf(stem: string): string {
  const plain = normalised(stem);
  const tie =
    /\b(?:because|in order to|although|means|brings?|gains?|among|leaves open|holds? that|than|by [a-z]+ing)\b/.exec(
      plain,
    )?.[0];
  return `${plain.split(' ').slice(0, 1).join()} … ${(tie ?? '').replace(/^by .*/, 'by').replace(/s$/, '')}`;
}

/** Lets each cue tell the truth of every true-false item by what it stood for in all the others. */
export function runTruthBots(items: readonly Item[]): BotResult[] {
  const statements = items.filter((item) => item.kind === 'true-false');
  const isTrue = (item: Item) => item.options.find((option) => option.correct)?.text === 'True';
  const chances = statements.map(() => 0.5);
  return cues.map(({ name, of }) => {
    const hits = statements.reduce((sum, item) => {
      const like = statements.filter((other) => other !== item && of(other) === of(item));
      const trues = like.filter(isTrue).length;
      if (trues * 2 === like.length) return sum + 0.5;
      return sum + (trues * 2 > like.length === isTrue(item) ? 1 : 0);
    }, 0);
    return {
      name,
      n: statements.length,
      hits,
      chance: 0.5,
      p: atLeast(Math.ceil(hits), chances),
    };
  });
}
