import { expect, test } from 'vitest';
import { holdsUpTheRest, inOrder, openPlaces, sendingOf } from '#app/learn/outbox-rules.ts';

const id = '11111111-1111-4111-8111-111111111111';
const answer = { kind: 'single', option: 'a' };
const quiz = (responseId: string, keptAt?: number) => ({
  attemptId: 'a',
  position: 1,
  responseId,
  answer,
  ...(keptAt === undefined ? {} : { keptAt }),
});
const review = { cardId: 'c', reps: 2, responseId: 'r', answer, certainty: null, keptAt: 5 };

test('an answer is saved only when the server echoes its id', () => {
  expect(sendingOf(200, { responseId: id }, id)).toEqual({ outcome: 'saved' });
  expect(sendingOf(200, { reviewId: id }, id)).toEqual({ outcome: 'saved' });
  for (const body of [null, {}, { responseId: 'another' }, 'saved', [id]])
    expect(sendingOf(200, body, id)).toEqual({ outcome: 'kept', why: 'server' });
});

test('what the server cannot take now is kept, and what it will never take is told', () => {
  expect(sendingOf(401, null, id)).toEqual({ outcome: 'kept', why: 'signed-out' });
  for (const status of [403, 429, 500, 503]) expect(sendingOf(status, null, id).outcome).toBe('kept');
  expect(sendingOf(409, { refusal: 'attempt-finished' }, id)).toEqual({ outcome: 'refused', why: 'closed' });
  expect(sendingOf(409, { refusal: 'different-answer' }, id)).toEqual({
    outcome: 'refused',
    why: 'already-answered',
  });
  for (const status of [404, 413, 422])
    expect(sendingOf(status, null, id)).toEqual({ outcome: 'refused', why: 'unknown' });
});

test('without a connection or a session nothing goes on; one answer that breaks the server holds up no other', () => {
  const holds = (status: number | null) =>
    holdsUpTheRest(
      status === null ? { outcome: 'kept', why: 'offline' } : sendingOf(status, null, id),
      status,
    );
  expect([null, 401, 502, 503, 504].map(holds)).toEqual([true, true, true, true, true]);
  expect([200, 403, 409, 422, 500].map(holds)).toEqual([false, false, false, false, false]);
});

test('what waits is sent in the order of its answering, with what an earlier build kept first', () => {
  const stored = [quiz('late', 9), review, [quiz('old 1'), quiz('old 2')], quiz('early', 1)].map((entry) =>
    JSON.stringify(entry),
  );
  const pending = inOrder(stored);
  expect(pending.map(({ responseId }) => responseId)).toEqual(['old 1', 'old 2', 'early', 'r', 'late']);
  expect(pending.every((entry) => !('keptAt' in entry))).toBe(true);
});

test('what is no answer is left out and hides no other', () => {
  const broken = [
    '',
    'not JSON',
    'null',
    '7',
    '[null]',
    '{}',
    JSON.stringify({ ...quiz('x'), responseId: 3 }),
  ];
  expect(inOrder([...broken, JSON.stringify(quiz('good', 1))])).toHaveLength(1);
});

test('the way goes on to the next question without an answer, round to those before, and to none twice', () => {
  expect(openPlaces(2, 5, [])).toEqual([3, 4, 5, 1]);
  expect(openPlaces(2, 5, [2, 3, 5])).toEqual([4, 1]);
  expect(openPlaces(1, 3, [1, 2, 3])).toEqual([]);
  expect(openPlaces(3, 3, [])).toEqual([1, 2]);
});
