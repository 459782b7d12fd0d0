import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { finishAttempt } from '#db/commands/finish-attempt.ts';
import { rebuildProgress } from '#db/commands/rebuild-progress.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';
import { visitLesson } from '#db/commands/visit-lesson.ts';
import { readResult } from '#db/queries/attempts.ts';
import { readCourse } from '#db/queries/courses.ts';
import { readToday } from '#db/queries/today.ts';
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
beforeAll(async () => {
  await publishFixture();
});

const rollup = async () => [
  ...(await owner`select * from lesson_progress order by user_id, course_id, lesson_id`),
];

test('whatever learners do, the rollup equals one made anew from their answers', async () => {
  const learners = [await person('learner'), await person('learner'), await person('learner')];
  const step = fc.record({
    who: fc.nat(2),
    lesson: fc.constantFrom(lessonSlug, 'borders'),
    answers: fc.nat(8),
    right: fc.nat(8),
    finish: fc.boolean(),
  });
  let minute = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      await Promise.all(
        learners.map(async (learner, index) => {
          for (const { lesson, answers, right, finish } of steps.filter(({ who }) => who === index)) {
            minute += 1;
            const input = { course: courseSlug, lesson, seed: String(minute) };
            const { attemptId } = granted(await startAttempt(learner, input, at(minute)));
            for (const item of (await servedItems(learner, attemptId)).slice(0, answers)) {
              minute += 1;
              await recordResponse(learner, inputFor(attemptId, item, item.position <= right), at(minute));
            }
            if (finish) await finishAttempt(learner, attemptId, at(minute));
          }
        }),
      );
      const kept = await rollup();
      const { rows } = await rebuildProgress('system');
      expect(rows).toBe(kept.length);
      expect(await rollup()).toEqual(kept);
    }),
    { seed: 20260105, numRuns: 15 },
  );
});

test('the level is that of the last attempt, and the best is kept beside it', async () => {
  const learner = await person('learner');
  await sit(learner, await start(learner), 7);
  await sit(learner, await start(learner, lessonSlug, 'again', at(10)), 3, at(11));
  const [lesson] = (await readCourse(learner, courseSlug)).lessons;
  expect(lesson?.progress).toMatchObject({ attempts: 2, answers: 14, bestShare: 1, level: 'attempted' });
  expect(lesson?.progress?.lastShare).toBeCloseTo(3 / 7);
});

test('the result names what was missed and gained, what was before, and the next step', async () => {
  const learner = await person('learner');
  const first = await start(learner);
  await sit(learner, first, 5);
  const one = await readResult(learner, first);
  expect(one).toMatchObject({
    number: 1,
    score: 5,
    maxScore: 7,
    level: 'familiar',
    previous: null,
    otherItems: 8,
  });
  expect(one.next).toEqual({ kind: 'lesson', lesson: { slug: 'borders', title: 'Borders' } });
  expect(one.missed.map((missed) => missed.position)).toEqual([6, 7]);
  expect(one.missed[0]).toMatchObject({ address: '1.7', lessonAnchor: 's1-7' });
  expect(one.missed[0]?.pairs.map(({ left, address }) => [left, address])).toEqual([
    ['2001', null],
    ['2014', '1.7'],
    ['2022', null],
  ]);
  expect([one.asked, one.missed[1]?.pairs]).toEqual([7, []]);
  expect(one.gained.map((claim) => claim.address)).toEqual(['1.1', '1.2', '1.3', '1.5', '1.9']);
  const second = await start(learner, lessonSlug, 'again', at(10));
  await sit(learner, second, 1, at(11));
  const two = await readResult(learner, second);
  expect(two).toMatchObject({
    number: 2,
    level: 'attempted',
    previous: { score: 5, maxScore: 7 },
    otherItems: 1,
  });
  expect(two.next).toEqual({ kind: 'retake' });
});

test('“today” goes on with the open quiz, then with the lesson that was opened, then with the next', async () => {
  const learner = await person('learner');
  expect(await readToday(learner)).toEqual({
    week: null,
    continue: null,
    courses: [],
    classes: [],
    review: { now: 0, later: 0, minutes: 0 },
  });
  await visitLesson(learner, courseSlug, lessonSlug, at(1));
  expect((await readToday(learner)).continue).toMatchObject({ kind: 'lesson', lesson: { slug: lessonSlug } });
  const attemptId = await start(learner);
  expect((await readToday(learner)).continue).toMatchObject({ kind: 'quiz', attemptId, position: 1 });
  await sit(learner, attemptId, 7);
  const today = await readToday(learner);
  expect(today.continue).toMatchObject({ kind: 'lesson', lesson: { slug: 'borders' } });
  expect(today.courses).toMatchObject([{ slug: courseSlug, lessons: 3, done: 1 }]);
});
