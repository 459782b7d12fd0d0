import type { QuestionView } from '#db/queries/attempts.ts';

/** The next question without an answer, looking onwards first; null when there is none but this one. */
export function openAfter({
  position,
  total,
  answered,
}: Pick<QuestionView, 'position' | 'total' | 'answered'>): number | null {
  const places = Array.from({ length: total - 1 }, (_, index) => ((position + index) % total) + 1);
  return places.find((place) => !answered.includes(place)) ?? null;
}
