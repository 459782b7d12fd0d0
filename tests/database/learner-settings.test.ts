import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { recordReview } from '#db/commands/record-review.ts';
import { saveLearnerSettings } from '#db/commands/save-learner-settings.ts';
import { demoAnswer } from '#db/demo-answer.ts';
import { readLearnerSettings } from '#db/queries/learner-settings.ts';
import { readReviewQueue } from '#db/queries/reviews.ts';
import { readToday } from '#db/queries/today.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { defaultSettings } from '#lib/mastery/learner-settings.ts';
import { at, granted, ownDatabase, person, publishFixture, refusalOf, sit, start } from './harness.ts';

const { owner } = ownDatabase();
beforeAll(async () => {
  await publishFixture();
});

/** The fifth of January 2026, when these tests begin, is a Monday. */
const days = (count: number, minutes = 0) => at(count * 24 * 60 + minutes);

async function learnerWhoSat(right: number): Promise<Viewer> {
  const learner = await person('learner');
  await sit(learner, await start(learner), right);
  return learner;
}

/** Answers the question that is due first. */
async function reviewOne(viewer: Viewer, now: Date): Promise<void> {
  const { next } = await readReviewQueue(viewer, now);
  if (next === null) throw new Error('nothing is due');
  const [row] = await owner`
    select i.prompt, i.key from cards c join items i on i.id = c.item_id and i.school_id = c.school_id
    where c.id = ${next.cardId}`;
  const answer = demoAnswer(row?.prompt, row?.key, true);
  const { cardId, reps } = next;
  granted(await recordReview(viewer, { cardId, reps, reviewId: randomUUID(), answer, certainty: null }, now));
}

test('without a choice the defaults hold; the last choice stands, and is nobody else’s', async () => {
  const [learner, other] = [await person('learner'), await person('learner')];
  expect(await readLearnerSettings(learner)).toEqual(defaultSettings);
  const chosen = { dailyCap: 35, weeklyGoal: 4 };
  granted(await saveLearnerSettings(learner, { dailyCap: 5, weeklyGoal: null }, at(1)));
  await Promise.all(Array.from({ length: 5 }, () => saveLearnerSettings(learner, chosen, at(2))));
  expect(await readLearnerSettings(learner)).toEqual(chosen);
  expect(await readLearnerSettings(other)).toEqual(defaultSettings);
  const rows = await owner`select 1 from learner_settings where user_id = ${learner.userId}`;
  expect(rows).toHaveLength(1);
});

test('what is out of range is refused and changes nothing', async () => {
  const learner = await person('learner');
  const save = (dailyCap: number, weeklyGoal: number | null) =>
    saveLearnerSettings(learner, { dailyCap, weeklyGoal }, at(1));
  expect(refusalOf(await save(4, null))).toBe('cap-out-of-range');
  expect(refusalOf(await save(201, null))).toBe('cap-out-of-range');
  expect(refusalOf(await save(20, 8))).toBe('goal-out-of-range');
  expect(await readLearnerSettings(learner)).toEqual(defaultSettings);
});

test('the queue of a day keeps to the learner’s own cap', async () => {
  const learner = await learnerWhoSat(0);
  granted(await saveLearnerSettings(learner, { dailyCap: 5, weeklyGoal: null }, at(3)));
  const queue = async () => (await readReviewQueue(learner, days(2))).day;
  expect(await queue()).toMatchObject({ now: 5, later: 2 });
  expect((await readToday(learner, days(2))).review).toMatchObject({ now: 5, later: 2 });
  for (let asked = 0; asked < 5; asked += 1) await reviewOne(learner, days(2, asked));
  expect(await queue()).toMatchObject({ now: 0, later: 2 });
  granted(await saveLearnerSettings(learner, { dailyCap: 6, weeklyGoal: null }, days(2)));
  expect(await queue()).toMatchObject({ now: 1, later: 1 });
});

test('minutes are counted by the learner’s own pace, and offered while they hold fewer than wait', async () => {
  const learner = await learnerWhoSat(0);
  expect((await readReviewQueue(learner, days(2))).portions).toEqual([]);
  // Eleven answers in review, fifty seconds apart: five minutes hold six.
  for (let before = 0; before < 11; before += 1)
    await owner`insert into reviews (school_id, id, card_id, user_id, reps, edition_id, item_id, answer, mark, answered_at)
      select c.school_id, ${randomUUID()}, c.id, c.user_id, ${1000 + before}, l.edition_id, c.item_id, '{}'::jsonb, 1,
        ${new Date(days(1).getTime() + before * 50_000)}
      from cards c join lesson_items l on l.item_id = c.item_id where c.user_id = ${learner.userId} limit 1`;
  const { day, portions } = await readReviewQueue(learner, days(2));
  expect(day).toMatchObject({ now: 7, minutes: 6 });
  expect(portions).toEqual([{ minutes: 5, questions: 6 }]);
});

test('a week counts its days with an answer, in a quiz or in review, and only where a goal is set', async () => {
  const learner = await learnerWhoSat(0);
  const week = async (now: Date) => (await readToday(learner, now)).week;
  expect(await week(at(5))).toBeNull();
  granted(await saveLearnerSettings(learner, { dailyCap: 20, weeklyGoal: 3 }, at(3)));
  expect(await week(at(5))).toEqual({ done: 1, goal: 3 });
  // Two reviews of one day are one day.
  await reviewOne(learner, days(2));
  await reviewOne(learner, days(2, 1));
  expect(await week(days(2, 2))).toEqual({ done: 2, goal: 3 });
  await sit(learner, await start(learner, 'borders', 's', days(6)), 3, days(6, 1));
  expect(await week(days(6, 2))).toEqual({ done: 3, goal: 3 });
  expect(await week(days(7))).toEqual({ done: 0, goal: 3 });
  expect((await readToday(await person('learner'), days(2))).week).toBeNull();
});
