import { openPlaces } from '#app/learn/outbox-rules.ts';
import type { QuestionView } from '#db/queries/attempts.ts';

/** The next question without an answer, looking onwards first; null when there is none but this one. */
export function openAfter({
  position,
  total,
  answered,
}: Pick<QuestionView, 'position' | 'total' | 'answered'>): number | null {
  return openPlaces(position, total, answered)[0] ?? null;
}
