import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishCourse } from '#db/commands/publish-course.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { recordReview } from '#db/commands/record-review.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';
import { demoAnswer } from '#db/demo-answer.ts';
import { type OwnMapView, readOwnMap } from '#db/queries/own-map.ts';
import { readOwnProgress } from '#db/queries/own-progress.ts';
import { readReviewQueue } from '#db/queries/reviews.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { buildCourse } from '../fixtures/course.ts';
import {
  at,
  courseSlug,
  expectAbsent,
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

type Given = { isRight: boolean; certainty?: number };

const stems = {
  single: 'What does single ask?',
  short: 'Which term means a group of states that act together?',
  'true-false': 'Gold is used to pay.',
  cloze: 'The share rose to … per cent.',
  'other-5': 'What does other-5 ask?',
} as const;
type Named = keyof typeof stems;

/** Answers those of an attempt's questions that are named. */
async function answerSome(
  viewer: Viewer,
  attemptId: string,
  given: Partial<Record<Named, Given>>,
  now = at(2),
) {
  const served = await servedItems(viewer, attemptId);
  for (const [name, own] of Object.entries(given)) {
    const item = served.find(({ prompt }) => prompt.stem === stems[name as Named]);
    if (item === undefined) throw new Error(`the attempt does not ask ${name}`);
    const input = { ...inputFor(attemptId, item, own.isRight), certainty: own.certainty ?? null };
    granted(await recordResponse(viewer, input, now));
  }
}

const painted = (map: OwnMapView) =>
  Object.fromEntries(
    map.lessons
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap(({ sentences }) => sentences)
      .flatMap(({ address, standing }) => (standing === null ? [] : [[address, standing.knowing]])),
  );

describe('a learner’s own map', () => {
  test('is plain text before anything is answered, whatever there is to be asked', async () => {
    const learner = await person('learner');
    await start(learner);
    const map = await readOwnMap(learner, courseSlug);
    expect(painted(map)).toEqual({});
    expect(map).toMatchObject({ answered: [], claims: [] });
    expect(map.counts).toEqual({ sentences: 16, known: 0, shaky: 0, missed: 0 });
    expect(map.lessons.map(({ title }) => title)).toEqual(['Trade and money', 'Borders', 'Afterword']);
    // Nothing is asked of the afterword: its sentence looks as every other does.
    const shapes = map.lessons
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap(({ sentences }) => sentences)
      .map(({ address, text, ...rest }) => rest);
    expect(new Set(shapes.map((shape) => JSON.stringify(shape)))).toEqual(new Set(['{"standing":null}']));
  });

  test('is painted by the latest answer to each question, and tells nothing of one without', async () => {
    const learner = await person('learner');
    await answerSome(learner, await start(learner), {
      single: { isRight: true, certainty: 3 },
      short: { isRight: true, certainty: 1 },
      'true-false': { isRight: false },
    });
    const map = await readOwnMap(learner, courseSlug);
    expect(painted(map)).toEqual({ '1.1': 'shaky', '1.2': 'known', '1.5': 'missed' });
    expect(map.counts).toEqual({ sentences: 16, known: 1, shaky: 1, missed: 1 });
    expect(map.claims.map(({ address, text, standing }) => [address, text, standing.knowing])).toEqual([
      ['1.1', 'Claim 0.', 'shaky'],
      ['1.2', 'Claim 1.', 'known'],
      ['1.5', 'Claim 4.', 'missed'],
    ]);
    expect(
      map.answered.map(({ address, questions }) => [address, questions.map(({ stem }) => stem)]),
    ).toEqual([
      ['1.1', ['Which term means a group of states that act together?']],
      ['1.2', ['What does single ask?']],
      ['1.5', ['Gold is used to pay.']],
    ]);
    expect(map.answered[2]?.questions[0]).toMatchObject({
      answerText: 'True',
      correctText: 'False',
      mark: 0,
    });
    // The term of the lesson is named in the sentence that was guessed; the one of nobody’s answer is not there.
    expect(map.lessons[0]?.terms).toEqual([
      { id: 'bloc', term: 'bloc', standing: { knowing: 'shaky', answered: 1, firm: 0 } },
    ]);
    expect(painted(await readOwnMap(await person('learner'), courseSlug))).toEqual({});
  });

  test('says of a lesson with two questions on a sentence what both answers say', async () => {
    const learner = await person('learner');
    // other-5 asks what single asks: of sentence 1.2. What is missed is asked about with another question.
    await answerSome(learner, await start(learner), { single: { isRight: false } });
    await owner`update attempts set finished_at = ${at(5)}, score = 0, max_score = 7 where user_id = ${learner.userId}`;
    const second = await start(learner, lessonSlug, 'two', at(10));
    await answerSome(learner, second, { 'other-5': { isRight: true } }, at(11));
    const map = await readOwnMap(learner, courseSlug);
    expect(painted(map)['1.2']).toBe('shaky');
    expect(map.answered.find(({ address }) => address === '1.2')?.standing).toEqual({
      knowing: 'shaky',
      answered: 2,
      firm: 1,
    });
  });

  test('follows an answer in review, and leaves out what an open quiz asks just now', async () => {
    const learner = await person('learner');
    await sit(learner, await start(learner), 0);
    expect(painted(await readOwnMap(learner, courseSlug))['1.2']).toBe('missed');
    const now = at(2 * 24 * 60);
    for (let guard = 0; guard < 7; guard += 1) await reviewOne(learner, now, null);
    expect(painted(await readOwnMap(learner, courseSlug))['1.2']).toBe('known');
    // All of the bank was asked: what comes next was asked before.
    await sit(learner, await start(learner, lessonSlug, 'two', at(10)), 7, now);
    const third = await start(learner, lessonSlug, 'three', now);
    const open = (await servedItems(learner, third)).map(({ prompt }) => prompt.stem);
    const told = (await readOwnMap(learner, courseSlug)).answered.flatMap(({ questions }) =>
      questions.map(({ stem }) => stem),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((stem) => open.includes(stem))).toEqual([]);
  });

  test('is absent where the course may not be read', async () => {
    await publishFixture(buildCourse({ title: 'Closed' }), 'class', 'closed');
    await expectAbsent(readOwnMap(await person('learner'), 'closed'));
    await expectAbsent(readOwnMap(await person('learner'), 'no-such-course'));
    await expectAbsent(readOwnMap(null, courseSlug));
  });
});

async function reviewOne(viewer: Viewer, now: Date, certainty: number | null, isRight = true): Promise<void> {
  const { next } = await readReviewQueue(viewer, now);
  if (next === null) throw new Error('nothing is due');
  const [row] = await owner`
    select i.prompt, i.key from cards c join items i on i.id = c.item_id and i.school_id = c.school_id
    where c.id = ${next.cardId}`;
  const { cardId, reps } = next;
  const answer = demoAnswer(row?.prompt, row?.key, isRight);
  granted(await recordReview(viewer, { cardId, reps, reviewId: randomUUID(), answer, certainty }, now));
}

describe('what a learner knows, course by course', () => {
  test('counts lessons and sentences of the courses they have begun', async () => {
    const learner = await person('learner');
    expect((await readOwnProgress(learner)).courses).toEqual([]);
    await sit(learner, await start(learner), 7);
    await sit(learner, await start(learner, 'borders', 's', at(10)), 1, at(11));
    const { courses } = await readOwnProgress(learner);
    expect(courses).toHaveLength(1);
    expect(courses[0]).toMatchObject({
      slug: courseSlug,
      lessons: { attempted: 1, familiar: 0, proficient: 1, mastered: 0, none: 1 },
    });
    const { counts } = await readOwnMap(learner, courseSlug);
    expect(courses[0]?.sentences).toEqual(counts);
    expect(counts).toMatchObject({ shaky: 0, missed: 2 });
    await owner`update lesson_progress set mastered = true where user_id = ${learner.userId}`;
    expect((await readOwnProgress(learner)).courses[0]?.lessons).toMatchObject({
      proficient: 0,
      mastered: 1,
    });
  });

  test('sets sure against right, in quizzes and in review, but of no exam before it is handed in', async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    await answerSome(learner, attemptId, {
      single: { isRight: true, certainty: 3 },
      short: { isRight: false, certainty: 3 },
      cloze: { isRight: true, certainty: 1 },
      'true-false': { isRight: false },
    });
    const rows = async () =>
      (await readOwnProgress(learner)).calibration.rows.map(({ rate }) => [rate.hits, rate.n]);
    expect(await rows()).toEqual([
      [1, 1],
      [0, 0],
      [1, 2],
    ]);
    await owner`update attempts set lesson_id = null where id = ${attemptId}`;
    expect(await rows()).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    await owner`update attempts set finished_at = now(), score = 2, max_score = 7 where id = ${attemptId}`;
    await reviewOne(learner, at(2 * 24 * 60), 2);
    expect(await rows()).toEqual([
      [1, 1],
      [1, 1],
      [1, 2],
    ]);
  });
});

test('after a new edition the map holds what is still asked, at its new place', async () => {
  const learner = await person('learner');
  const course = buildCourse();
  const slug = 'edited';
  await publishFixture(course, 'public', slug);
  const { attemptId } = granted(
    await startAttempt(learner, { course: slug, lesson: lessonSlug, seed: 's' }, at(1)),
  );
  await sit(learner, attemptId, 7);
  expect(painted(await readOwnMap(learner, slug))).toMatchObject({ '1.2': 'known', '1.5': 'known' });
  const items = course.items.filter(({ id }) => id !== 'single');
  await publishCourse('system', { slug, course: { ...course, items }, visibility: 'public' }, at(5));
  const map = painted(await readOwnMap(learner, slug));
  expect(map).not.toHaveProperty('1.2');
  expect(map).toMatchObject({ '1.5': 'known' });
});
