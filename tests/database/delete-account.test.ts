import { randomUUID } from 'node:crypto';
import { sql as drizzleSql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { inSchool, outsideSchools } from '#db/client.ts';
import { createClass } from '#db/commands/create-class.ts';
import { deleteAccount } from '#db/commands/delete-account.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { readDeletion } from '#db/queries/own-deletion.ts';
import { readOwnRecord } from '#db/queries/own-record.ts';
import { findViewer } from '#db/queries/sessions.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { personalTables } from '../access/personal-data.ts';
import {
  at,
  courseSlug,
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
import { type Life, liveWholeLife, password } from './whole-life.ts';

const { owner } = ownDatabase();
let gone: Life;
let stays: Life;

const byPassword = { password, email: '' };
const byEmail = (viewer: Viewer) => ({ password: '', email: `${viewer.userId}@example.org` });

/** Everything in the database, as text, a line for each row. */
async function dump(): Promise<string[]> {
  const tables = await owner`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const lines: string[] = [];
  for (const { name } of tables)
    for (const row of await owner.unsafe(`select t::text as line from "${name}" t order by 1`))
      lines.push(`${name} ${row.line}`);
  return lines;
}

async function rowsOf(userId: string): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const [table, { ownRows }] of Object.entries(personalTables))
    rows[table] = await owner.unsafe(ownRows, [userId]);
  return rows;
}

const answersByItem = async () => {
  const rows = await owner`
    select edition_id, item_id, sum(n)::int as n, round(sum(mark)::numeric, 9)::text as mark from (
      select a.edition_id, r.item_id, 1 as n, r.mark from responses r join attempts a on a.id = r.attempt_id
      union all select edition_id, item_id, answers, marks from erased_answers) each
    group by 1, 2 order by 1, 2`;
  return rows.map((row) => ({ ...row }));
};
const choicesByOption = async () => {
  const rows = await owner`
    select item_id, option_id, sum(n)::int as n from (
      select item_id, option_id, 1 as n from response_options
      union all select item_id, option_id, chosen from erased_choices) each
    group by 1, 2 order by 1, 2`;
  return rows.map((row) => ({ ...row }));
};

beforeAll(async () => {
  await publishFixture();
  gone = await liveWholeLife(owner, 'Zelda Quixano');
  stays = await liveWholeLife(owner, 'Sancho Stays');
  await owner`insert into audit_log (school_id, id, at, actor_id, action, subject_id, details)
    values (${gone.viewer.schoolId}, ${randomUUID()}, now(), ${gone.viewer.userId}, 'class.renamed', ${gone.classId},
      ${owner.json({ from: 'Class of zelda quixano', to: 'Ours', n: 3 })})`;
});

describe('somebody who is not shown to be the person deletes nothing', () => {
  test('by a wrong password, or by the address where a password is set', async () => {
    const before = await dump();
    expect(
      refusalOf(await deleteAccount(gone.viewer, { password: 'not it', email: gone.email }, at(50))),
    ).toBe('wrong-password');
    // But that it was tried.
    const isCount = (line: string) => line.startsWith('rate_limits ');
    expect((await dump()).filter((line) => !isCount(line))).toEqual(before.filter((line) => !isCount(line)));
    await owner`delete from rate_limits`;
  });

  test('by a wrong address where no password is set; the right one may be typed in any capitals', async () => {
    const viewer = await person('learner');
    expect(refusalOf(await deleteAccount(viewer, { password: '', email: 'x@example.org' }, at(50)))).toBe(
      'wrong-email',
    );
    const { email } = byEmail(viewer);
    expect(
      (await deleteAccount(viewer, { password: '', email: ` ${email.toUpperCase()} ` }, at(50))).ok,
    ).toBe(true);
  });

  test('nor by guessing on and on', async () => {
    const viewer = await person('learner');
    for (let n = 0; n < 10; n += 1)
      await deleteAccount(viewer, { password: '', email: 'x@example.org' }, at(50));
    expect(refusalOf(await deleteAccount(viewer, byEmail(viewer), at(51)))).toBe('rate-limited');
  });

  test('nor by nobody', async () => {
    await expectAbsent(deleteAccount(null, byPassword, at(50)));
    await expectAbsent(readDeletion(null));
  });
});

test('a deleted account leaves counts, and no row, name, address, word or id of the person anywhere', async () => {
  expect(await readDeletion(gone.viewer)).toMatchObject({
    email: gone.email.toUpperCase(),
    hasPassword: true,
    isLastAdmin: false,
    notes: 1,
    certificates: 1,
    closed: ['A class of theirs'],
    handedOn: [],
  });
  const [answers, choices] = [await answersByItem(), await choicesByOption()];
  const theirs = await rowsOf(gone.viewer.userId);
  for (const [table, rows] of Object.entries(theirs)) expect(rows.length, table).toBeGreaterThan(0);
  const others = await rowsOf(stays.viewer.userId);
  const lines = Number((await owner`select count(*)::int as n from audit_log`)[0]?.n);

  const deleted = granted(await deleteAccount(gone.viewer, byPassword, at(60)));
  expect(deleted.openAttempts.sort()).toEqual([gone.open, gone.openExam].sort());

  for (const [table, rows] of Object.entries(await rowsOf(gone.viewer.userId)))
    expect(rows, table).toEqual([]);
  expect(await rowsOf(stays.viewer.userId)).toEqual(others);
  const ids = Object.values(theirs)
    .flat()
    .flatMap((row) => [(row as { id?: string }).id ?? ''])
    .filter((id) => /^[0-9a-f-]{36}$/.test(id));
  expect(ids.length).toBeGreaterThan(20);
  const lineIds = new Set((await owner`select id from audit_log`).map(({ id }) => String(id)));
  const traces = [gone.viewer.name, gone.email, ...gone.own, ...ids.filter((id) => !lineIds.has(id))];
  const kept = await dump();
  for (const trace of traces)
    expect(
      kept.filter((line) => line.toLowerCase().includes(trace.toLowerCase())),
      trace,
    ).toEqual([]);

  expect(await answersByItem()).toEqual(answers);
  expect(await choicesByOption()).toEqual(choices);
  const [count] = await owner`select count(*)::int as n from erased_answers`;
  expect(count?.n).toBeGreaterThan(5);

  // The log lost no line, and gained that a class was closed and that somebody went.
  const log = await owner`select action, actor_id, subject_id, details from audit_log order by at, id`;
  expect(log).toHaveLength(lines + 2);
  expect(log.filter(({ action }) => action === 'person.erased')).toEqual([
    { action: 'person.erased', actor_id: null, subject_id: null, details: { role: 'learner' } },
    { action: 'person.erased', actor_id: null, subject_id: null, details: { role: 'instructor' } },
  ]);
  expect(log.find(({ action }) => action === 'class.renamed')?.details).toEqual({
    from: null,
    to: 'Ours',
    n: 3,
  });
});

test('their session opens nothing any more, and a second request finds nothing and says the same', async () => {
  expect(await findViewer(gone.viewer.sessionId, 2, at(5))).toBeNull();
  await expectAbsent(readOwnRecord(gone.viewer));
  await expectAbsent(readDeletion(gone.viewer));
  const before = await dump();
  expect(await deleteAccount(gone.viewer, byPassword, at(61))).toEqual({
    ok: true,
    value: { openAttempts: [] },
  });
  expect(await dump()).toEqual(before);
});

test('the counts of two who went add up', async () => {
  const [one, two] = [await person('learner'), await person('learner')];
  for (const viewer of [one, two]) await sit(viewer, await start(viewer, undefined, 'same'), 3);
  const [answers, choices] = [await answersByItem(), await choicesByOption()];
  await Promise.all(
    [one, two].map(async (viewer) => granted(await deleteAccount(viewer, byEmail(viewer), at(70)))),
  );
  expect(await answersByItem()).toEqual(answers);
  expect(await choicesByOption()).toEqual(choices);
});

test('answers that are under way either count or are refused; none is left of nobody', async () => {
  const viewer = await person('learner');
  const attempt = await start(viewer);
  const items = await servedItems(viewer, attempt);
  const [deleted, ...answered] = await Promise.allSettled([
    deleteAccount(viewer, byEmail(viewer), at(70)),
    ...items.map((item) => recordResponse(viewer, inputFor(attempt, item, true), at(70))),
    deleteAccount(viewer, byEmail(viewer), at(70)),
  ]);
  // Whoever lost a race for a lock may try again, and then it is done.
  if (deleted?.status !== 'fulfilled') granted(await deleteAccount(viewer, byEmail(viewer), at(71)));
  expect(answered.length).toBeGreaterThan(5);
  for (const [table, rows] of Object.entries(await rowsOf(viewer.userId))) expect(rows, table).toEqual([]);
});

describe('a class of somebody who goes', () => {
  test('stays open with another instructor, and is closed without', async () => {
    const [goes, other, demoted] = [
      await person('instructor'),
      await person('instructor'),
      await person('learner'),
    ];
    const make = async (name: string) =>
      granted(await createClass(goes, { name, course: courseSlug }, at(1))).classId;
    const [shared, alone, left] = [await make('Shared'), await make('Alone'), await make('Left')];
    for (const [classId, userId] of [
      [shared, other.userId],
      [left, demoted.userId],
    ] as const)
      await owner`insert into class_instructors (school_id, class_id, user_id, added_at)
        values (${goes.schoolId}, ${classId}, ${userId}, now())`;
    expect(await readDeletion(goes)).toMatchObject({ handedOn: ['Shared'], closed: ['Alone', 'Left'] });
    granted(await deleteAccount(goes, byEmail(goes), at(80)));
    const classes = await owner`select name, archived_at is not null as closed from classes
      where id in ${owner([shared, alone, left])} order by name`;
    expect(classes.map((row) => ({ ...row }))).toEqual([
      { name: 'Alone', closed: true },
      { name: 'Left', closed: true },
      { name: 'Shared', closed: false },
    ]);
  });

  test('is closed too where both its instructors go at the same moment', async () => {
    const [one, two] = [await person('instructor'), await person('instructor')];
    const { classId } = granted(await createClass(one, { name: 'Both', course: courseSlug }, at(1)));
    await owner`insert into class_instructors (school_id, class_id, user_id, added_at)
      values (${one.schoolId}, ${classId}, ${two.userId}, now())`;
    await Promise.all(
      [one, two].map(async (viewer) => granted(await deleteAccount(viewer, byEmail(viewer), at(80)))),
    );
    const [row] = await owner`select archived_at from classes where id = ${classId}`;
    expect(row?.archived_at).not.toBeNull();
  });
});

test('the last admin cannot go; of two, one can, and at the same moment too', async () => {
  const [one, two] = [await person('admin'), await person('admin')];
  expect(await readDeletion(one)).toMatchObject({ isLastAdmin: false });
  const outcomes = await Promise.all(
    [one, two].map((viewer) => deleteAccount(viewer, byEmail(viewer), at(90))),
  );
  expect(outcomes.map(refusalOf).sort()).toEqual(['last-admin', 'not refused']);
  const left = outcomes[0]?.ok ? two : one;
  expect(await readDeletion(left)).toMatchObject({ isLastAdmin: true });
});

describe('the function that erases', () => {
  const erase = (userId: string) => drizzleSql`select erase_person(${userId}, now()) as done`;

  test('does nothing to a person of another school, nor where no school is named', async () => {
    const school = randomUUID();
    await owner`insert into schools (id, name, created_at) values (${school}, 'Another', now())`;
    const stranger = await person('learner', 'Elsewhere', school);
    const [row] = await inSchool(stays.viewer, (tx) => tx.execute<{ done: boolean }>(erase(stranger.userId)));
    expect(row?.done).toBe(false);
    await expect(outsideSchools((tx) => tx.execute(erase(stays.viewer.userId)))).rejects.toThrow(/no school/);
    const [there] =
      await owner`select count(*)::int as n from users where id in ${owner([stranger.userId, stays.viewer.userId])}`;
    expect(there?.n).toBe(2);
  });

  test('is called by the application’s role alone, and looks names up nowhere that another could write', async () => {
    const [row] = await owner`
      select p.prosecdef as definer, p.proconfig[1] as settings,
        has_function_privilege('lectern_app', p.oid, 'execute') as app,
        exists (select from aclexplode(p.proacl) a where a.grantee = 0) as anyone,
        p.proowner = (select relowner from pg_class where oid = 'responses'::regclass) as tables_owner
      from pg_proc p where p.proname = 'erase_person'`;
    expect({ ...row }).toEqual({
      definer: true,
      settings: 'search_path=pg_catalog, pg_temp',
      app: true,
      anyone: false,
      tables_owner: true,
    });
  });
});
