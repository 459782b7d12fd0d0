import { readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signIn } from '#db/commands/sign-in.ts';
import { listClasses, readClassGrid } from '#db/queries/classes.ts';
import { findViewer } from '#db/queries/sessions.ts';
import { readToday } from '#db/queries/today.ts';
import { seedDemo } from '#db/seed.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { at, granted, ownDatabase, publishFixture } from './harness.ts';

const { owner } = ownDatabase();
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-demo-'));
  vi.stubEnv('LECTERN_DATA', folder);
  await publishFixture();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function viewerOf(signIns: Awaited<ReturnType<typeof seedDemo>>, role: string): Promise<Viewer> {
  const found = signIns.find((person) => person.role === role);
  if (found === undefined) throw new Error(`no ${role} in the demo`);
  const asked = { email: found.email, password: found.password, userAgent: '', address: 'here' };
  const { sessionId, sessionVersion } = granted(await signIn(null, asked, at(10)));
  const viewer = await findViewer(sessionId, sessionVersion, at(10));
  if (viewer === null) throw new Error('the session did not open');
  return viewer;
}

test('a first start makes people, a class and work in it, and a second shows the same sign-ins', async () => {
  const signIns = await seedDemo(quiet, at(0));
  expect(signIns.map((person) => [person.role, person.email])).toEqual([
    ['Admin', 'admin@lectern.example'],
    ['Instructor', 'instructor@lectern.example'],
    ['Learner', 'learner@lectern.example'],
  ]);
  expect(statSync(join(folder, 'demo.json')).mode & 0o777).toBe(0o600);
  expect((await viewerOf(signIns, 'Admin')).role).toBe('admin');
  const instructor = await viewerOf(signIns, 'Instructor');
  const [card] = await listClasses(instructor);
  expect(card).toMatchObject({ name: 'IR 210, group B (demo)', learners: 6 });
  const grid = await readClassGrid(instructor, card?.id ?? '');
  const levels = new Set(grid.learners.flatMap((learner) => learner.cells.map((cell) => cell.level)));
  expect(levels).toEqual(new Set(['proficient', 'familiar', 'attempted', null]));
  expect((await readToday(await viewerOf(signIns, 'Learner'))).continue).toMatchObject({ kind: 'quiz' });
  const before = await owner`select count(*)::int as n from responses`;
  expect(await seedDemo(quiet, at(60))).toEqual(signIns);
  expect([...(await owner`select count(*)::int as n from responses`)]).toEqual([...before]);
});

test('a demo that was interrupted is finished by the next start, without anything twice', async () => {
  const file = join(folder, 'demo.json');
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, JSON.stringify({ ...kept, done: false }));
  const count = async () => [
    ...(await owner`select (select count(*)::int from users) as users, (select count(*)::int from classes) as classes,
      (select count(*)::int from attempts) as attempts, (select count(*)::int from responses) as responses`),
  ];
  const before = await count();
  await seedDemo(quiet, at(90));
  expect(await count()).toEqual(before);
});

test('sign-ins that somebody has changed are not shown any more', async () => {
  await owner`update users set password_hash = null where email = 'admin@lectern.example'`;
  expect((await seedDemo(quiet, at(99))).map((person) => person.role)).toEqual(['Instructor', 'Learner']);
});

test('an install that has people of its own is left alone', async () => {
  rmSync(join(folder, 'demo.json'));
  expect(await seedDemo(quiet, at(120))).toEqual([]);
});
