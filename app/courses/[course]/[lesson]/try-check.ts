import { found } from '#app/_auth/found.ts';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { answerFromForm } from '#app/learn/answer-from-form.ts';
import { type CheckedView, readCheck } from '#db/queries/checks.ts';
import type { LessonView } from '#db/queries/courses.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { answerSchema } from '#lib/grading/answer.ts';
import { type Result, refuse } from '#lib/result.ts';

export type Tried = { number: number; outcome: Result<CheckedView, 'unanswered' | 'asked-now'> };

/** What comes of the answer that the address of the page holds; null where it holds none. */
export async function tryCheck(
  viewer: Viewer | null,
  lesson: LessonView,
  params: Awaited<SearchParams>,
): Promise<Tried | null> {
  const check = lesson.checks.find(({ number }) => String(number) === first(params.check));
  if (check === undefined) return null;
  const { number } = check;
  const form = new FormData();
  for (const [name, value] of Object.entries(params))
    for (const each of [value ?? []].flat()) form.append(name, each);
  const answer = answerSchema.safeParse(answerFromForm(check.item.kind, form));
  if (!answer.success) return { number, outcome: refuse('unanswered') };
  const outcome = await found(
    readCheck(viewer, lesson.course.slug, lesson.slug, { number, answer: answer.data }),
  );
  // An option of another edition's question is no answer to this one.
  if (!outcome.ok && outcome.refusal === 'answer-misfit') return { number, outcome: refuse('unanswered') };
  return { number, outcome: outcome.ok ? outcome : refuse('asked-now') };
}
