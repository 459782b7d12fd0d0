import type { ClassGridView } from '#db/queries/classes.ts';

type Learner = ClassGridView['learners'][number];

export const learnerOrders = ['name', 'seen', 'lowest'] as const;
export type LearnerOrder = (typeof learnerOrders)[number];

export function orderFrom(value: string | undefined): LearnerOrder {
  return learnerOrders.find((order) => order === value) ?? 'name';
}

/** A copy in the asked order; equals stay in the order of their names. */
export function sortLearners(learners: readonly Learner[], order: LearnerOrder, locale: string): Learner[] {
  const names = new Intl.Collator(locale);
  const byName = learners.toSorted((a, b) => names.compare(a.name, b.name));
  if (order === 'seen') return byName.toSorted((a, b) => seen(a) - seen(b));
  if (order === 'lowest') return byName.toSorted((a, b) => standing(a) - standing(b));
  return byName;
}

/** Who was never here comes first, then who was away longest. */
function seen(learner: Learner): number {
  return learner.lastActiveAt?.getTime() ?? 0;
}

/** The sum over the lessons: what was not tried counts as nothing. */
function standing(learner: Learner): number {
  return learner.cells.reduce((sum, cell) => sum + (cell.lastShare ?? 0), 0);
}
