import { type ItemStatistics, itemStatistics } from './item-statistics.ts';
import { type ItemWeight, itemWeights } from './item-weights.ts';
import { type QuizStatistics, quizStatistics } from './quiz-statistics.ts';
import { columnsOf, type MeasuredItem, type Sitting, totalOf } from './sitting.ts';
import type { Third } from './thirds.ts';

export type LessonAnalysis = {
  /** In the order of the items given. */
  items: (ItemStatistics & {
    /** Null of what the quiz below does not ask. */
    weight: ItemWeight | null;
    /** Where each attempt that served it stands by its rest score, by its place among the sittings. */
    standing: { sitting: number; rest: number; third: Third }[];
  })[];
  quiz: QuizStatistics;
  /** The places of the sittings that the figures of the quiz count: those that asked the same questions. */
  comparable: number[];
};

/**
 * Item by item over every attempt that served it; the quiz over the largest group of attempts that asked the
 * same items, since totals of different questions say nothing about one test.
 */
export function analyseLesson(items: readonly MeasuredItem[], sittings: readonly Sitting[]): LessonAnalysis {
  const comparable = largestGroup(sittings);
  const group = comparable.flatMap((at) => sittings[at] ?? []);
  const asked = items.filter((item) => group[0]?.marks.has(item.id) === true);
  const marks = asked.map((item) => group.map((sitting) => sitting.marks.get(item.id) ?? 0));
  const most = asked.map((item) => item.maxMark);
  const totals = group.map(totalOf);
  const weights = itemWeights(marks, most, totals);
  const weightOf = new Map(asked.map((item, at) => [item.id, weights[at] ?? null]));
  const columns = columnsOf(items, sittings);
  return {
    items: items.flatMap((item, at) => {
      const column = columns[at];
      if (column === undefined) return [];
      return {
        ...itemStatistics(item, column),
        weight: weightOf.get(item.id) ?? null,
        standing: column.places.map((sitting, row) => ({
          sitting,
          rest: column.rest[row] ?? 0,
          third: column.thirds[row] ?? 'middle',
        })),
      };
    }),
    quiz: quizStatistics(marks, most, totals),
    comparable,
  };
}

/** Of equally large groups the one that came first. */
function largestGroup(sittings: readonly Sitting[]): number[] {
  const groups = new Map<string, number[]>();
  for (const [at, sitting] of sittings.entries()) {
    const name = JSON.stringify([...sitting.marks.keys()].sort());
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [at]);
    else group.push(at);
  }
  return [...groups.values()].reduce<number[]>(
    (largest, group) => (group.length > largest.length ? group : largest),
    [],
  );
}
