import { covariance } from './moments.ts';

/** How much of a quiz an item decides: by its mark, and by how far it moved the totals. In percent. */
export type ItemWeight = {
  intended: number;
  /** Null where the item worked against the totals, or where all totals are the same. */
  effective: number | null;
};

/** Of one quiz: `columns` are the marks on each of its items, in the same order of attempts. */
export function itemWeights(
  columns: readonly (readonly number[])[],
  maxMarks: readonly number[],
  totals: readonly number[],
): ItemWeight[] {
  const most = maxMarks.reduce((sum, mark) => sum + mark, 0);
  const roots = columns.map((marks) => {
    const both = covariance(marks, totals);
    return both === null || both < 0 ? null : Math.sqrt(both);
  });
  const sum = roots.reduce<number>((total, root) => total + (root ?? 0), 0);
  return roots.map((root, at) => ({
    intended: most === 0 ? 0 : (100 * (maxMarks[at] ?? 0)) / most,
    effective: root === null || sum === 0 ? null : (100 * root) / sum,
  }));
}
