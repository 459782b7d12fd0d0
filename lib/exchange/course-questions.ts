import type { Item } from '../course/model.ts';
import { beginningOf } from '../text/beginning-of.ts';
import { type Question, quoted } from './question.ts';

/** A question of a course, as far as it goes out. */
export type CourseQuestion = Pick<Item, 'kind' | 'stem' | 'pairs' | 'order' | 'accept'> & {
  options: Question['options'];
  evidence: readonly { quote: string }[];
};

const longestName = 80;

/**
 * The questions of a course, lesson by lesson. Each is named by its place and its first words: its id would give
 * the key away to whoever may see the name, since it is a fingerprint of both.
 */
export function courseQuestions(
  lessons: readonly { title: string; items: readonly CourseQuestion[] }[],
): Question[] {
  return lessons.flatMap(({ title, items }, lesson) =>
    items.map(({ kind, stem, options, pairs, order, accept, evidence }, at) => ({
      name: beginningOf(`${lesson + 1}.${at + 1} ${stem}`, longestName),
      category: `${lesson + 1}. ${title}`,
      kind,
      stem,
      options: inOrder(kind, options),
      pairs,
      order,
      accept,
      feedback: quoted([...new Set(evidence.map(({ quote }) => quote))]),
    })),
  );
}

/** True, then False. */
function inOrder(kind: Item['kind'], options: Question['options']): Question['options'] {
  const each = options.map(({ text, correct, rationale }) => ({ text, correct, rationale }));
  return kind === 'true-false' ? each.sort((a, b) => (a.text < b.text ? 1 : -1)) : each;
}
