import type { Answer } from '#lib/grading/answer.ts';

/** An answer to a question of a quiz, which this device has taken and the server has not yet confirmed. */
export type PendingAnswer = {
  attemptId: string;
  /** Of the question in its attempt, from 1. */
  position: number;
  /** Made here once for each answer, so that sending it twice stores it once. */
  responseId: string;
  answer: Answer;
  /** How sure of it they said they are; absent in what was kept before this was asked. */
  certainty?: 1 | 2 | 3 | null;
};

/** The same in review; its id is that of the review. */
export type PendingReview = {
  cardId: string;
  reps: number;
  responseId: string;
  answer: Answer;
  certainty: 1 | 2 | 3 | null;
};

export type Pending = PendingAnswer | PendingReview;

/** What became of one attempt to send. `kept` stays in the outbox; the others are settled. */
export type Sending =
  | { outcome: 'saved' }
  | { outcome: 'kept'; why: 'offline' | 'signed-out' | 'server' }
  | { outcome: 'refused'; why: 'already-answered' | 'closed' | 'unknown' };

/** What an answer of the server means for an answer of ours: "saved" only when it echoes the id. */
export function sendingOf(status: number, body: unknown, responseId: string): Sending {
  if (status >= 200 && status < 300)
    return has(body, 'responseId', responseId) || has(body, 'reviewId', responseId)
      ? { outcome: 'saved' }
      : { outcome: 'kept', why: 'server' };
  if (status === 401) return { outcome: 'kept', why: 'signed-out' };
  if (status === 409)
    return {
      outcome: 'refused',
      why: has(body, 'refusal', 'attempt-finished') ? 'closed' : 'already-answered',
    };
  if (status === 404 || status === 422 || status === 413) return { outcome: 'refused', why: 'unknown' };
  return { outcome: 'kept', why: 'server' };
}

function has(body: unknown, name: string, value: string): boolean {
  return typeof body === 'object' && body !== null && (body as Record<string, unknown>)[name] === value;
}

/**
 * Whether what is next in the outbox would have to wait too. One answer that the server itself stumbles over
 * must not hold up the others for ever.
 */
export function holdsUpTheRest(sending: Sending, status: number | null): boolean {
  return sending.outcome === 'kept' && (status === null || status === 401 || status > 500);
}

/** What stands in storage, in the order in which it was answered; what cannot be an answer is left out. */
export function inOrder(stored: readonly string[]): Pending[] {
  const entries = stored.flatMap((text) => {
    try {
      const value: unknown = JSON.parse(text);
      return Array.isArray(value) ? value : [value];
    } catch {
      return [];
    }
  });
  return entries
    .filter(isKept)
    .sort((a, b) => a.keptAt - b.keptAt)
    .map(({ keptAt: _, ...pending }) => pending);
}

type Kept = Pending & { keptAt: number };

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Record<string, unknown>;
  // Of an earlier build, which kept them in one list; they came first.
  entry.keptAt ??= 0;
  const isQuiz = typeof entry.attemptId === 'string' && typeof entry.position === 'number';
  const isReview = typeof entry.cardId === 'string' && typeof entry.reps === 'number';
  return (isQuiz || isReview) && typeof entry.responseId === 'string' && typeof entry.answer === 'object';
}

/** The questions of an attempt that can still be answered, the next one first; `taken` have an answer, saved or kept. */
export function openPlaces(position: number, total: number, taken: readonly number[]): number[] {
  const places = Array.from({ length: total }, (_, index) => ((position + index) % total) + 1);
  return places.filter((place) => place !== position && !taken.includes(place));
}
