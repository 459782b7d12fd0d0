import { beforeAll, expect, test } from 'vitest';
import { createClass } from '#db/commands/create-class.ts';
import { finishAttempt } from '#db/commands/finish-attempt.ts';
import { removeLearner } from '#db/commands/remove-learner.ts';
import { startExam } from '#db/commands/start-exam.ts';
import { listClassQuestions, readGradebook } from '#db/queries/class-files.ts';
import { readClassGrid } from '#db/queries/classes.ts';
import { readExam } from '#db/queries/exams.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { readGift } from '#lib/exchange/gift-read.ts';
import { canvasCsv, gradesCsv } from '#lib/exchange/gradebook.ts';
import { questionsFile } from '#lib/exchange/questions-file.ts';
import { buildCourse } from '../fixtures/course.ts';
import {
  at,
  courseSlug,
  enroll,
  granted,
  ownDatabase,
  person,
  publishFixture,
  sit,
  start,
} from './harness.ts';

ownDatabase();
let instructor: Viewer;
let classId: string;
let joinCode: string;

beforeAll(async () => {
  await publishFixture();
  instructor = await person('instructor');
  ({ classId, joinCode } = granted(
    await createClass(instructor, { name: 'Group', course: courseSlug }, at(1)),
  ));
});

async function sitExam(learner: Viewer, right: number, minute: number): Promise<void> {
  const { attemptId } = granted(
    await startExam(learner, { course: courseSlug, seed: `${minute}` }, at(minute)),
  );
  await sit(learner, attemptId, right, at(minute + 1));
  granted(await finishAttempt(learner, attemptId, at(minute + 2)));
}

test('the gradebook says what the grid of the class says, and of exams the best and the last', async () => {
  const [ann, bo, gone] = [
    await person('learner', 'Ann'),
    await person('learner', '=Bo'),
    await person('learner', 'Cy'),
  ];
  for (const learner of [ann, bo, gone]) await enroll(learner, joinCode);
  await sit(ann, await start(ann), 99);
  await sit(ann, await start(ann, undefined, 'again', at(5)), 1, at(6));
  await start(bo);
  await sitExam(ann, 99, 10);
  await sitExam(ann, 2, 20);
  // Begun, and not handed in: of it nothing is told.
  granted(await startExam(bo, { course: courseSlug, seed: 's' }, at(10)));
  await removeLearner(instructor, { classId, userId: gone.userId }, at(30));

  const book = await readGradebook(instructor, classId);
  const grid = await readClassGrid(instructor, classId);
  expect(book.lessons.map(({ title }) => title)).toEqual(grid.lessons.map(({ title }) => title));
  expect(book.learners.map(({ name, lessons }) => ({ name, lessons }))).toEqual(
    grid.learners.map(({ name, cells }) => ({
      name,
      lessons: cells.map(({ bestShare, lastShare }) => ({ best: bestShare, last: lastShare })),
    })),
  );
  const told = book.learners.find(({ name }) => name === 'Ann');
  expect(told?.email).toBe(`${ann.userId}@example.org`);
  expect(told?.lessons[0]?.best).toBe(1);
  expect(told?.lessons[0]?.last).toBeLessThan(1);
  const sat = (await readExam(ann, courseSlug))?.sat.map(({ score, maxScore }) => score / maxScore) ?? [];
  expect(sat).toHaveLength(2);
  expect(told?.exam).toEqual({ best: 1, last: sat[0] });
  expect(told?.exam.last).toBeLessThan(1);
  expect(book.learners.find(({ name }) => name === '=Bo')?.exam).toEqual({ best: null, last: null });

  const rows = gradesCsv({ ...book, exam: 'Exam' }).split('\r\n');
  expect(rows).toHaveLength(4);
  expect(rows.find((row) => row.startsWith('Ann'))).toContain(`Ann,${ann.userId}@example.org,100,`);
  expect(rows.some((row) => row.startsWith("'=Bo,"))).toBe(true);
  expect(canvasCsv({ ...book, exam: 'Exam' }).split('\r\n')[1]).toMatch(
    /^ {4}Points Possible,,,,(?:,10){4}$/,
  );
});

test('the questions of the course come with keys and reasons, in the order of the lessons', async () => {
  const { course, questions } = await listClassQuestions(instructor, classId);
  const built = buildCourse();
  expect(course).toEqual({ slug: courseSlug, title: built.title });
  expect(questions.map(({ stem }) => stem).sort()).toEqual(built.items.map(({ stem }) => stem).sort());
  for (const { stem, options, pairs, order, accept, feedback } of questions) {
    const item = built.items.find((one) => one.stem === stem);
    const told = (each: readonly { text: string; correct: boolean; rationale: string }[] | undefined) =>
      each
        ?.map(({ text, correct, rationale }) => ({ text, correct, rationale }))
        .sort((a, b) => (a.text < b.text ? -1 : 1));
    expect(told(options)).toEqual(told(item?.options));
    expect({ pairs, order, accept }).toEqual({
      pairs: item?.pairs,
      order: item?.order,
      accept: item?.accept,
    });
    for (const { quote } of item?.evidence ?? []) expect(feedback).toContain(quote);
  }
  const categories = questions.map(({ category }) => category);
  expect(categories).toEqual([...categories].sort());
  // Named by its place: an item's id is a fingerprint of its key.
  for (const { name, stem } of questions) expect(name.replace(/^[12]\.\d+ /, '')).toBe(stem);
  const file = questionsFile('gift', course, questions);
  const read = readGift(String(file.content));
  expect(
    read.ok && read.value.questions.map(({ name, stem, feedback }) => ({ name, stem, feedback })),
  ).toEqual(questions.map(({ name, stem, feedback }) => ({ name, stem, feedback })));
});
