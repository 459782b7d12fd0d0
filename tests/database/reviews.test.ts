import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { rebuildCards } from '#db/commands/rebuild-cards.ts';
import { recordReview } from '#db/commands/record-review.ts';
import { demoAnswer } from '#db/demo-answer.ts';
import { type ReviewQuestionView, readReview, readReviewQueue } from '#db/queries/reviews.ts';
import { readToday } from '#db/queries/today.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { defaultSettings } from '#lib/mastery/learner-settings.ts';
import { NotFound } from '#lib/result.ts';
import {
  at,
  courseSlug,
  granted,
  lessonSlug,
  ownDatabase,
  person,
  publishFixture,
  refusalOf,
  sit,
  start,
} from './harness.ts';

const { owner } = ownDatabase();
beforeAll(async () => {
  await publishFixture();
});

const days = (count: number) => at(count * 24 * 60);

/** The answer to what the queue asks, by the key as the owner's connection reads it. */
async function answerTo(question: ReviewQuestionView, isRight: boolean) {
  const [row] = await owner`
    select i.prompt, i.key from cards c join items i on i.id = c.item_id and i.school_id = c.school_id
    where c.id = ${question.cardId}`;
  return {
    cardId: question.cardId,
    reps: question.reps,
    reviewId: randomUUID(),
    answer: demoAnswer(row?.prompt, row?.key, isRight),
    certainty: null,
  };
}

async function next(viewer: Viewer, now: Date): Promise<ReviewQuestionView> {
  const { next: question } = await readReviewQueue(viewer, now);
  if (question === null) throw new Error('nothing is due');
  return question;
}

const cardsOf = async (viewer: Viewer) =>
  (await owner`select * from cards where user_id = ${viewer.userId} order by item_id`).map((row) => ({
    ...row,
  }));

async function learnerWhoSat(right: number): Promise<Viewer> {
  const learner = await person('learner');
  await sit(learner, await start(learner), right);
  return learner;
}

describe('what a quiz leaves to be remembered', () => {
  test('each answer makes a card, due the sooner the worse it was', async () => {
    const learner = await learnerWhoSat(4);
    const made = await cardsOf(learner);
    expect(made).toHaveLength(7);
    const [right, wrong] = [0, 1].map((lapsed) =>
      made.filter((card) => (card.scheduled_days < 2 ? 1 : 0) === lapsed),
    );
    expect([right?.length, wrong?.length]).toEqual([4, 3]);
    expect((await readReviewQueue(learner, at(3))).next).toBeNull();
    expect((await readReviewQueue(learner, days(2))).day.now).toBe(3);
    expect((await readReviewQueue(learner, days(40))).day.now).toBe(7);
    expect((await readToday(learner, days(2))).review).toMatchObject({ now: 3, later: 0 });
  });

  test('is nothing to another, nor to whoever may not read the course any more', async () => {
    const learner = await learnerWhoSat(0);
    const other = await person('learner');
    expect((await readReviewQueue(other, days(9))).next).toBeNull();
    await owner`update courses set visibility = 'class' where slug = ${courseSlug}`;
    expect(await readReviewQueue(learner, days(9))).toMatchObject({ next: null, day: { now: 0 } });
    await owner`update courses set visibility = 'public' where slug = ${courseSlug}`;
  });

  test('is not asked while an open quiz asks it', async () => {
    const learner = await learnerWhoSat(0);
    await sit(learner, await start(learner, lessonSlug, 'two', at(10)), 7, at(11));
    const before = (await readReviewQueue(learner, days(1.5))).day.now;
    await start(learner, lessonSlug, 'three', days(1.4));
    expect((await readReviewQueue(learner, days(1.5))).day.now).toBeLessThan(before);
  });
});

describe('an answer in review', () => {
  test('is graded, told with its evidence, and put off; it changes no score', async () => {
    const learner = await learnerWhoSat(0);
    const question = await next(learner, days(2));
    expect(JSON.stringify(question)).not.toContain('rationale');
    const input = await answerTo(question, true);
    const scores = await owner`select score from attempts where user_id = ${learner.userId}`;
    granted(await recordReview(learner, input, days(2)));
    const told = await readReview(learner, input.reviewId, days(2));
    expect(told.response.mark).toBe(1);
    expect(told.response.evidence.length).toBeGreaterThan(0);
    expect(told.dueAt > days(3)).toBe(true);
    expect(told.item).toEqual(question.item);
    expect((await readReviewQueue(learner, days(2))).day.now).toBe(6);
    expect(await owner`select score from attempts where user_id = ${learner.userId}`).toEqual(scores);
  });

  test('sent twice is stored once; another answer to the same showing is refused', async () => {
    const learner = await learnerWhoSat(0);
    const question = await next(learner, days(2));
    const input = await answerTo(question, true);
    const sent = await Promise.all(Array.from({ length: 6 }, () => recordReview(learner, input, days(2))));
    for (const result of sent) expect(granted(result).reviewId).toBe(input.reviewId);
    const again = { ...(await answerTo(question, false)), reps: question.reps };
    expect(refusalOf(await recordReview(learner, again, days(2)))).toBe('already-answered');
    expect(refusalOf(await recordReview(learner, { ...input, answer: again.answer }, days(2)))).toBe(
      'different-answer',
    );
    const [row] = await owner`select count(*)::int as n from reviews where user_id = ${learner.userId}`;
    expect(row?.n).toBe(1);
  });

  test('is refused before it is due, and absent for everybody else', async () => {
    const learner = await learnerWhoSat(0);
    const input = await answerTo(await next(learner, days(2)), true);
    expect(refusalOf(await recordReview(learner, input, at(5)))).toBe('not-due');
    await expect(recordReview(await person('learner'), input, days(2))).rejects.toBeInstanceOf(NotFound);
    granted(await recordReview(learner, input, days(2)));
    await expect(readReview(await person('admin'), input.reviewId, days(2))).rejects.toBeInstanceOf(NotFound);
  });
});

test('a day asks no more than its cap, whatever has gathered; more is given to whoever asks', async () => {
  const learner = await learnerWhoSat(0);
  const [card] = await cardsOf(learner);
  for (let at = 0; at < defaultSettings.dailyCap; at += 1)
    await owner`insert into reviews (school_id, id, card_id, user_id, reps, edition_id, item_id, answer, mark, answered_at)
      select c.school_id, ${randomUUID()}, c.id, c.user_id, ${1000 + at}, l.edition_id, c.item_id, '{}'::jsonb, 1, ${days(2)}
      from cards c join lesson_items l on l.item_id = c.item_id where c.id = ${String(card?.id)} limit 1`;
  expect((await readReviewQueue(learner, days(2))).day).toEqual({ now: 0, later: 7, minutes: 0 });
  expect((await readReviewQueue(learner, days(2), true)).day.now).toBe(7);
  expect((await readReviewQueue(learner, days(3))).day.now).toBe(7);
});

test('what was forgotten eight times is offered to be read, and asked no more', async () => {
  const learner = await learnerWhoSat(0);
  await owner`update cards set lapses = 8 where user_id = ${learner.userId}`;
  const queue = await readReviewQueue(learner, days(9));
  expect(queue.next).toBeNull();
  expect(queue.leeches).toHaveLength(7);
  for (const leech of queue.leeches) expect(leech.quote).not.toBeNull();
});

test('all cards can be made anew from the answers, and are the same', async () => {
  const learner = await learnerWhoSat(3);
  for (const [at, isRight] of [true, false, true].entries())
    granted(
      await recordReview(learner, await answerTo(await next(learner, days(2 + at)), isRight), days(2 + at)),
    );
  const before = await cardsOf(learner);
  await owner`update cards set stability = 1, difficulty = 1, reps = 1, due_at = now() where user_id = ${learner.userId}`;
  expect(await rebuildCards('system', { onlyMissing: true })).toEqual({ cards: 0 });
  await rebuildCards('system');
  expect(await cardsOf(learner)).toEqual(before);
});

test('the application may not change or remove an answer in review', async () => {
  for (const deed of ['update reviews set mark = 1', 'delete from reviews', 'delete from cards'])
    await expect(
      owner.begin(async (tx) => {
        await tx`set local role lectern_app`;
        await tx.unsafe(deed);
      }),
    ).rejects.toThrow(/permission denied/);
});
