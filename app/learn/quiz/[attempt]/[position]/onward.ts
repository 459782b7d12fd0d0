import type { QuestionView } from '#db/queries/attempts.ts';

/** Where an answered question leads: to the next one without an answer, looking onwards first; to the result when there is none. */
export function onwardFrom({
  attemptId,
  position,
  total,
  answered,
}: Pick<QuestionView, 'attemptId' | 'position' | 'total' | 'answered'>): { href: string; isLast: boolean } {
  const saved = new Set([...answered, position]);
  const places = Array.from({ length: total }, (_, index) => ((position + index) % total) + 1);
  const open = places.find((place) => !saved.has(place));
  return open === undefined
    ? { href: `/learn/quiz/${attemptId}/result`, isLast: true }
    : { href: `/learn/quiz/${attemptId}/${open}`, isLast: false };
}
