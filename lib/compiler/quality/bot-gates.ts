import type { Course } from '#lib/course/model.ts';
import { type BotResult, runBots } from '../bots.ts';
import { runTruthBots } from '../truth-bots.ts';
import { type Gate, gate } from './gate.ts';

/** A bot does better than chance where so good a luck has a chance below this. */
const tooLucky = 0.05;
/** Fewer items say little: with them a bot must be far above chance to be noticed. */
const fewItems = 200;

/** How test-takers do who have not read the texts, over the items of all courses together. */
export function botGates(courses: readonly Course[]): {
  bots: BotResult[];
  truthBots: BotResult[];
  gates: Gate[];
} {
  const bots = runBots(courses.map(({ items }) => items));
  const truthBots = runTruthBots(courses.flatMap(({ items }) => items));
  return {
    bots,
    truthBots,
    gates: [
      botGate('bots above chance, of those that choose', bots),
      botGate('bots above chance, of those that tell true from false', truthBots),
    ],
  };
}

function botGate(name: string, results: readonly BotResult[]): Gate {
  const n = Math.max(0, ...results.map((result) => result.n));
  const above = results.filter((result) => result.n > 0 && result.p < tooLucky);
  const few = n > 0 && n < fewItems ? [`only ${n} items: ${fewItems} are wanted`] : [];
  const notes = above.map((each) => `${each.name}: ${each.hits} of ${each.n}, p = ${each.p.toFixed(4)}`);
  return gate({ name, value: above.length, as: 'count', n, most: 0, notes: [...notes, ...few] });
}
