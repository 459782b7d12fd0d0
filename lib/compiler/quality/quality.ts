import { groupBy } from '#lib/text/group-by.ts';
import type { BotResult } from '../bots.ts';
import { botGates } from './bot-gates.ts';
import { courseGates } from './course-gates.ts';
import { type Gate, gate } from './gate.ts';
import type { Measured } from './measured.ts';
import { type MutationResult, runMutations } from './run-mutations.ts';

export type DocumentYield = {
  name: string;
  words: number;
  claims: number;
  items: number;
  perThousandWords: number;
  kinds: Record<string, number>;
};
export type Quality = {
  gates: Gate[];
  bots: BotResult[];
  truthBots: BotResult[];
  mutations: MutationResult[];
  documents: DocumentYield[];
};

/** The gates of the design over any documents, with the tables that some of them sum up. */
export function qualityOf(documents: readonly Measured[]): Quality {
  const courses = documents.map(({ course }) => course);
  const { bots, truthBots, gates } = botGates(courses);
  const mutations = runMutations(courses);
  return {
    gates: [...courseGates(documents), ...gates, mutationGate(mutations)],
    bots,
    truthBots,
    mutations,
    documents: documents.map(yieldOf),
  };
}

/** Whether enough of the planted faults were caught, all kinds together. */
export function mutationGate(results: readonly MutationResult[]): Gate {
  const planted = results.reduce((sum, result) => sum + result.planted, 0);
  const caught = results.reduce((sum, result) => sum + result.caught, 0);
  const notes = results
    .filter((result) => result.caught < result.planted)
    .map((result) => `${result.name}: ${result.caught} of ${result.planted}`);
  return gate({
    name: 'planted faults caught',
    value: planted === 0 ? 0 : caught / planted,
    as: 'share',
    n: planted,
    least: 0.95,
    notes,
  });
}

function yieldOf({ name, course }: Measured): DocumentYield {
  const { words } = course.source;
  const kinds = [...groupBy(course.items, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name,
    words,
    claims: course.claims.length,
    items: course.items.length,
    perThousandWords: words === 0 ? 0 : (course.items.length * 1000) / words,
    kinds: Object.fromEntries(kinds.map(([kind, list]) => [kind, list.length])),
  };
}
