import { tellWorker } from '#app/_offline/kept-pages.ts';
import {
  holdsUpTheRest,
  inOrder,
  type Pending,
  type PendingAnswer,
  type PendingReview,
  type Sending,
  sendingOf,
} from './outbox-rules.ts';

const deadline = 10_000;

/**
 * Answers are kept in local storage under the person's id, so that nobody else who signs in here sends them;
 * each under a key of its own, so that two windows never write over each other's.
 */
function keyOf(userId: string, responseId = ''): string {
  return `lectern.outbox.${userId}${responseId === '' ? '' : `.${responseId}`}`;
}

export function readOutbox(userId: string): Pending[] {
  return readWhere((key) => key === keyOf(userId) || key.startsWith(`${keyOf(userId)}.`));
}

function readWhere(isWanted: (key: string) => boolean): Pending[] {
  try {
    const keys = Object.keys(localStorage).filter(isWanted);
    return inOrder(keys.map((key) => localStorage.getItem(key) ?? ''));
  } catch {
    return [];
  }
}

/** For a page that does not know who is here: an attempt is one person's, and so is an answer to it. */
export function isKeptHere(attemptId: string, position: number): boolean {
  return readWhere((key) => key.startsWith(keyOf(''))).some(
    (entry) => 'attemptId' in entry && entry.attemptId === attemptId && entry.position === position,
  );
}

export function findAnswer(userId: string, attemptId: string, position: number): PendingAnswer | undefined {
  return answersOf(userId, attemptId).find((entry) => entry.position === position);
}

export function answersOf(userId: string, attemptId: string): PendingAnswer[] {
  return readOutbox(userId).filter(
    (entry): entry is PendingAnswer => 'attemptId' in entry && entry.attemptId === attemptId,
  );
}

export function findReview(userId: string, cardId: string, reps: number): PendingReview | undefined {
  return readOutbox(userId).find(
    (entry): entry is PendingReview => 'cardId' in entry && entry.cardId === cardId && entry.reps === reps,
  );
}

/** False where the browser refuses storage: the caller must then not say that the answer is kept. */
export function putInOutbox(userId: string, pending: Pending): boolean {
  try {
    localStorage.setItem(
      keyOf(userId, pending.responseId),
      JSON.stringify({ ...pending, keptAt: Date.now() }),
    );
    return true;
  } catch {
    return false;
  }
}

function takeFromOutbox(userId: string, responseId: string): void {
  try {
    localStorage.removeItem(keyOf(userId, responseId));
    // Of an earlier build, in one list.
    const before: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    if (!Array.isArray(before) || before.length === 0) return;
    const others = before.filter((entry) => entry?.responseId !== responseId);
    if (others.length === 0) localStorage.removeItem(keyOf(userId));
    else localStorage.setItem(keyOf(userId), JSON.stringify(others));
  } catch {
    // It is sent once more, and stored once all the same.
  }
}

/** What was settled while this page was open, by the id of the answer. */
const settled = new Map<string, Sending>();
/** Answers whose own form says what becomes of them. */
const spokenFor = new Set<string>();
const listeners = new Set<() => void>();
let line: Promise<unknown> = Promise.resolve();

/** Calls back for each answer that was saved and whose form is not on the page. */
export function onSaved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sends all that waits, in its order, after whatever is being sent already; what became of each that waited. */
export function sendAll(userId: string): Promise<Map<string, Sending>> {
  const turn = line.then(() => sendInOrder(userId));
  line = turn.catch(() => {});
  return turn;
}

async function sendInOrder(userId: string): Promise<Map<string, Sending>> {
  const became = new Map<string, Sending>();
  let stuck: Sending | null = null;
  for (const pending of readOutbox(userId)) {
    if (stuck !== null) {
      became.set(pending.responseId, stuck);
      continue;
    }
    const { sending, status } = await post(pending);
    became.set(pending.responseId, sending);
    if (holdsUpTheRest(sending, status)) stuck = sending;
    if (sending.outcome === 'kept') continue;
    settled.set(pending.responseId, sending);
    takeFromOutbox(userId, pending.responseId);
    // The copy asks what has been answered.
    if ('attemptId' in pending)
      tellWorker({ forget: [`/learn/quiz/${pending.attemptId}/${pending.position}`] });
    if (sending.outcome === 'saved' && !spokenFor.has(pending.responseId))
      for (const listener of listeners) listener();
  }
  return became;
}

/** Sends one answer, after those that were given before it. It is "saved" only when the server echoes its id. */
export async function sendAnswer(userId: string, pending: Pending): Promise<Sending> {
  spokenFor.add(pending.responseId);
  const became = await sendAll(userId);
  const known = became.get(pending.responseId) ?? settled.get(pending.responseId);
  // Not in the outbox: storage refused it, or another window has sent it. The server knows.
  return known ?? (await post(pending)).sending;
}

async function post(pending: Pending): Promise<{ sending: Sending; status: number | null }> {
  let response: Response;
  try {
    response = await fetch(addressOf(pending), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(bodyOf(pending)),
      signal: AbortSignal.timeout(deadline),
    });
  } catch {
    return { sending: { outcome: 'kept', why: navigator.onLine ? 'server' : 'offline' }, status: null };
  }
  // Whoever is here now has no right to what was kept; the answers stay, under the name of their person.
  if (response.status === 401) tellWorker({ wipe: true });
  const body: unknown = await response.json().catch(() => null);
  return { sending: sendingOf(response.status, body, pending.responseId), status: response.status };
}

function addressOf(pending: Pending): string {
  return 'cardId' in pending
    ? '/api/reviews'
    : `/api/attempts/${encodeURIComponent(pending.attemptId)}/responses`;
}

function bodyOf(pending: Pending): object {
  if ('cardId' in pending) {
    const { responseId: reviewId, cardId, reps, answer, certainty } = pending;
    return { reviewId, cardId, reps, answer, certainty };
  }
  return {
    position: pending.position,
    responseId: pending.responseId,
    answer: pending.answer,
    certainty: pending.certainty ?? null,
  };
}
