import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { inSchool } from '#db/client.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { recordReview } from '#db/commands/record-review.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';
import { demoAnswer } from '#db/demo-answer.ts';
import { latestAnswers, notAllRight } from '#db/queries/latest-answers.ts';
import { listMistakes } from '#db/queries/mistakes.ts';
import { readReview, readReviewQueue } from '#db/queries/reviews.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { buildCourse } from '../fixtures/course.ts';
import {
  at,
  courseSlug,
  granted,
  inputFor,
  lessonSlug,
  ownDatabase,
  person,
  publishFixture,
  servedItems,
  sit,
  start,
} from './harness.ts';

const { owner } = ownDatabase();
/** The same course under several names: more questions than one page shows. */
const slugs = [courseSlug, 'second', 'third'];
beforeAll(async () => {
  for (const slug of slugs) await publishFixture(buildCourse(), 'public', slug);
});

test('nobody’s answers are listed but one’s own, and no more than was answered', async () => {
  const [learner, other] = [await person('learner'), await person('learner')];
  await sit(other, await start(other), 0);
  expect(await listMistakes(learner)).toEqual({ mistakes: [], next: null });
});

test('what was answered wrong stands there with its sentence, the latest first', async () => {
  const learner = await person('learner');
  const attemptId = await start(learner);
  const served = await servedItems(learner, attemptId);
  await sit(learner, attemptId, 5);
  const { mistakes, next } = await listMistakes(learner);
  expect(next).toBeNull();
  expect(mistakes.map(({ missed }) => missed.stem).sort()).toEqual(
    served
      .slice(5)
      .map(({ prompt }) => prompt.stem)
      .sort(),
  );
  for (const { attemptId: from, course, lesson, missed } of mistakes) {
    expect([from, course.slug, lesson.slug]).toEqual([attemptId, courseSlug, lessonSlug]);
    expect(missed.answerText).not.toBeNull();
    expect(missed.quote).not.toBeNull();
  }
});

test('a question answered right since has left, and one that an open quiz asks is not told', async () => {
  const learner = await person('learner');
  await sit(learner, await start(learner), 0);
  const wrong = async () => (await listMistakes(learner)).mistakes.map(({ missed }) => missed.stem);
  const before = await wrong();
  expect(before).toHaveLength(7);
  // The fixture's second quiz asks the questions that were left; the third one old ones again.
  await sit(learner, await start(learner, lessonSlug, 'two', at(10)), 7, at(11));
  expect(await wrong()).toEqual(before);
  const third = await start(learner, lessonSlug, 'three', at(20));
  const again = (await servedItems(learner, third)).filter(({ prompt }) => before.includes(prompt.stem));
  expect(again.length).toBeGreaterThan(0);
  const stems = again.map(({ prompt }) => prompt.stem);
  expect((await wrong()).filter((stem) => stems.includes(stem))).toEqual([]);
  for (const item of await servedItems(learner, third))
    granted(
      await recordResponse(
        learner,
        inputFor(third, item, item !== undefined && stems[0] === item.prompt.stem),
        at(21),
      ),
    );
  const after = await wrong();
  expect(after).not.toContain(stems[0]);
  expect(after).toEqual(expect.arrayContaining(stems.slice(1)));
});

/** Answers the question that is due first; returns what it asks and the review. */
async function reviewOne(viewer: Viewer, isRight: boolean, now: Date) {
  const { next } = await readReviewQueue(viewer, now);
  if (next === null) throw new Error('nothing is due');
  const [row] = await owner`
    select i.prompt, i.key from cards c join items i on i.id = c.item_id and i.school_id = c.school_id
    where c.id = ${next.cardId}`;
  const reviewId = randomUUID();
  const { cardId, reps } = next;
  const answer = demoAnswer(row?.prompt, row?.key, isRight);
  granted(await recordReview(viewer, { cardId, reps, reviewId, answer, certainty: null }, now));
  return { stem: next.item.stem, reviewId };
}

test('an answer in review counts as an answer in a quiz does', async () => {
  const learner = await person('learner');
  await sit(learner, await start(learner), 0);
  const day = 24 * 60;
  const right = await reviewOne(learner, true, at(2 * day));
  const { mistakes } = await listMistakes(learner);
  expect(mistakes).toHaveLength(6);
  expect(mistakes.map(({ missed }) => missed.stem)).not.toContain(right.stem);
  const wrong = await reviewOne(learner, false, at(2 * day + 1));
  const [latest, ...others] = (await listMistakes(learner)).mistakes;
  expect(others).toHaveLength(5);
  expect(latest).toMatchObject({ attemptId: null, reviewId: wrong.reviewId, missed: { stem: wrong.stem } });
  expect(latest?.missed.quote).not.toBeNull();
  expect((await readReview(learner, wrong.reviewId, at(3 * day))).item.stem).toBe(wrong.stem);
});

test('what an open exam has been answered is not told before it is handed in', async () => {
  const learner = await person('learner');
  const attemptId = await start(learner);
  await sit(learner, attemptId, 0);
  expect((await listMistakes(learner)).mistakes).toHaveLength(7);
  await owner`update attempts set lesson_id = null, finished_at = null, score = null, max_score = null
    where id = ${attemptId}`;
  expect((await listMistakes(learner)).mistakes).toEqual([]);
  await owner`update attempts set finished_at = now(), score = 0, max_score = 7 where id = ${attemptId}`;
  expect((await listMistakes(learner)).mistakes).toHaveLength(7);
});

test('page after page shows every mistake once, the latest first', async () => {
  const learner = await person('learner');
  let minute = 1;
  for (const course of slugs)
    for (const lesson of [lessonSlug, lessonSlug, 'borders']) {
      minute += 10;
      const input = { course, lesson, seed: `${course} ${minute}` };
      const { attemptId } = granted(await startAttempt(learner, input, at(minute)));
      await sit(learner, attemptId, 0, at(minute + 1));
    }
  const seen: { name: string; answeredAt: Date }[] = [];
  let from: string | null = null;
  let pages = 0;
  do {
    const { mistakes, next } = await listMistakes(learner, from);
    for (const { course, missed, attemptId, answeredAt } of mistakes)
      seen.push({ name: `${course.slug} ${attemptId} ${missed.position}`, answeredAt });
    from = next;
    pages += 1;
  } while (from !== null);
  const [row] = await owner`select count(*)::int as n from cards where user_id = ${learner.userId}`;
  expect(row?.n).toBeGreaterThan(30);
  expect(pages).toBe(Math.ceil((row?.n ?? 0) / 30));
  expect(seen).toHaveLength(row?.n ?? 0);
  expect(new Set(seen.map(({ name }) => name)).size).toBe(seen.length);
  const times = seen.map(({ answeredAt }) => answeredAt.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  // A place that is none begins at the top.
  for (const nowhere of ['', 'x', '99_not-an-id', `99_${'-'.repeat(36)}`])
    expect((await listMistakes(learner, nowhere)).mistakes).toHaveLength(30);
});

test('the cost of a page does not grow with how often a quiz was taken', async () => {
  const learner = await person('learner');
  let taken = 0;
  const take = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      taken += 1;
      await sit(
        learner,
        await start(learner, lessonSlug, `seed ${taken}`, at(taken * 10)),
        0,
        at(taken * 10 + 1),
      );
    }
  };
  await take(4);
  const early = await answersRead(learner);
  await take(16);
  const late = await answersRead(learner);
  const [row] = await owner`select count(*)::int as n from responses r join attempts a on a.id = r.attempt_id
    where a.user_id = ${learner.userId}`;
  expect(row?.n).toBe(140);
  expect(early).toBeGreaterThan(0);
  expect(late).toBeLessThanOrEqual(early + 5);
});

/** How many rows of answers the database reads for a page of mistakes, by its own count. */
async function answersRead(viewer: Viewer): Promise<number> {
  return inSchool(viewer, async (tx) => {
    // In a table of a few pages the planner would read all of it rather than step through an index.
    await tx.execute(sql`set local enable_seqscan = off`);
    const page = latestAnswers(tx, viewer.userId, { only: notAllRight }).limit(31).getSQL();
    const [row] = await tx.execute<{ 'QUERY PLAN': unknown }>(sql`explain (analyze, format json) ${page}`);
    return rowsOf(row?.['QUERY PLAN']);
  });
}

/** Rows of attempts and of answers, without those that say what an open quiz asks. */
function rowsOf(plan: unknown): number {
  if (Array.isArray(plan)) return plan.reduce<number>((sum, part) => sum + rowsOf(part), 0);
  if (typeof plan !== 'object' || plan === null) return 0;
  const own = new Map(Object.entries(plan));
  const number = (name: string) => Number(own.get(name) ?? 0);
  const read = ['r', 'r_1', 'a', 'a_1'].includes(String(own.get('Alias')))
    ? (number('Actual Rows') + number('Rows Removed by Filter')) * number('Actual Loops')
    : 0;
  return read + ['Plan', 'Plans'].reduce((sum, name) => sum + rowsOf(own.get(name)), 0);
}
