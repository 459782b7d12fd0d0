import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createClass } from '#db/commands/create-class.ts';
import { finishAttempt } from '#db/commands/finish-attempt.ts';
import { issueCertificate } from '#db/commands/issue-certificate.ts';
import { publishCourse } from '#db/commands/publish-course.ts';
import { rebuildProgress } from '#db/commands/rebuild-progress.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';
import { startExam } from '#db/commands/start-exam.ts';
import { readQuestion, readResult } from '#db/queries/attempts.ts';
import { findCertificate, listCertificates } from '#db/queries/certificates.ts';
import { readAttemptForInstructor, readClassGrid, readLearnerInClass } from '#db/queries/classes.ts';
import { readExam, readExamResult } from '#db/queries/exams.ts';
import { listMistakes } from '#db/queries/mistakes.ts';
import { readOwnProgress } from '#db/queries/own-progress.ts';
import { readReview, readReviewQueue } from '#db/queries/reviews.ts';
import { readToday } from '#db/queries/today.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { type Canaries, findLeaks, plantCanaries } from '../e2e/leaks.ts';
import { buildCourse } from '../fixtures/course.ts';
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
  refusalOf,
  servedItems,
  sit,
  start,
} from './harness.ts';

const { owner } = ownDatabase();
let canaries: Canaries;
beforeAll(async () => {
  await publishFixture();
  const planted = plantCanaries(buildCourse());
  canaries = planted.canaries;
  await publishCourse('system', { slug: 'canaries', course: planted.course, visibility: 'public' }, at(0));
});

const day = 24 * 60;

async function begin(viewer: Viewer, minute = 1, course = courseSlug, seed = `${minute}`): Promise<string> {
  return granted(await startExam(viewer, { course, seed }, at(minute))).attemptId;
}

const stemsOf = async (viewer: Viewer, attemptId: string) =>
  (await servedItems(viewer, attemptId)).map((item) => item.prompt.stem);

describe('starting an exam', () => {
  test('twenty starts at once begin one exam, over more lessons than one', async () => {
    const learner = await person('learner');
    const started = await Promise.all(
      Array.from({ length: 20 }, () => startExam(learner, { course: courseSlug, seed: 's' }, at(1))),
    );
    expect(new Set(started.map((result) => granted(result).attemptId)).size).toBe(1);
    const rows = await owner`
      select l.lesson_id, count(*)::int as n from attempts a
      join attempt_items i on i.attempt_id = a.id
      join lesson_items l on l.edition_id = i.edition_id and l.item_id = i.item_id
      where a.user_id = ${learner.userId} group by 1 order by 1`;
    expect(rows.map((row) => row.lesson_id)).toEqual(['lesson-1', 'lesson-2']);
    expect(rows.reduce((sum, row) => sum + Number(row.n), 0)).toBeGreaterThanOrEqual(10);
  });

  test('an exam may be open beside the quiz of a lesson, and an interrupted one goes on', async () => {
    const learner = await person('learner');
    const quiz = await start(learner);
    const exam = await begin(learner, 2);
    expect(exam).not.toBe(quiz);
    for (const item of (await servedItems(learner, exam)).slice(0, 2))
      granted(await recordResponse(learner, inputFor(exam, item, true), at(3)));
    expect(granted(await startExam(learner, { course: courseSlug, seed: 'other' }, at(9)))).toEqual({
      attemptId: exam,
      position: 3,
    });
    expect((await readExam(learner, courseSlug))?.open).toMatchObject({ attemptId: exam, answered: 2 });
    expect((await readToday(learner, at(9))).continue).toEqual({
      kind: 'exam',
      course: { slug: courseSlug, title: 'Fixture course' },
      lesson: null,
      attemptId: exam,
      position: 3,
    });
  });

  test('an exam alone makes a course one of the learner’s', async () => {
    const learner = await person('learner');
    await sit(learner, await begin(learner), 99, at(2));
    expect((await readToday(learner, at(3))).courses).toMatchObject([{ slug: courseSlug, done: 0 }]);
    expect((await readOwnProgress(learner)).courses.map(({ slug }) => slug)).toEqual([courseSlug]);
  });

  test('a second exam is counted, and asks what the first did not wherever it can', async () => {
    const learner = await person('learner');
    const first = await begin(learner, 1);
    await sit(learner, first, 99, at(2));
    const second = await begin(learner, 10);
    const [one, two] = [await stemsOf(learner, first), await stemsOf(learner, second)];
    expect(two).not.toEqual(one);
    const unasked = buildCourse().items.filter((item) => !one.includes(item.stem));
    expect(unasked.length).toBeGreaterThan(2);
    expect(two.some((stem) => unasked.some((item) => item.stem === stem))).toBe(true);
    await sit(learner, second, 0, at(11));
    expect((await readExamResult(learner, second)).number).toBe(2);
    expect((await readExam(learner, courseSlug))?.sat.map((exam) => exam.attemptId)).toEqual([second, first]);
  });

  test('a course with few questions has no exam, and says so', async () => {
    const whole = buildCourse({ title: 'Few' });
    const few = { ...whole, items: whole.items.slice(0, 6) };
    await publishCourse('system', { slug: 'few', course: few, visibility: 'public' }, at(0));
    const learner = await person('learner');
    expect(await readExam(learner, 'few')).toBeNull();
    expect(refusalOf(await startExam(learner, { course: 'few', seed: 's' }, at(1)))).toBe('too-few-items');
    expect(await readExam(null, courseSlug)).toMatchObject({
      isShort: true,
      passMark: 0.7,
      open: null,
      sat: [],
    });
  });
});

describe('while an exam is open', () => {
  /** All of the exam answered but one question; what stood of it in review is due. */
  async function almostDone(right: boolean) {
    const learner = await person('learner');
    const exam = await begin(learner, 5, 'canaries', 'same');
    const items = await servedItems(learner, exam);
    for (const item of items.slice(0, -1))
      granted(await recordResponse(learner, inputFor(exam, item, right), at(6)));
    return { learner, exam, items };
  }

  const whatIsTold = async (learner: Viewer, exam: string, items: number) => {
    const asked = await Promise.all([
      ...Array.from({ length: items }, (_, index) => readQuestion(learner, exam, index + 1)),
      listMistakes(learner),
      readReviewQueue(learner, at(99 * day)),
      readToday(learner, at(99 * day)),
      readExam(learner, 'canaries'),
    ]);
    return JSON.stringify(asked);
  };

  test('no key of its questions is told, nor whether an answer was right', async () => {
    const right = await almostDone(true);
    const wrong = await almostDone(false);
    const told: string[] = [];
    for (const { learner, exam, items } of [right, wrong]) {
      const text = await whatIsTold(learner, exam, items.length);
      expect(findLeaks(text, canaries, { allowed: new Set(), structure: true })).toEqual([]);
      told.push(text.replaceAll(exam, 'exam').replace(/"answerText":"(?:[^"\\]|\\.)*"/g, '"answerText":""'));
    }
    expect(right.items.map((item) => item.itemId)).toEqual(wrong.items.map((item) => item.itemId));
    expect(told[0]).toBe(told[1]);
    expect((await readQuestion(right.learner, right.exam, 1)).saved?.answerText).not.toBe('');
    await expectAbsent(readExamResult(right.learner, right.exam));
    await expectAbsent(readResult(right.learner, right.exam));
  });

  test('a quiz begun meanwhile asks nothing that it asks, and is drawn by none of its answers', async () => {
    const learner = await person('learner');
    await sit(learner, await start(learner), 7);
    const exam = await begin(learner, 5);
    // All but the last are wrong, and the exam waits for that one.
    for (const item of (await servedItems(learner, exam)).slice(0, -1))
      granted(await recordResponse(learner, inputFor(exam, item, false), at(6)));
    const quiz = await start(learner, lessonSlug, 'two', at(40 * day));
    const inExam = await stemsOf(learner, exam);
    const inQuiz = await stemsOf(learner, quiz);
    expect(inQuiz.length).toBeGreaterThan(0);
    expect(inQuiz.filter((stem) => inExam.includes(stem))).toEqual([]);
    const reasons = await owner`select distinct reason from attempt_items where attempt_id = ${quiz}`;
    expect(reasons.map(({ reason }) => reason)).not.toContain('missed');
  });

  test('an earlier review of a question in it is closed, until the exam is handed in', async () => {
    const { learner, exam, items } = await almostDone(false);
    const [card] = await owner`select id, reps, item_id from cards where user_id = ${learner.userId} limit 1`;
    const item = items.find(({ itemId }) => itemId === card?.item_id);
    const reviewId = randomUUID();
    const edition = await owner`select edition_id from attempts where id = ${exam}`;
    await owner`insert into reviews
      (school_id, id, card_id, user_id, reps, edition_id, item_id, answer, mark, answered_at)
      select school_id, ${reviewId}, id, user_id, 0, ${String(edition[0]?.edition_id)}, item_id,
        (select answer from responses where attempt_id = ${exam} and item_id = cards.item_id), 0, now()
      from cards where id = ${String(card?.id)}`;
    expect(item).toBeDefined();
    await expectAbsent(readReview(learner, reviewId, at(99 * day)));
    granted(await finishAttempt(learner, exam, at(7)));
    expect(JSON.stringify(await readReview(learner, reviewId, at(99 * day)))).toContain('canary');
  });

  test('once it is handed in, the answered questions are told, and the one left open is not', async () => {
    const { learner, exam, items } = await almostDone(false);
    granted(await finishAttempt(learner, exam, at(7)));
    const result = await readExamResult(learner, exam);
    expect(result).toMatchObject({ asked: items.length, passed: false, code: null });
    expect(result.missed.at(-1)).toMatchObject({ position: items.length, answerText: null, quote: null });
    const stems = items.slice(0, -1).map((item) => item.prompt.stem);
    const answered = new Set(
      buildCourse().items.flatMap((item) => (stems.includes(item.stem) ? [item.id] : [])),
    );
    const text = await whatIsTold(learner, exam, items.length);
    const all = `${text}${JSON.stringify(result)}`;
    expect(findLeaks(all, canaries, { allowed: answered, structure: false })).toEqual([]);
    expect(all).toContain('canary');
    for (const one of result.missed.slice(0, -1))
      expect(one.lesson.slug, one.stem).toBe(/border/.test(one.stem) ? 'borders' : lessonSlug);
    const border = items.findIndex((item) => item.prompt.stem.includes('border'));
    expect((await readQuestion(learner, exam, border + 1)).lesson.slug).toBe('borders');
    const { mistakes } = await listMistakes(learner);
    expect(mistakes).toHaveLength(items.length - 1);
    expect(new Set(mistakes.map((mistake) => mistake.lesson.slug))).toEqual(new Set([lessonSlug, 'borders']));
  });
});

test('the result says what each lesson of it came to, and the last answer ends it', async () => {
  const learner = await person('learner');
  const exam = await begin(learner);
  const total = (await servedItems(learner, exam)).length;
  await sit(learner, exam, total - 1, at(2));
  const result = await readExamResult(learner, exam);
  expect(result).toMatchObject({ score: total - 1, maxScore: total, passed: true, finishedAt: at(2) });
  expect(result.lessons.map(({ slug }) => slug)).toEqual([lessonSlug, 'borders']);
  expect(result.lessons.map(({ asked, score }) => asked - score)).toEqual([0, 1]);
  expect(result.lessons.reduce((sum, lesson) => sum + lesson.asked, 0)).toBe(total);
});

describe('mastery', () => {
  const lessonOf = async (viewer: Viewer, lesson: string) => {
    const [row] = await owner`select mastered, last_share, last_finished_at from lesson_progress
      where user_id = ${viewer.userId} and lesson_id = ${lesson}`;
    return row;
  };

  test('comes by an exam half a day after a proficient quiz, and goes by the next thing wrong', async () => {
    const learner = await person('learner');
    await sit(learner, await start(learner), 7, at(10));
    expect(await lessonOf(learner, 'lesson-1')).toMatchObject({ mastered: false, last_finished_at: at(10) });
    await sit(learner, await begin(learner, 11), 99, at(12));
    expect((await lessonOf(learner, 'lesson-1'))?.mastered, 'too soon').toBe(false);
    await sit(learner, await begin(learner, day), 99, at(day + 1));
    expect(await lessonOf(learner, 'lesson-1')).toMatchObject({ mastered: true, last_finished_at: at(10) });
    expect(await lessonOf(learner, 'lesson-2'), 'no quiz was taken there').toBeUndefined();
    const exam = await begin(learner, 2 * day);
    const [first] = await servedItems(learner, exam);
    if (first === undefined) throw new Error('nothing is asked');
    granted(await recordResponse(learner, inputFor(exam, first, true), at(2 * day)));
    granted(await finishAttempt(learner, exam, at(2 * day + 1)));
    expect(await lessonOf(learner, 'lesson-1')).toMatchObject({ mastered: false, last_share: 1 });
  });

  test('goes by a later quiz that is not all right', async () => {
    const learner = await person('learner');
    await sit(learner, await start(learner), 7, at(10));
    await sit(learner, await begin(learner, day), 99, at(day + 1));
    await sit(learner, await start(learner, lessonSlug, 'two', at(2 * day)), 99, at(2 * day));
    expect((await lessonOf(learner, 'lesson-1'))?.mastered).toBe(true);
    await sit(learner, await start(learner, lessonSlug, 'three', at(3 * day)), 6, at(3 * day));
    expect((await lessonOf(learner, 'lesson-1'))?.mastered).toBe(false);
  });

  test('whatever learners do, it equals what is made anew from quizzes and exams', async () => {
    const rollup = async () => [
      ...(await owner`select * from lesson_progress order by user_id, course_id, lesson_id`),
    ];
    const learners = [await person('learner'), await person('learner')];
    const step = fc.record({
      who: fc.nat(1),
      what: fc.constantFrom(lessonSlug, 'borders', 'exam'),
      wrong: fc.constantFrom(0, 0, 0, 1),
      all: fc.constantFrom(true, true, false),
      hours: fc.nat(20),
    });
    let minute = 0;
    let mastered = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        for (const { who, what, wrong, all, hours } of steps) {
          const learner = learners[who];
          if (learner === undefined) continue;
          minute += 1 + hours * 60;
          const seed = String(minute);
          const started =
            what === 'exam'
              ? await startExam(learner, { course: courseSlug, seed }, at(minute))
              : await startAttempt(learner, { course: courseSlug, lesson: what, seed }, at(minute));
          // The fixture is so small that an open exam can ask all that a lesson has.
          if (what !== 'exam' && !started.ok) {
            expect(started.refusal).toBe('in-exam');
            expect((await readExam(learner, courseSlug))?.open).not.toBeNull();
            continue;
          }
          const { attemptId, position } = granted(started);
          const items = (await servedItems(learner, attemptId)).filter((item) => item.position >= position);
          for (const item of all ? items : items.slice(0, 2)) {
            minute += 1;
            const isRight = item.position > wrong;
            granted(await recordResponse(learner, inputFor(attemptId, item, isRight), at(minute)));
          }
          if (wrong === 1) await finishAttempt(learner, attemptId, at(minute));
        }
        const kept = await rollup();
        mastered += kept.filter((row) => row.mastered).length;
        await rebuildProgress('system');
        expect(await rollup()).toEqual(kept);
      }),
      { seed: 20261125, numRuns: 12 },
    );
    expect(mastered, 'some of it was mastery').toBeGreaterThan(0);
  });
});

describe('a certificate', () => {
  test('is given once for a passed exam, when it is asked for, in the name of that day', async () => {
    const learner = await person('learner', 'Ada Lovelace');
    const exam = await begin(learner);
    const total = (await servedItems(learner, exam)).length;
    expect(refusalOf(await issueCertificate(learner, exam, at(2)))).toBe('not-passed');
    await sit(learner, exam, total - 1, at(3));
    expect(await listCertificates(learner)).toEqual([]);
    const given = await Promise.all(Array.from({ length: 10 }, () => issueCertificate(learner, exam, at(4))));
    const codes = new Set(given.map((one) => granted(one).code));
    expect(codes.size).toBe(1);
    const [code = ''] = codes;
    const renamed = { ...learner, name: 'Another Name' };
    expect(granted(await issueCertificate(renamed, exam, at(5))).code).toBe(code);
    const seen = await findCertificate(null, code.toLowerCase());
    expect(seen).toEqual({
      code,
      name: 'Ada Lovelace',
      courseTitle: 'Fixture course',
      share: (total - 1) / total,
      asked: total,
      passedAt: at(3),
    });
    expect(await listCertificates(learner)).toEqual([
      { code, courseTitle: 'Fixture course', issuedAt: at(4) },
    ]);
    expect((await readExam(learner, courseSlug))?.sat[0]?.code).toBe(code);
    expect((await readExamResult(learner, exam)).code).toBe(code);
  });

  test('is not given for a failed exam, a quiz, or somebody else’s exam', async () => {
    const [learner, other] = [await person('learner'), await person('learner')];
    const failed = await begin(learner);
    await sit(learner, failed, 1, at(2));
    expect(refusalOf(await issueCertificate(learner, failed, at(3)))).toBe('not-passed');
    const quiz = await start(learner);
    await sit(learner, quiz, 7, at(4));
    await expectAbsent(issueCertificate(learner, quiz, at(5)));
    const passed = await begin(learner, 6);
    await sit(learner, passed, 99, at(7));
    await expectAbsent(issueCertificate(other, passed, at(8)));
    await expectAbsent(issueCertificate(null, passed, at(8)));
  });

  test('is found by no other code', async () => {
    for (const code of ['', 'ABCD', 'ABCDEFGHJKLMNPQR', '\0', '%'.repeat(16)])
      expect(await findCertificate(null, code)).toBeNull();
  });
});

test('an instructor sees exams beside the lessons, and when one was last sat', async () => {
  const instructor = await person('instructor');
  const made = granted(await createClass(instructor, { name: 'A class', course: courseSlug }, at(0)));
  const { classId } = made;
  const { joinCode } = await readClassGrid(instructor, classId);
  const learner = await person('learner');
  await enroll(learner, joinCode);
  const exam = await begin(learner, 20);
  await sit(learner, exam, 99, at(30));
  const grid = await readClassGrid(instructor, classId);
  expect(grid.learners[0]).toMatchObject({ lastActiveAt: at(30) });
  expect(grid.learners[0]?.cells.every((cell) => cell.level === null && cell.answers === 0)).toBe(true);
  const page = await readLearnerInClass(instructor, classId, learner.userId);
  expect(page.exams).toMatchObject([{ id: exam, number: 1, finishedAt: at(30) }]);
  expect(page.lessons.flatMap((lesson) => lesson.attempts)).toEqual([]);
  const attempt = await readAttemptForInstructor(instructor, classId, exam);
  expect(attempt.lesson).toBeNull();
  expect(new Set(attempt.items.map((item) => item.lessonSlug))).toEqual(new Set([lessonSlug, 'borders']));
});
