import { beforeAll, expect, test } from 'vitest';
import { createClass } from '#db/commands/create-class.ts';
import { finishAttempt } from '#db/commands/finish-attempt.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { removeLearner } from '#db/commands/remove-learner.ts';
import { readClassAnalysis, readClassTotals, readItemAnswers } from '#db/queries/class-analysis.ts';
import { type CountedAttempt, countedAttempts } from '#db/queries/class-sittings.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import {
  type NaiveAttempt,
  naiveItem,
  naiveOption,
  naiveQuiz,
  naiveRest,
  naiveThird,
} from '#lib/analytics/naive-statistics.fixture.ts';
import { groupBy } from '#lib/text/group-by.ts';
import { randomNumbers } from '#lib/text/shuffle.ts';
import {
  at,
  courseSlug,
  enroll,
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
let instructor: Viewer;
let classId: string;
const learners: Viewer[] = [];

/** Answers by ability, now and then nothing; what is left open is handed in so. */
async function sitByChance(learner: Viewer, seed: string, ability: number, now: Date): Promise<void> {
  const attemptId = await start(learner, lessonSlug, seed, now);
  const next = randomNumbers(seed);
  for (const item of await servedItems(learner, attemptId)) {
    const [right, open] = [next() < ability, next() < 0.15];
    if (!open) granted(await recordResponse(learner, inputFor(attemptId, item, right), now));
  }
  granted(await finishAttempt(learner, attemptId, now));
}

beforeAll(async () => {
  await publishFixture();
  instructor = await person('instructor', 'Ms Teacher');
  const made = granted(await createClass(instructor, { name: 'Group', course: courseSlug }, at(0)));
  classId = made.classId;
  for (let n = 0; n < 13; n += 1) {
    const learner = await person('learner', `Learner ${String.fromCharCode(65 + n)}`);
    await enroll(learner, made.joinCode);
    learners.push(learner);
    await sitByChance(learner, `first ${n}`, 0.2 + n / 18, at(10 + n));
    // Retakes ask other questions.
    if (n % 3 === 0) await sitByChance(learner, `second ${n}`, 0.8, at(100 + n));
  }
  // None of these is counted: the open attempt, whoever is not in the class, and who was taken out of it.
  const opened = await person('learner', 'Only Begun');
  await enroll(opened, made.joinCode);
  await start(opened);
  const elsewhere = await person('learner', 'Of No Class');
  await sit(elsewhere, await start(elsewhere), 7);
  const removed = await person('learner', 'Taken Out');
  await enroll(removed, made.joinCode);
  await sit(removed, await start(removed), 7);
  await removeLearner(instructor, { classId, userId: removed.userId }, at(5));
});

type Raw = NaiveAttempt & { id?: string };

/** The counted attempts, straight from the rows of the answers, by no query of the application. */
async function rawAttempts(counted: CountedAttempt): Promise<{ id: string; rows: Raw }[]> {
  const rows = await owner`
    select a.id, a.user_id, a.number, a.score, i.item_id, r.mark,
      (select json_agg(o.option_id) from response_options o where o.response_id = r.id) as options
    from attempts a join attempt_items i on i.attempt_id = a.id
    left join responses r on r.attempt_id = a.id and r.item_id = i.item_id
    where a.lesson_id = 'lesson-1' and a.finished_at is not null
      and a.user_id in ${owner(learners.map((learner) => learner.userId))}`;
  const kept = [];
  for (const own of groupBy(rows, (row) => String(row.user_id)).values()) {
    const sat = [...groupBy(own, (row) => String(row.id)).values()].sort(
      (a, b) => Number(a[0]?.number) - Number(b[0]?.number),
    );
    const scores = sat.map((attempt) => Number(attempt[0]?.score) / attempt.length);
    const place = { first: 0, last: sat.length - 1, best: scores.indexOf(Math.max(...scores)) }[counted];
    const attempt = sat[place] ?? [];
    kept.push({
      id: String(attempt[0]?.id),
      rows: attempt.map((row) => ({
        item: String(row.item_id),
        mark: Number(row.mark ?? 0),
        chosen: (row.options ?? []) as string[],
      })),
    });
  }
  return kept;
}

/** Every figure of `naive` stands in `found`, to 1e-6, the undefined ones as null. */
function expectFigures(found: unknown, naive: unknown, what: string): number {
  if (naive === null || typeof naive === 'string' || typeof naive === 'boolean') {
    expect(found, what).toBe(naive);
    return 1;
  }
  if (typeof naive === 'number') {
    expect(Math.abs(Number(found ?? Number.NaN) - naive), `${what}: ${found}, ${naive}`).toBeLessThan(1e-6);
    return 1;
  }
  const own = new Map(Object.entries(Object(found)));
  return Object.entries(Object(naive)).reduce(
    (count, [key, value]) => count + expectFigures(own.get(key), value, `${what}.${key}`),
    0,
  );
}

test.each(countedAttempts)('every figure of the %s attempts is that of the raw answers', async (counted) => {
  const raw = await rawAttempts(counted);
  const rows = raw.map((attempt) => attempt.rows);
  const view = await readClassAnalysis(instructor, classId, lessonSlug, counted);
  expect(view).toMatchObject({
    attempts: 13,
    counted,
    class: { name: 'Group' },
    course: { slug: courseSlug },
  });
  expect(view.items.map((item) => item.statistics.id).sort()).toEqual(
    [...new Set(rows.flat().map((row) => row.item))].sort(),
  );
  const asked = (attempt: NaiveAttempt) =>
    attempt
      .map((row) => row.item)
      .sort()
      .join();
  const largest = Math.max(...[...groupBy(rows, asked).values()].map((group) => group.length));
  const totals = await readClassTotals(instructor, classId, lessonSlug, counted);
  const group = totals.totals.filter((total) => total.isCounted);
  expect(group).toHaveLength(largest);
  const counts = raw.filter((attempt) => group.some((total) => total.attemptId === attempt.id));
  expect(new Set(counts.map((attempt) => asked(attempt.rows))).size).toBe(1);
  const { weights, ...quiz } = naiveQuiz(counts.map((attempt) => attempt.rows));
  let figures = expectFigures(view.quiz, quiz, 'quiz');
  for (const total of totals.totals) {
    const own = raw.find((attempt) => attempt.id === total.attemptId)?.rows ?? [];
    figures += expectFigures(
      total,
      { score: own.reduce((sum, row) => sum + row.mark, 0), maxScore: own.length },
      'total',
    );
  }
  for (const item of view.items) {
    const { id, options } = item.statistics;
    figures += expectFigures(item.statistics, naiveItem(rows, id), id);
    figures += expectFigures(item.weight, weights.get(id) ?? null, `weight of ${id}`);
    for (const option of options) {
      const { hits, n, interval, ...rest } = naiveOption(rows, id, option.id);
      figures += expectFigures(option, rest, option.id);
      figures += expectFigures(option.chosen, { hits, n, share: hits / n, ...interval }, option.id);
    }
    // The list behind the figures has exactly the rows that they count.
    const { answers } = await readItemAnswers(instructor, classId, lessonSlug, counted, item.number);
    const served = raw.filter((attempt) => attempt.rows.some((row) => row.item === id));
    expect(answers.map((answer) => answer.attemptId).sort()).toEqual(
      served.map((attempt) => attempt.id).sort(),
    );
    const { rest, marks } = naiveRest(rows, id);
    for (const [place, attempt] of served.entries()) {
      const answer = answers.find((one) => one.attemptId === attempt.id);
      const third = naiveThird(rest, place);
      figures += expectFigures(answer, { mark: marks[place], rest: rest[place], third }, `answer to ${id}`);
    }
  }
  expect(figures).toBeGreaterThan(500);
});

test('what was served and left open earns nothing, is counted, and is told as not answered', async () => {
  const [open] = await owner`
    select i.item_id, a.id from attempts a join attempt_items i on i.attempt_id = a.id
    left join responses r on r.attempt_id = a.id and r.item_id = i.item_id
    where r.id is null and a.finished_at is not null and a.number = 1
      and a.user_id in ${owner(learners.map((learner) => learner.userId))} limit 1`;
  const { items } = await readClassAnalysis(instructor, classId, lessonSlug, 'first');
  const number = items.find((item) => item.statistics.id === open?.item_id)?.number ?? 0;
  const { answers, item } = await readItemAnswers(instructor, classId, lessonSlug, 'first', number);
  expect(item.statistics.n).toBe(13);
  expect(answers.find((answer) => answer.attemptId === open?.id)).toMatchObject({
    answerText: null,
    mark: 0,
  });
});

test('first attempts share the default quiz, and read by ten and more they get a verdict', async () => {
  const { items, quiz } = await readClassAnalysis(instructor, classId, lessonSlug, 'first');
  expect(items.map((item) => [item.number, item.statistics.n])).toEqual(
    Array.from({ length: 7 }, (_, place) => [place + 1, 13]),
  );
  expect(quiz).toMatchObject({ n: 13, items: 7, possible: 7 });
  expect(items.every((item) => item.statistics.reading.kind === 'read')).toBe(true);
  expect(items.every((item) => item.address !== null && item.correctText !== '')).toBe(true);
});

test('a lesson that nobody has finished has no figures, and what is not there is absent', async () => {
  expect(await readClassAnalysis(instructor, classId, 'borders', 'first')).toMatchObject({
    attempts: 0,
    items: [],
    quiz: { n: 0, mean: null, consistency: null },
  });
  await expectAbsent(readClassAnalysis(instructor, classId, 'no-such-lesson', 'first'));
  for (const number of [0, 8, -1, 1.5, Number.NaN])
    await expectAbsent(readItemAnswers(instructor, classId, lessonSlug, 'first', number));
  await expectAbsent(readClassAnalysis(learners[0] ?? null, classId, lessonSlug, 'first'));
});
