import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { finishAttempt } from '#db/commands/finish-attempt.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';
import { findOpenAttempt, readQuestion, readResult } from '#db/queries/attempts.ts';
import type { Answer } from '#lib/grading/answer.ts';
import {
  at,
  courseSlug,
  granted,
  inputFor,
  lessonSlug,
  ownDatabase,
  person,
  publishFixture,
  refusalOf,
  servedItems,
  sit,
  start,
} from './harness.ts';

const { owner } = ownDatabase();
beforeAll(async () => {
  await publishFixture();
});

const count = async (table: string, attemptId: string) =>
  Number((await owner`select count(*) as n from ${owner(table)} where attempt_id = ${attemptId}`)[0]?.n);

describe('starting', () => {
  test('twenty starts at once begin one attempt', async () => {
    const learner = await person('learner');
    const input = { course: courseSlug, lesson: lessonSlug, seed: 'seed' };
    const started = await Promise.all(Array.from({ length: 20 }, () => startAttempt(learner, input, at(1))));
    const ids = new Set(started.map((result) => granted(result).attemptId));
    expect(ids.size).toBe(1);
    const [row] = await owner`select count(*)::int as n from attempts where user_id = ${learner.userId}`;
    expect(row?.n).toBe(1);
    expect(await count('attempt_items', [...ids][0] ?? '')).toBe(7);
  });

  test('a lesson without questions says so', async () => {
    const learner = await person('learner');
    const input = { course: courseSlug, lesson: 'afterword', seed: 's' };
    expect(refusalOf(await startAttempt(learner, input, at(1)))).toBe('no-items');
  });

  test('an interrupted quiz goes on at its first open question, in the same order', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const before = await readQuestion(learner, attemptId, 3);
    for (const item of (await servedItems(learner, attemptId)).slice(0, 2))
      granted(await recordResponse(learner, inputFor(attemptId, item, true), at(2)));
    const again = granted(
      await startAttempt(learner, { course: courseSlug, lesson: lessonSlug, seed: 'other seed' }, at(60)),
    );
    expect(again).toEqual({ attemptId, position: 3 });
    expect(await findOpenAttempt(learner, courseSlug, lessonSlug)).toEqual({
      id: attemptId,
      position: 3,
      answered: 2,
      total: 7,
    });
    expect((await readQuestion(learner, attemptId, 3)).item).toEqual(before.item);
  });

  test('a retake asks other questions, as many, and only then old ones', async () => {
    const learner = await person('learner');
    const first = await start(learner);
    await sit(learner, first, 7);
    const second = await start(learner, lessonSlug, 'two', at(10));
    const ids = async (attempt: string) => (await servedItems(learner, attempt)).map((item) => item.itemId);
    const [one, two] = [await ids(first), await ids(second)];
    expect(two).toHaveLength(7);
    expect(two.filter((id) => one.includes(id))).toEqual([]);
    await sit(learner, second, 0, at(11));
    const third = await ids(await start(learner, lessonSlug, 'three', at(20)));
    // One has never been asked; the others were asked longest ago.
    expect(third.filter((id) => two.includes(id))).toEqual([]);
    expect(third).toHaveLength(7);
  });
});

describe('answering', () => {
  test('twenty posts of one answer save it once, and all are told the same', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const [item] = await servedItems(learner, attemptId);
    if (item === undefined) throw new Error('nothing was served');
    const input = inputFor(attemptId, item, true);
    const told = await Promise.all(Array.from({ length: 20 }, () => recordResponse(learner, input, at(2))));
    expect(new Set(told.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(granted(told[0] ?? { ok: false, refusal: 'none' })).toEqual({
      responseId: input.responseId,
      position: 1,
      next: 2,
      finished: false,
      exam: false,
    });
    expect(await count('responses', attemptId)).toBe(1);
  });

  test('twenty tabs with twenty answers save one; the others hear that it was answered', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const [item] = await servedItems(learner, attemptId);
    if (item === undefined) throw new Error('nothing was served');
    const told = await Promise.all(
      Array.from({ length: 20 }, (_, at20) =>
        recordResponse(learner, inputFor(attemptId, item, at20 % 2 === 0), at(2)),
      ),
    );
    expect(told.filter((result) => result.ok)).toHaveLength(1);
    expect(new Set(told.filter((result) => !result.ok).map(refusalOf))).toEqual(
      new Set(['already-answered']),
    );
    expect(await count('responses', attemptId)).toBe(1);
  });

  test('a retry with another answer, or another certainty, is a conflict', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const [item, other] = await servedItems(learner, attemptId);
    if (item === undefined || other === undefined) throw new Error('nothing was served');
    const input = inputFor(attemptId, item, true);
    granted(await recordResponse(learner, input, at(2)));
    const changed = { ...input, answer: inputFor(attemptId, item, false).answer };
    expect(refusalOf(await recordResponse(learner, changed, at(2)))).toBe('different-answer');
    expect(refusalOf(await recordResponse(learner, { ...input, certainty: 3 }, at(2)))).toBe(
      'different-answer',
    );
    const elsewhere = inputFor(attemptId, other, true, input.responseId);
    expect(refusalOf(await recordResponse(learner, elsewhere, at(2)))).toBe('different-answer');
    expect(await count('responses', attemptId)).toBe(1);
  });

  test('an option of another question, a question not asked and an answer of another kind are refused', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const served = await servedItems(learner, attemptId);
    const single = served.find((item) => item.prompt.kind === 'single');
    const multiple = served.find((item) => item.prompt.kind === 'multiple');
    if (single === undefined || multiple === undefined) throw new Error('not served');
    const input = inputFor(attemptId, single, true);
    const foreign: Answer = { kind: 'single', option: multiple.prompt.options[0]?.id ?? '' };
    expect(refusalOf(await recordResponse(learner, { ...input, answer: foreign }, at(2)))).toBe(
      'answer-misfit',
    );
    const text: Answer = { kind: 'short', text: 'bloc' };
    expect(refusalOf(await recordResponse(learner, { ...input, answer: text }, at(2)))).toBe('answer-misfit');
    const unasked = { ...input, position: 99 };
    expect(refusalOf(await recordResponse(learner, unasked, at(2)))).toBe('not-served');
    const short = served.find((item) => item.prompt.kind === 'short');
    if (short === undefined) throw new Error('not served');
    for (const bad of ['bl\0oc', 'bl\ud800oc']) {
      const answer: Answer = { kind: 'short', text: bad };
      expect(
        refusalOf(await recordResponse(learner, { ...inputFor(attemptId, short, true), answer }, at(2))),
      ).toBe('answer-misfit');
    }
    expect(await count('responses', attemptId)).toBe(0);
  });

  test('every kind of question is marked right and wrong, and the last answer finishes the quiz', async () => {
    for (const right of [7, 0]) {
      const learner = await person('learner');
      const attemptId = await start(learner);
      await sit(learner, attemptId, right);
      const kinds = new Set((await servedItems(learner, attemptId)).map((item) => item.prompt.kind));
      expect(kinds.size).toBe(7);
      const result = await readResult(learner, attemptId);
      expect([result.score, result.maxScore]).toEqual([right, 7]);
      expect(result.missed).toHaveLength(7 - right);
    }
  });

  test('part of a question earns part of its mark', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const served = await servedItems(learner, attemptId);
    const answer = async (kind: string, given: Answer) => {
      const item = served.find((candidate) => candidate.prompt.kind === kind);
      if (item === undefined) throw new Error('not served');
      granted(await recordResponse(learner, { ...inputFor(attemptId, item, true), answer: given }, at(2)));
      return (await readQuestion(learner, attemptId, item.position)).response?.mark;
    };
    expect(await answer('multiple', { kind: 'multiple', options: ['multiple-o1'] })).toBe(0.5);
    const rights = ['treaty', 'limits dropped', 'gas contract'];
    expect(await answer('matching', { kind: 'matching', rights })).toBeCloseTo(1 / 3);
    const order = ['spring', 'treaty', 'gas contract', 'limits dropped'];
    expect(await answer('ordering', { kind: 'ordering', order })).toBeCloseTo(2 / 3);
    expect(await answer('short', { kind: 'short', text: ' A No limits  BLOC! ' })).toBe(1);
  });

  test('after the quiz nothing more is taken, and a late retry is still told the same', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const served = await servedItems(learner, attemptId);
    const [first, second] = served;
    if (first === undefined || second === undefined) throw new Error('nothing was served');
    const input = inputFor(attemptId, first, true);
    granted(await recordResponse(learner, input, at(2)));
    granted(await finishAttempt(learner, attemptId, at(3)));
    granted(await finishAttempt(learner, attemptId, at(4)));
    expect(refusalOf(await recordResponse(learner, inputFor(attemptId, second, true), at(5)))).toBe(
      'attempt-finished',
    );
    expect(granted(await recordResponse(learner, input, at(6)))).toEqual({
      responseId: input.responseId,
      position: 1,
      next: null,
      finished: true,
      exam: false,
    });
    const result = await readResult(learner, attemptId);
    expect([result.score, result.maxScore, result.finishedAt]).toEqual([1, 7, at(3)]);
    expect(result.missed.every((missed) => missed.correctText === null && missed.quote === null)).toBe(true);
  });

  test('a quiz in which nothing was answered is not finished', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    expect(refusalOf(await finishAttempt(learner, attemptId, at(2)))).toBe('unanswered');
  });

  test('answers to all questions at once finish the quiz once', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const served = await servedItems(learner, attemptId);
    const told = await Promise.all(
      served.map((item) => recordResponse(learner, inputFor(attemptId, item, true, randomUUID()), at(2))),
    );
    expect(told.filter((result) => granted(result).finished)).toHaveLength(1);
    expect((await readResult(learner, attemptId)).score).toBe(7);
  });
});
