import { beforeAll, expect, test } from 'vitest';
import { recordResponse } from '#db/commands/record-response.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';
import { readQuestion, readResult } from '#db/queries/attempts.ts';
import { listClasses } from '#db/queries/classes.ts';
import { listCourses, readCourse, readLesson } from '#db/queries/courses.ts';
import { readToday } from '#db/queries/today.ts';
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

const canary = 'zq7canary';
const { owner } = ownDatabase();
beforeAll(async () => {
  await publishFixture(buildCourse({ canary }));
});

test('publishing the same twice, or five times at once, makes one edition', async () => {
  const course = buildCourse({ title: 'Same' });
  const all = await Promise.all(Array.from({ length: 5 }, () => publishFixture(course, 'public', 'same')));
  expect(new Set(all.map((one) => one.editionId)).size).toBe(1);
  expect(all.filter((one) => one.created)).toHaveLength(1);
});

test('a changed question makes a new edition, in which the others keep their rows and their history', async () => {
  const before = await publishFixture(buildCourse(), 'public', 'changes');
  const after = await publishFixture(buildCourse({ changed: true }), 'public', 'changes');
  expect([after.created, after.courseId]).toEqual([true, before.courseId]);
  const itemsOf = async (edition: string) =>
    (await owner`select item_id from lesson_items where edition_id = ${edition}`).map((row) =>
      String(row.item_id),
    );
  const [old, now] = [await itemsOf(before.editionId), await itemsOf(after.editionId)];
  expect(now.filter((id) => !old.includes(id))).toHaveLength(1);
  expect(now).toHaveLength(old.length);
  expect((await readCourse(null, 'changes')).editionNumber).toBe(2);
  // What was published before is taken up again, not written again.
  const back = await publishFixture(buildCourse(), 'public', 'changes');
  expect(back).toEqual({ ...before, created: false });
  expect((await readCourse(null, 'changes')).editionNumber).toBe(1);
});

test('reasons that name a sentence’s new place leave each question its row, and each edition says its own', async () => {
  const place = (address: string) => {
    const course = buildCourse({ title: `Places ${address}` });
    const options = (item: (typeof course.items)[number]) =>
      item.options.map((option) => ({ ...option, rationale: `Stated in ${address}.` }));
    return { ...course, items: course.items.map((item) => ({ ...item, options: options(item) })) };
  };
  const reasonsIn = async (learner: Awaited<ReturnType<typeof person>>, attemptId: string) => {
    const items = await servedItems(learner, attemptId);
    const asked = items.find(({ prompt }) => prompt.kind === 'single');
    if (asked === undefined) throw new Error('no choice was served');
    await sit(learner, attemptId, 0, at(5));
    const { response } = await readQuestion(learner, attemptId, asked.position);
    const { missed } = await readResult(learner, attemptId);
    const shown = missed.find(({ position }) => position === asked.position);
    return [...new Set([...(response?.options ?? []).map(({ rationale }) => rationale), shown?.rationale])];
  };
  const rows = async (edition: string) =>
    (await owner`select item_id from lesson_items where edition_id = ${edition} order by 1`).map((row) =>
      String(row.item_id),
    );
  const before = await publishFixture(place('1.1'), 'public', 'places');
  const learner = await person('learner');
  const begun = granted(
    await startAttempt(learner, { course: 'places', lesson: lessonSlug, seed: 'a' }, at(1)),
  ).attemptId;
  const after = await publishFixture(place('1.2'), 'public', 'places');
  expect(after.created).toBe(true);
  expect(await rows(after.editionId)).toEqual(await rows(before.editionId));
  expect(await reasonsIn(learner, begun)).toEqual(['Stated in 1.1.']);
  const later = await person('learner');
  const next = granted(
    await startAttempt(later, { course: 'places', lesson: lessonSlug, seed: 'a' }, at(4)),
  ).attemptId;
  expect(await reasonsIn(later, next)).toEqual(['Stated in 1.2.']);
});

test('an attempt goes on in the edition that it began in', async () => {
  const slug = courseSlug;
  const learner = await person('learner');
  const attemptId = await start(learner);
  const before = await readQuestion(learner, attemptId, 1);
  await publishFixture(buildCourse({ changed: true }), 'public', slug);
  expect((await readQuestion(learner, attemptId, 1)).item).toEqual(before.item);
  await sit(learner, attemptId, 7);
  expect((await readResult(learner, attemptId)).score).toBe(7);
  await publishFixture(buildCourse({ canary }), 'public', slug);
});

test('a course for classes is not in the list of whoever is in none', async () => {
  await publishFixture(buildCourse({ title: 'Closed' }), 'class', 'closed');
  const slugs = async (viewer: Parameters<typeof listCourses>[0]) =>
    (await listCourses(viewer)).map((course) => course.slug);
  expect(await slugs(null)).not.toContain('closed');
  expect(await slugs(await person('learner'))).not.toContain('closed');
  expect(await slugs(await person('instructor'))).toContain('closed');
});

test('a lesson shows its sentences with their addresses and marks a term once', async () => {
  const lesson = await readLesson(null, courseSlug, lessonSlug);
  const first = lesson.paragraphs[1];
  expect(first?.sentences.map((sentence) => [sentence.address, sentence.id])).toEqual([
    ['1.1', 's1-1'],
    ['1.2', 's1-2'],
  ]);
  for (const paragraph of lesson.paragraphs)
    for (const sentence of paragraph.sentences)
      expect(paragraph.text.slice(sentence.start - paragraph.start, sentence.end - paragraph.start)).toBe(
        sentence.text,
      );
  const marks = lesson.paragraphs.flatMap((paragraph) =>
    paragraph.termMarks.map((mark) =>
      paragraph.text.slice(mark.start - paragraph.start, mark.end - paragraph.start),
    ),
  );
  expect(marks).toEqual(['bloc']);
  expect(lesson.terms).toMatchObject([{ term: 'bloc', address: '1.1' }]);
  expect([lesson.previous, lesson.next?.slug]).toEqual([null, 'borders']);
});

test('no key, rationale, claim or evidence of an open question is in anything that a learner is given', async () => {
  const learner = await person('learner');
  const attemptId = await start(learner);
  const seen = async (value: unknown) =>
    [...new Set(JSON.stringify(value).match(/zq7canary-\w+/g) ?? [])].sort();
  // The sentences that prove an answer stand in the lesson itself.
  expect(await seen(await readLesson(learner, courseSlug, lessonSlug))).toEqual(['zq7canary-evidence']);
  const others = [
    await listCourses(learner),
    await readCourse(learner, courseSlug),
    await readToday(learner),
    ...(await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map((position) => readQuestion(learner, attemptId, position)),
    )),
  ];
  expect(await seen(others)).toEqual([]);
  const [first] = await servedItems(learner, attemptId);
  if (first === undefined) throw new Error('nothing was served');
  granted(await recordResponse(learner, inputFor(attemptId, first, true), at(2)));
  expect(await seen(await readQuestion(learner, attemptId, 1))).toEqual([
    'zq7canary-evidence',
    'zq7canary-rationale',
  ]);
  for (const position of [2, 3, 4, 5, 6, 7])
    expect(await seen(await readQuestion(learner, attemptId, position))).toEqual([]);
  expect(await listClasses(await person('instructor'))).toEqual([]);
});

test('what is asked is shown without marking the right option, in an order that says nothing of it', async () => {
  const learner = await person('learner');
  const attemptId = await start(learner);
  for (const position of [1, 2, 3, 4, 5, 6, 7]) {
    const question = await readQuestion(learner, attemptId, position);
    expect(question.response).toBeNull();
    expect(Object.keys(question.item).sort()).toEqual(['choices', 'kind', 'lefts', 'options', 'stem']);
    for (const option of question.item.options) expect(Object.keys(option).sort()).toEqual(['id', 'text']);
  }
});
