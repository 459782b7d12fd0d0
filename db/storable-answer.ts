import type { Answer } from '#lib/grading/answer.ts';

/** Postgres stores neither the character NUL nor half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

export function isStorableAnswer(answer: Answer, certainty: number | null): boolean {
  const texts = Object.values(answer).flat();
  if (certainty !== null && ![1, 2, 3].includes(certainty)) return false;
  return texts.every((text) => isStorableText(text) && text.length <= 1000);
}
