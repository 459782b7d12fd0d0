import type { Answer } from '#lib/grading/answer.ts';

/**
 * Answers that this device has taken and the server has not yet confirmed. Kept in local storage under the
 * person's id, so that nobody else who signs in here sends them.
 */
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

/** What became of one attempt to send. `kept` stays in the outbox; the others are settled. */
export type Sending =
  | { outcome: 'saved' }
  | { outcome: 'kept'; why: 'offline' | 'signed-out' | 'server' }
  | { outcome: 'refused'; why: 'already-answered' | 'closed' | 'unknown' };

const deadline = 10_000;

function keyOf(userId: string): string {
  return `lectern.outbox.${userId}`;
}

export function readOutbox(userId: string): PendingAnswer[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(stored) ? (stored as PendingAnswer[]) : [];
  } catch {
    return [];
  }
}

/** False where the browser refuses storage: the caller must then not say that the answer is kept. */
function writeOutbox(userId: string, pending: PendingAnswer[]): boolean {
  try {
    if (pending.length === 0) localStorage.removeItem(keyOf(userId));
    else localStorage.setItem(keyOf(userId), JSON.stringify(pending));
    return true;
  } catch {
    return false;
  }
}

export function putInOutbox(userId: string, answer: PendingAnswer): boolean {
  const others = readOutbox(userId).filter((entry) => entry.responseId !== answer.responseId);
  return writeOutbox(userId, [...others, answer]);
}

function takeFromOutbox(userId: string, responseId: string): void {
  writeOutbox(
    userId,
    readOutbox(userId).filter((entry) => entry.responseId !== responseId),
  );
}

/** Sends one answer. It is "saved" only when the server echoes its id. */
export async function sendAnswer(userId: string, pending: PendingAnswer): Promise<Sending> {
  const sending = await post(pending);
  if (sending.outcome !== 'kept') takeFromOutbox(userId, pending.responseId);
  return sending;
}

async function post(pending: PendingAnswer): Promise<Sending> {
  let response: Response;
  try {
    response = await fetch(`/api/attempts/${encodeURIComponent(pending.attemptId)}/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        position: pending.position,
        responseId: pending.responseId,
        answer: pending.answer,
        certainty: pending.certainty ?? null,
      }),
      signal: AbortSignal.timeout(deadline),
    });
  } catch {
    return { outcome: 'kept', why: navigator.onLine ? 'server' : 'offline' };
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok)
    return has(body, 'responseId', pending.responseId)
      ? { outcome: 'saved' }
      : { outcome: 'kept', why: 'server' };
  if (response.status === 401) return { outcome: 'kept', why: 'signed-out' };
  if (response.status === 409)
    return {
      outcome: 'refused',
      why: has(body, 'refusal', 'attempt-finished') ? 'closed' : 'already-answered',
    };
  if (response.status === 404 || response.status === 422 || response.status === 413)
    return { outcome: 'refused', why: 'unknown' };
  return { outcome: 'kept', why: 'server' };
}

function has(body: unknown, name: string, value: string): boolean {
  return typeof body === 'object' && body !== null && (body as Record<string, unknown>)[name] === value;
}
