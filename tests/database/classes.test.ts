import { beforeAll, expect, test } from 'vitest';
import { archiveClass } from '#db/commands/archive-class.ts';
import { createClass } from '#db/commands/create-class.ts';
import { joinClass } from '#db/commands/join-class.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { removeLearner } from '#db/commands/remove-learner.ts';
import { renameClass } from '#db/commands/rename-class.ts';
import { renewJoinCode } from '#db/commands/renew-join-code.ts';
import {
  findClassByCode,
  listClasses,
  readAttemptForInstructor,
  readClassGrid,
  readLearnerInClass,
} from '#db/queries/classes.ts';
import { readToday } from '#db/queries/today.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import {
  at,
  courseSlug,
  enroll,
  expectAbsent,
  granted,
  inputFor,
  ownDatabase,
  person,
  publishFixture,
  refusalOf,
  servedItems,
  sit,
  start,
} from './harness.ts';

const { owner } = ownDatabase();
let instructor: Viewer;

beforeAll(async () => {
  await publishFixture();
  instructor = await person('instructor', 'Ms Teacher');
});

async function newClass(name = 'Group') {
  return granted(await createClass(instructor, { name, course: courseSlug }, at(1)));
}

test('a class is found by its code however it is typed', async () => {
  const { joinCode } = await newClass('  Group   B ');
  expect(joinCode).toMatch(/^[ABCDEFGHJKMNPQRSTUVWXYZ]{6}$/);
  const typed = `${joinCode.slice(0, 3).toLowerCase()} - ${joinCode.slice(3)}`;
  expect(await findClassByCode(null, typed)).toMatchObject({
    name: 'Group B',
    course: { slug: courseSlug },
    instructors: ['Ms Teacher'],
    joined: false,
  });
  expect(await findClassByCode(null, 'NOCODE')).toBeNull();
  expect(await findClassByCode(null, '')).toBeNull();
});

test('joining twice, and twenty times at once, joins once', async () => {
  const { joinCode, classId } = await newClass();
  const learner = await person('learner');
  const all = await Promise.all(
    Array.from({ length: 20 }, () => joinClass(learner, { code: joinCode }, at(2))),
  );
  expect(all.every((one) => granted(one).classId === classId)).toBe(true);
  const [log] = await owner`select count(*)::int as n from audit_log
    where action = 'class.joined' and actor_id = ${learner.userId}`;
  expect(log?.n).toBe(1);
  expect((await findClassByCode(learner, joinCode))?.joined).toBe(true);
  expect((await readToday(learner)).classes.map((found) => found.id)).toEqual([classId]);
});

test('an old code, and one of an archived class, lead nowhere', async () => {
  const { joinCode, classId } = await newClass();
  const inside = await person('learner');
  await enroll(inside, joinCode);
  const renewed = await renewJoinCode(instructor, classId, at(2));
  const learner = await person('learner');
  expect(refusalOf(await joinClass(learner, { code: joinCode }, at(3)))).toBe('unknown-code');
  await archiveClass(instructor, { classId, archived: true }, at(3));
  expect(refusalOf(await joinClass(learner, { code: renewed.joinCode }, at(3)))).toBe('archived');
  expect(await findClassByCode(learner, renewed.joinCode)).toBeNull();
  granted(await joinClass(inside, { code: renewed.joinCode }, at(3)));
  await archiveClass(instructor, { classId, archived: false }, at(4));
  granted(await joinClass(learner, { code: renewed.joinCode }, at(5)));
});

test('codes cannot be tried out', async () => {
  const { joinCode } = await newClass();
  const learner = await person('learner');
  const outcomes = [];
  for (let n = 0; n < 31; n += 1)
    outcomes.push(refusalOf(await joinClass(learner, { code: 'AAAAAA' }, at(3))));
  expect(outcomes.filter((outcome) => outcome === 'unknown-code')).toHaveLength(30);
  expect(refusalOf(await joinClass(learner, { code: joinCode }, at(3)))).toBe('rate-limited');
});

test('a learner who was taken out is off the grid, keeps the work, and may come back', async () => {
  const { joinCode, classId } = await newClass();
  const learner = await person('learner', 'Back Again');
  await enroll(learner, joinCode);
  await sit(learner, await start(learner), 7);
  await removeLearner(instructor, { classId, userId: learner.userId }, at(5));
  expect((await readClassGrid(instructor, classId)).learners).toEqual([]);
  await expectAbsent(readLearnerInClass(instructor, classId, learner.userId));
  await expectAbsent(removeLearner(instructor, { classId, userId: learner.userId }, at(5)));
  await enroll(learner, joinCode);
  const [row] = (await readClassGrid(instructor, classId)).learners;
  expect(row?.cells[0]).toMatchObject({ level: 'proficient', attempts: 1, answers: 7, openAnswered: null });
});

test('the grid tells for every learner and lesson where they stand', async () => {
  const { joinCode, classId } = await newClass('Grid');
  const [anna, ben, carl, dora] = [
    await person('learner', 'Anna'),
    await person('learner', 'ben'),
    await person('learner', 'Carl'),
    await person('learner', 'Dora'),
  ];
  for (const learner of [dora, carl, ben, anna]) await enroll(learner, joinCode);
  await sit(anna, await start(anna), 7);
  await sit(ben, await start(ben), 5, at(9));
  await sit(ben, await start(ben, 'borders', 's', at(10)), 1, at(12));
  const open = await start(carl, 'borders');
  const [item] = await servedItems(carl, open);
  if (item === undefined) throw new Error('nothing was served');
  granted(await recordResponse(carl, inputFor(open, item, true), at(3)));
  const grid = await readClassGrid(instructor, classId);
  expect(grid.lessons.map((lesson) => lesson.slug)).toEqual(['trade-and-money', 'borders', 'afterword']);
  expect(grid.learners.map((learner) => [learner.name, ...learner.cells.map((cell) => cell.level)])).toEqual([
    ['Anna', 'proficient', null, null],
    ['ben', 'familiar', 'attempted', null],
    ['Carl', null, null, null],
    ['Dora', null, null, null],
  ]);
  expect(grid.learners[2]?.cells[1]).toMatchObject({ answers: 1, attempts: 0, openAnswered: 1 });
  expect(grid.learners.map((learner) => learner.lastActiveAt)).toEqual([at(2), at(12), at(3), null]);
  expect(grid.summary).toEqual([
    { lessonId: 'lesson-1', mastered: 0, proficient: 1, familiar: 1, attempted: 0, none: 2 },
    { lessonId: 'lesson-2', mastered: 0, proficient: 0, familiar: 0, attempted: 1, none: 3 },
    { lessonId: 'lesson-3', mastered: 0, proficient: 0, familiar: 0, attempted: 0, none: 4 },
  ]);
  // What a mixed exam has confirmed stands above proficient, and falls with the next try that is not all right.
  await owner`update lesson_progress set mastered = true where user_id in (${anna.userId}, ${ben.userId})`;
  const confirmed = await readClassGrid(instructor, classId);
  expect(confirmed.learners.slice(0, 2).map((learner) => learner.cells[0]?.level)).toEqual([
    'mastered',
    'familiar',
  ]);
  expect(confirmed.summary[0]).toMatchObject({ mastered: 1, proficient: 0 });
  const card = (await listClasses(instructor)).find((found) => found.id === classId);
  expect(card).toMatchObject({ name: 'Grid', learners: 4, archived: false });
});

test('an instructor reads an attempt answer by answer, with what would have been right', async () => {
  const { joinCode, classId } = await newClass();
  const learner = await person('learner');
  await enroll(learner, joinCode);
  const attemptId = await start(learner);
  const [first] = await servedItems(learner, attemptId);
  if (first === undefined) throw new Error('nothing was served');
  granted(await recordResponse(learner, { ...inputFor(attemptId, first, false), certainty: 3 }, at(3)));
  const read = await readLearnerInClass(instructor, classId, learner.userId);
  expect(read.lessons[0]?.attempts).toMatchObject([{ id: attemptId, number: 1, answered: 1, total: 7 }]);
  const attempt = await readAttemptForInstructor(instructor, classId, attemptId);
  expect(attempt.items[0]).toMatchObject({
    answerText: 'Costs rose',
    correctText: 'Costs fell',
    mark: 0,
    certainty: 3,
    address: '1.2',
    unanswered: false,
  });
  expect(attempt.items[1]).toMatchObject({ answerText: null, unanswered: true, mark: null });
});

test('an attempt in another course, or of somebody outside the class, is absent', async () => {
  const { classId } = await newClass();
  const outsider = await person('learner');
  await expectAbsent(readAttemptForInstructor(instructor, classId, await start(outsider)));
});

test('a class needs a name that can be seen', async () => {
  const refusal = async (name: string) =>
    refusalOf(await createClass(instructor, { name, course: courseSlug }, at(1)));
  expect(await refusal('  ')).toBe('name-empty');
  expect(await refusal('\u200b\u0000')).toBe('name-empty');
  expect(await refusal('x'.repeat(121))).toBe('name-long');
  const { classId } = await newClass();
  granted(await renameClass(instructor, { classId, name: 'é'.repeat(120) }, at(1)));
});
