import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closeDatabase, useDatabase } from '#db/client.ts';
import { deleteAccount } from '#db/commands/delete-account.ts';
import { rebuildProgress } from '#db/commands/rebuild-progress.ts';
import { migrate } from '#db/migrate.ts';
import { namedDatabase } from './databases.ts';
import { at, granted, person, publishFixture, sit, start } from './harness.ts';

/**
 * At a school the owner of the tables is seldom above all policies, as the one of the embedded server is: then
 * forced row-level security binds the owner too, and what runs as the owner sees only what a policy shows.
 */

const quiet = { info: () => {}, warn: console.warn, error: console.error };
const template = inject('templateUrl');
const name = `plain_${randomBytes(6).toString('hex')}`;
const admin = postgres(namedDatabase(template, 'postgres'), { max: 1, onnotice: () => {} });
const above = postgres(namedDatabase(template, name), { max: 1, onnotice: () => {} });
const url = new URL(namedDatabase(template, name));
url.username = name;
url.password = name;

beforeAll(async () => {
  await admin.unsafe(`create role ${name} login password '${name}'`);
  await admin.unsafe(`create database ${name} owner ${name}`);
  // As the README says where the owner may not make the role itself.
  await admin.unsafe(`grant lectern_app to ${name}`);
  await migrate(url.href, quiet);
  await useDatabase(url.href);
});

afterAll(async () => {
  await closeDatabase();
  await above.end();
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.unsafe(`drop role if exists ${name}`);
  await admin.end();
});

const count = async (table: string) =>
  Number((await above.unsafe(`select count(*)::int as n from ${table}`))[0]?.n);

test('an account is deleted whole where the owner of the tables is above no policy', async () => {
  const [role] = await above`select rolsuper, rolbypassrls from pg_roles where rolname = ${name}`;
  expect({ ...role }).toEqual({ rolsuper: false, rolbypassrls: false });
  await publishFixture();
  const [goes, stays] = [await person('learner'), await person('learner')];
  for (const viewer of [goes, stays]) await sit(viewer, await start(viewer, undefined, 'same'), 3);
  const answers = await count('responses');
  granted(await deleteAccount(goes, { password: '', email: `${goes.userId}@example.org` }, at(9)));
  expect(await count('users')).toBe(1);
  expect(await count('responses')).toBe(answers / 2);
  expect(await count('erased_answers')).toBe(answers / 2);
  // What is kept of answers for quick reading is as it would be made anew.
  const progress = async () => (await above`select * from lesson_progress`).map((row) => ({ ...row }));
  const before = await progress();
  expect(before).toHaveLength(1);
  await rebuildProgress('system');
  expect(await progress()).toEqual(before);
});

test('an owner who is shown nothing refuses loudly, and the account stays', async () => {
  const viewer = await person('learner');
  await admin.unsafe(`grant lectern_app to ${name} with inherit false, set true`);
  try {
    await expect(
      deleteAccount(viewer, { password: '', email: `${viewer.userId}@example.org` }, at(9)),
    ).rejects.toThrow(/must inherit from lectern_app/);
    const [row] = await above`select count(*)::int as n from users where id = ${viewer.userId}`;
    expect(row?.n).toBe(1);
  } finally {
    await admin.unsafe(`grant lectern_app to ${name} with inherit true, set true`);
  }
});
