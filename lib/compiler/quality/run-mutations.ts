import type { Course, Item } from '#lib/course/model.ts';
import { groupBy } from '#lib/text/group-by.ts';
import { shuffle } from '#lib/text/shuffle.ts';
import { type FaultFinder, faultFinder } from './faults.ts';
import { formMutations } from './form-mutations.ts';
import { keyMutations } from './key-mutations.ts';

const mutations = [...keyMutations, ...formMutations];

/** How often one kind of planted fault was found, and an item with it that was let through. */
export type MutationResult = { name: string; planted: number; caught: number; missed: string | null };

/** So many items of a course are enough: each takes some thirty faults. */
const mostItems = 120;

/** Plants every fault into every good item that has room for it, and lets the screen and the gates look. */
export function runMutations(courses: readonly Course[]): MutationResult[] {
  const results = new Map<string, MutationResult>(
    mutations.map(({ name }) => [name, { name, planted: 0, caught: 0, missed: null }]),
  );
  for (const course of courses) {
    const find = faultFinder(course);
    for (const { name, mutant } of mutantsOf(course, find)) {
      const result = results.get(name);
      if (result === undefined) continue;
      result.planted += 1;
      if (find(mutant).length > 0) result.caught += 1;
      else result.missed ??= `${mutant.stem} ${mutant.options.map((option) => option.text).join(' | ')}`;
    }
  }
  return [...results.values()].filter(({ planted }) => planted > 0);
}

function* mutantsOf(course: Course, find: FaultFinder): Generator<{ name: string; mutant: Item }> {
  const good = shuffle(course.items, 'mutations')
    .slice(0, mostItems)
    .filter((item) => find(item).length === 0);
  for (const [, group] of groupBy(good, (item) => item.kind)) {
    for (const [at, item] of group.entries()) {
      const other = group[(at + 1) % group.length] ?? item;
      for (const mutation of mutations) {
        if (!mutation.kinds.includes(item.kind)) continue;
        const mutant = mutation.apply(item, { text: course.text, other });
        if (mutant !== null) yield { name: mutation.name, mutant };
      }
    }
  }
}
