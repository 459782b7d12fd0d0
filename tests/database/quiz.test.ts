import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { disputeQuestion } from '#db/commands/dispute-question.ts';
import { finishAttempt } from '#db/commands/finish-attempt.ts';
import { markQuestion } from '#db/commands/mark-question.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { recordReview } from '#db/commands/record-review.ts';
import { demoAnswer } from '#db/demo-answer.ts';
import { readQuestion, readResult } from '#db/queries/attempts.ts';
import { readHint } from '#db/queries/hints.ts';
import { readReview, readReviewQueue } from '#db/queries/reviews.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import {
  at,
  expectAbsent,
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

const days = (count: number) => at(count * 24 * 60);

async function answerAt(viewer: Viewer, attemptId: string, position: number, right = false, now = at(2)) {
  const item = (await servedItems(viewer, attemptId))[position - 1];
  if (item === undefined) throw new Error(`nothing is asked at ${position}`);
  return granted(await recordResponse(viewer, inputFor(attemptId, item, right), now));
}

const positionOf = async (viewer: Viewer, attemptId: string, kind: string) =>
  (await servedItems(viewer, attemptId)).find((item) => item.prompt.kind === kind)?.position ?? 0;

describe('how sure somebody is', () => {
  test('is kept with the answer and told with it', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const [item] = await servedItems(learner, attemptId);
    if (item === undefined) throw new Error('nothing was served');
    const input = { ...inputFor(attemptId, item, false), certainty: 3 };
    granted(await recordResponse(learner, input, at(2)));
    granted(await recordResponse(learner, input, at(3)));
    expect((await readQuestion(learner, attemptId, 1)).response?.certainty).toBe(3);
  });
});

describe('a mark for later', () => {
  test('stands until it is taken away, and of an answered question no more is said', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const mark = (position: number, marked: boolean) =>
      markQuestion(learner, { attemptId, position, marked });
    const marked = async () => (await readQuestion(learner, attemptId, 1)).marked;
    for (const position of [5, 2, 2]) granted(await mark(position, true));
    expect(await marked()).toEqual([2, 5]);
    granted(await mark(5, false));
    expect(await marked()).toEqual([2]);
    await answerAt(learner, attemptId, 2);
    expect(await marked()).toEqual([]);
    expect(refusalOf(await mark(99, true))).toBe('not-served');
  });

  test('is no other’s to set, and nobody’s once the quiz is handed in', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    await answerAt(learner, attemptId, 1);
    await expectAbsent(markQuestion(await person('learner'), { attemptId, position: 2, marked: true }));
    granted(await finishAttempt(learner, attemptId, at(3)));
    expect(refusalOf(await markQuestion(learner, { attemptId, position: 2, marked: true }))).toBe(
      'attempt-finished',
    );
  });
});

describe('a hint from the text', () => {
  test('shows a passage that proves the answer among sentences that do not', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    const hint = await readHint(learner, attemptId, await positionOf(learner, attemptId, 'single'));
    const [passage] = hint?.passages ?? [];
    expect(passage?.length).toBeGreaterThanOrEqual(3);
    expect(passage?.map(({ text }) => text)).toContain('Trade grew because costs fell.');
  });

  test('shows no passage where the answer is to be typed', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    for (const kind of ['short', 'cloze'])
      expect(await readHint(learner, attemptId, await positionOf(learner, attemptId, kind))).toEqual({
        passages: [],
      });
  });

  test('is given to the learner alone, and only while the question is open', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    await answerAt(learner, attemptId, 1);
    expect(await readHint(learner, attemptId, 1)).toBeNull();
    expect(await readHint(learner, attemptId, 2)).not.toBeNull();
    await expectAbsent(readHint(await person('learner'), attemptId, 2));
    await expectAbsent(readHint(await person('instructor'), attemptId, 2));
    await expectAbsent(readHint(learner, attemptId, 99));
    granted(await finishAttempt(learner, attemptId, at(3)));
    expect(await readHint(learner, attemptId, 2)).toBeNull();
  });
});

describe('a question that seems wrong', () => {
  const dispute = (attemptId: string, position: number, more: object = {}) => ({
    disputeId: randomUUID(),
    seen: { attemptId, position },
    words: ' It is not so. ',
    quote: '',
    ...more,
  });
  const count = async (viewer: Viewer) =>
    Number((await owner`select count(*) as n from disputes where user_id = ${viewer.userId}`)[0]?.n);

  test('is told once, shown back, and told again as sent when the reply was lost', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    await answerAt(learner, attemptId, 1);
    const input = dispute(attemptId, 1, { quote: 'trade grew  because\ncosts fell' });
    const told = await Promise.all(Array.from({ length: 10 }, () => disputeQuestion(learner, input, at(3))));
    for (const one of told) expect(granted(one)).toEqual({ disputeId: input.disputeId });
    expect((await readQuestion(learner, attemptId, 1)).response?.dispute).toEqual({
      words: 'It is not so.',
      quote: 'trade grew because costs fell',
      sentAt: at(3),
    });
    expect(refusalOf(await disputeQuestion(learner, { ...input, words: 'Other words.' }, at(4)))).toBe(
      'already-sent',
    );
    expect(refusalOf(await disputeQuestion(learner, dispute(attemptId, 1), at(4)))).toBe('already-sent');
    expect(await count(learner)).toBe(1);
  });

  test('is no matter before its answer, nor to another', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    await answerAt(learner, attemptId, 1);
    await expectAbsent(disputeQuestion(learner, dispute(attemptId, 2), at(3)));
    await expectAbsent(disputeQuestion(await person('learner'), dispute(attemptId, 1), at(3)));
    await expectAbsent(disputeQuestion(await person('admin'), dispute(attemptId, 1), at(3)));
  });

  test('must quote what stands in the edition, and be fit to keep', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    await answerAt(learner, attemptId, 1);
    const refused = async (more: object) =>
      refusalOf(await disputeQuestion(learner, dispute(attemptId, 1, more), at(3)));
    expect(await refused({ quote: 'Trade fell because costs grew.' })).toBe('quote-not-found');
    expect(await refused({ words: '  ' })).toBe('unfit');
    expect(await refused({ words: 'x'.repeat(2001) })).toBe('unfit');
    expect(await refused({ words: 'a\0b' })).toBe('unfit');
    expect(await count(learner)).toBe(0);
  });

  test('may be one that was answered in review', async () => {
    const learner = await person('learner');
    await sit(learner, await start(learner), 0);
    const { next } = await readReviewQueue(learner, days(3));
    if (next === null) throw new Error('nothing is due');
    const [row] = await owner`
      select i.prompt, i.key from cards c join items i on i.id = c.item_id and i.school_id = c.school_id
      where c.id = ${next.cardId}`;
    const reviewId = randomUUID();
    const answer = demoAnswer(row?.prompt, row?.key, true);
    const review = { cardId: next.cardId, reps: next.reps, reviewId, answer, certainty: null };
    granted(await recordReview(learner, review, days(3)));
    const input = { disputeId: randomUUID(), seen: { reviewId }, words: 'No.', quote: '' };
    granted(await disputeQuestion(learner, input, days(3)));
    expect((await readReview(learner, reviewId, days(3))).response.dispute?.words).toBe('No.');
    await expectAbsent(disputeQuestion(await person('learner'), input, days(3)));
  });
});

describe('why a question is asked', () => {
  const drawn = async (viewer: Viewer, attemptId: string) =>
    Promise.all(
      (await servedItems(viewer, attemptId)).map(async ({ itemId, position }) => ({
        itemId,
        draw: (await readQuestion(viewer, attemptId, position)).draw,
      })),
    );

  test('nothing is said in a first quiz', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    expect((await drawn(learner, attemptId)).map(({ draw }) => draw)).toEqual(Array(7).fill(null));
  });

  test('a retake asks about what was missed with another question, and says when it was missed', async () => {
    const learner = await person('learner');
    await sit(learner, await start(learner), 0);
    const again = await drawn(learner, await start(learner, lessonSlug, 'two', at(20)));
    // On the claims of the first quiz's "single", "multiple", "cloze" and "short".
    for (const itemId of ['other-5', 'other-6', 'other-7', 'other-8'])
      expect(again.find((one) => one.itemId.startsWith(itemId))?.draw, itemId).toEqual({
        why: 'missed',
        missedAt: at(2),
      });
    expect(again.map(({ itemId }) => itemId).filter((id) => !id.startsWith('other-'))).toEqual([]);
    const why = again.map(({ draw }) => draw?.why);
    expect(new Set(why)).toEqual(new Set(['missed', 'covers']));
  });

  test('what was missed comes back itself once it is due', async () => {
    const learner = await person('learner');
    await sit(learner, await start(learner), 0);
    const first = (await drawn(learner, await start(learner, lessonSlug, 'two', days(3)))).map(
      ({ itemId, draw }) => [itemId.startsWith('other-'), draw?.why],
    );
    expect(first).toContainEqual([false, 'missed']);
  });

  test('of an answered question nothing is said any more, and the result says when it comes back', async () => {
    const learner = await person('learner');
    await sit(learner, await start(learner), 0);
    const attemptId = await start(learner, lessonSlug, 'two', at(20));
    await sit(learner, attemptId, 7, at(30));
    expect((await readQuestion(learner, attemptId, 1)).draw).toBeNull();
    const { comesBackAt } = await readResult(learner, attemptId);
    expect(comesBackAt?.getTime()).toBeGreaterThan(at(30).getTime());
  });
});
