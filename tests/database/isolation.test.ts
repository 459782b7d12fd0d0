import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { inSchool, outsideSchools } from '#db/client.ts';
import { createClass } from '#db/commands/create-class.ts';
import { publishCourse } from '#db/commands/publish-course.ts';
import { readQuestion } from '#db/queries/attempts.ts';
import { listClasses, readClassGrid } from '#db/queries/classes.ts';
import { listCourses, readCourse } from '#db/queries/courses.ts';
import { listPeople } from '#db/queries/people.ts';
import { findSchoolId } from '#db/queries/sessions.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { buildCourse } from '../fixtures/course.ts';
import {
  at,
  courseSlug,
  expectAbsent,
  granted,
  ownDatabase,
  person,
  publishFixture,
  servedItems,
  sit,
  start,
} from './harness.ts';

const { owner } = ownDatabase();
const otherSchool = randomUUID();
let learner: Viewer;
let stranger: Viewer;
let attemptId: string;
let classId: string;

beforeAll(async () => {
  await publishFixture();
  await owner`insert into schools (id, name, created_at) values (${otherSchool}, 'Another', now())`;
  learner = await person('learner');
  stranger = await person('admin', 'Admin elsewhere', otherSchool);
  attemptId = await start(learner);
  await sit(learner, attemptId, 3);
  const instructor = await person('instructor');
  classId = granted(await createClass(instructor, { name: 'Ours', course: courseSlug }, at(1))).classId;
});

const tables = [
  'users',
  'sessions',
  'classes',
  'class_instructors',
  'courses',
  'editions',
  'lessons',
  'claims',
  'items',
  'options',
  'lesson_items',
  'attempts',
  'attempt_items',
  'responses',
  'response_options',
  'lesson_progress',
  'audit_log',
];

const rowsIn = (table: string) => sql`select count(*)::int as n from ${sql.identifier(table)}`;

test('a transaction that names no school sees nothing and can write nothing', async () => {
  for (const table of tables) {
    const [row] = await outsideSchools((tx) => tx.execute<{ n: number }>(rowsIn(table)));
    expect(row?.n, table).toBe(0);
  }
  const insert = sql`insert into lesson_visits (school_id, user_id, course_id, lesson_id, first_at, last_at)
    select ${learner.schoolId}, ${learner.userId}, ${randomUUID()}, 'x', now(), now()`;
  await expect(outsideSchools((tx) => tx.execute(insert))).rejects.toThrow(/row-level security/);
});

test('the setting of one transaction is gone in the next on the same connection', async () => {
  for (let round = 0; round < 20; round += 1) {
    const [inside] = await inSchool(learner, (tx) => tx.execute<{ n: number }>(rowsIn('users')));
    const [outside] = await outsideSchools((tx) => tx.execute<{ n: number }>(rowsIn('users')));
    expect([inside?.n === 0, outside?.n]).toEqual([false, 0]);
  }
});

test('another school sees none of our rows, and cannot write into ours', async () => {
  for (const table of tables) {
    const [ours] = await inSchool(learner, (tx) => tx.execute<{ n: number }>(rowsIn(table)));
    expect(ours?.n, table).toBeGreaterThan(0);
    const school = sql`select count(*)::int as n from ${sql.identifier(table)} where school_id = ${learner.schoolId}`;
    const [theirs] = await inSchool(stranger, (tx) => tx.execute<{ n: number }>(school));
    expect(theirs?.n, table).toBe(0);
  }
  const smuggle = sql`insert into users (school_id, id, email, email_folded, name, role, created_at)
    values (${learner.schoolId}, ${randomUUID()}, 'x@y.z', 'x@y.z', 'X', 'admin', now())`;
  await expect(inSchool(stranger, (tx) => tx.execute(smuggle))).rejects.toThrow(/row-level security/);
});

test('to an admin of another school our courses, classes, people and attempts are absent', async () => {
  expect(await listCourses(stranger)).toEqual([]);
  expect(await listClasses(stranger)).toEqual([]);
  await expectAbsent(readCourse(stranger, courseSlug));
  await expectAbsent(readClassGrid(stranger, classId));
  await expectAbsent(readQuestion(stranger, attemptId, 1));
  expect((await listPeople(stranger, {})).people.map((found) => found.name)).toEqual(['Admin elsewhere']);
});

test('two schools may use one slug and the same items, each with its own history', async () => {
  await publishCourse(stranger, { slug: courseSlug, course: buildCourse(), visibility: 'public' }, at(0));
  const theirs = await readCourse(stranger, courseSlug);
  expect(theirs.lessons).toHaveLength(3);
  expect(theirs.lessons.every((lesson) => lesson.progress === null)).toBe(true);
  const attempt = await start(stranger, undefined, 'seed', at(5));
  const ours = new Set((await servedItems(learner, attemptId)).map((item) => item.itemId));
  expect((await servedItems(stranger, attempt)).every((item) => ours.has(item.itemId))).toBe(true);
});

test('somebody unknown is in the school that was there first', async () => {
  expect(await findSchoolId()).toBe(learner.schoolId);
});

test('the application can neither change nor remove an answer or a line of the log', async () => {
  for (const table of ['responses', 'response_options', 'audit_log', 'items', 'editions']) {
    const name = sql.identifier(table);
    const change = sql`update ${name} set school_id = school_id`;
    await expect(
      inSchool(learner, (tx) => tx.execute(change)),
      table,
    ).rejects.toThrow(/permission denied/);
    await expect(
      inSchool(learner, (tx) => tx.execute(sql`delete from ${name}`)),
      table,
    ).rejects.toThrow(/permission denied/);
    await expect(
      inSchool(learner, (tx) => tx.execute(sql`truncate ${name}`)),
      table,
    ).rejects.toThrow(/permission denied/);
  }
});

test('the database itself refuses a second key, a second open attempt and a choice of another question', async () => {
  const refusals: [string, RegExp][] = [
    [
      `insert into options select school_id, item_id, 'new', 99, text, true, rationale, true from options where sole_key limit 1`,
      /options_one_key/,
    ],
    [
      `insert into attempts select school_id, gen_random_uuid(), user_id, course_id, edition_id, lesson_id, n, now(), null, null, null
       from attempts, generate_series(50, 51) n where id = '${attemptId}'`,
      /attempts_one_open/,
    ],
    [
      `insert into response_options select r.school_id, r.id, r.item_id, o.id from responses r
       join options o on o.item_id <> r.item_id limit 1`,
      /foreign key/,
    ],
    [
      `insert into responses select school_id, gen_random_uuid(), attempt_id, item_id, answer, mark, certainty, now() from responses limit 1`,
      /responses_one/,
    ],
    [
      `insert into responses select r.school_id, gen_random_uuid(), r.attempt_id, i.id, r.answer, 1, null, now()
       from responses r join items i on i.id like 'border-%' limit 1`,
      /foreign key/,
    ],
    [`update courses set current_edition_id = gen_random_uuid()`, /courses_current_edition/],
  ];
  for (const [statement, message] of refusals) await expect(owner.unsafe(statement)).rejects.toThrow(message);
});
