import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, DatabaseAway, inSchool, useDatabase } from '#db/client.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { type Embedded, startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { readCourse } from '#db/queries/courses.ts';
import { isDatabaseUp } from '#db/queries/health.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { at, courseSlug, granted, inputFor, person, publishFixture, servedItems, start } from './harness.ts';

/** A server of this file's own: it is killed, paused and started again. */
let folder: string;
let server: Embedded;
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern durability '));
  server = await startEmbedded({ dataFolder: folder, log: quiet });
  await migrate(server.url, quiet);
  await useDatabase(server.url);
  await publishFixture();
});

afterAll(async () => {
  await closeDatabase();
  await server.stop();
  await rm(folder, { recursive: true });
});

function postmaster(): number {
  return Number.parseInt(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8'), 10);
}

async function asOwner<T>(work: (owner: postgres.Sql) => Promise<T>): Promise<T> {
  const owner = postgres(server.url, { max: 1, onnotice: () => {}, fetch_types: false });
  try {
    return await work(owner);
  } finally {
    await owner.end({ timeout: 1 });
  }
}

/** Process numbers of the application's own connections. */
const backends = () =>
  asOwner(async (owner) =>
    (await owner`select pid from pg_stat_activity where application_name = 'lectern'`).map((row) =>
      Number(row.pid),
    ),
  );

async function untilUp(): Promise<number> {
  const began = Date.now();
  while (!(await isDatabaseUp())) {
    if (Date.now() - began > 20_000) throw new Error('the database did not come back');
    await sleep(50);
  }
  return Date.now() - began;
}

type Ledger = { acknowledged: Set<string>; away: number };

type Sitting = { learner: Viewer; attemptId: string; items: Awaited<ReturnType<typeof servedItems>> };

async function sitDown(learners: number): Promise<Sitting[]> {
  const one = async () => {
    const learner = await person('learner');
    const attemptId = await start(learner);
    return { learner, attemptId, items: await servedItems(learner, attemptId) };
  };
  return Promise.all(Array.from({ length: learners }, one));
}

/** Question after question, each answer sent again under its own id until it is acknowledged. */
async function answerThrough(sittings: readonly Sitting[], ledger: Ledger): Promise<void> {
  await Promise.all(
    sittings.map(async ({ learner, attemptId, items }) => {
      for (const item of items) {
        const input = inputFor(attemptId, item, true, randomUUID());
        while (!(await isSaved(learner, input, ledger))) await sleep(20);
        // As people do, and so that the kills fall among the answers.
        await sleep(100);
      }
    }),
  );
}

async function isSaved(
  learner: Viewer,
  input: Parameters<typeof recordResponse>[1],
  ledger: Ledger,
): Promise<boolean> {
  try {
    ledger.acknowledged.add(granted(await recordResponse(learner, input, at(2))).responseId);
    return true;
  } catch (error) {
    if (!(error instanceof DatabaseAway)) throw error;
    ledger.away += 1;
    return false;
  }
}

const savedIds = () =>
  asOwner(async (owner) => new Set((await owner`select id from responses`).map((row) => String(row.id))));

test('no acknowledged answer is lost or doubled when connections and the whole server are killed', async () => {
  const ledger: Ledger = { acknowledged: new Set(), away: 0 };
  let isDone = false;
  const sittings = await sitDown(40);
  const answering = answerThrough(sittings, ledger);
  const over = () => {
    isDone = true;
  };
  answering.then(over, over);
  let kills = 0;
  while (!isDone && kills < 8) {
    await sleep(150);
    const pids = kills % 2 === 0 ? [postmaster()] : await backends().catch(() => []);
    for (const pid of pids.slice(0, 2)) {
      try {
        process.kill(pid, 'SIGKILL');
        kills += 1;
      } catch {
        // Between two servers there is nobody to kill.
      }
    }
    await sleep(300);
    await untilUp();
  }
  await answering;
  const saved = await savedIds();
  expect(kills).toBeGreaterThanOrEqual(3);
  expect(ledger.away).toBeGreaterThan(0);
  expect(ledger.acknowledged.size).toBe(280);
  expect([...ledger.acknowledged].filter((id) => !saved.has(id))).toEqual([]);
  expect(saved.size).toBe(280);
}, 120_000);

test('the same ledger finds out a server that acknowledges before it has written', async () => {
  await asOwner(async (owner) => {
    await owner`alter system set synchronous_commit = off`;
    await owner`alter system set wal_writer_delay = '10s'`;
    await owner`select pg_reload_conf()`;
  });
  try {
    // The command line of the server says `on`, and goes before its file: as the application, per role.
    await asOwner((owner) => owner`alter role lectern set synchronous_commit = off`);
    await closeDatabase();
    await useDatabase(server.url);
    const ledger: Ledger = { acknowledged: new Set(), away: 0 };
    await answerThrough(await sitDown(10), ledger);
    process.kill(postmaster(), 'SIGKILL');
    await sleep(300);
    await untilUp();
    const saved = await savedIds();
    expect(ledger.acknowledged.size).toBe(70);
    expect([...ledger.acknowledged].filter((id) => !saved.has(id)).length).toBeGreaterThan(0);
  } finally {
    await asOwner(async (owner) => {
      await owner`alter role lectern reset synchronous_commit`;
      await owner`alter system reset all`;
      await owner`select pg_reload_conf()`;
    });
    await closeDatabase();
    await useDatabase(server.url);
  }
}, 60_000);

test('a paused database is said to be away within five seconds, and found again without a restart', async () => {
  await readCourse(null, courseSlug);
  const paused = [...(await backends()), postmaster()];
  for (const pid of paused) process.kill(pid, 'SIGSTOP');
  const began = Date.now();
  try {
    const reads = await Promise.allSettled(Array.from({ length: 30 }, () => readCourse(null, courseSlug)));
    expect(reads.every((read) => read.status === 'rejected' && read.reason instanceof DatabaseAway)).toBe(
      true,
    );
    expect(Date.now() - began).toBeLessThan(8000);
    const asked = Date.now();
    expect(await isDatabaseUp()).toBe(false);
    expect(Date.now() - asked).toBeLessThan(5000);
  } finally {
    for (const pid of paused) process.kill(pid, 'SIGCONT');
  }
  expect(await untilUp()).toBeLessThan(10_000);
  await readCourse(null, courseSlug);
}, 60_000);

test('killed connections cost the requests that used them, and no others', async () => {
  await Promise.all(Array.from({ length: 20 }, () => readCourse(null, courseSlug)));
  for (let round = 0; round < 5; round += 1) {
    await asOwner(
      (owner) =>
        owner`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lectern'`,
    );
    await sleep(50);
    await Promise.all(Array.from({ length: 20 }, () => readCourse(null, courseSlug)));
  }
  expect((await backends()).length).toBeLessThanOrEqual(10);
});

test('an error in one transaction leaves the connection fit for the next, and undoes all of the first', async () => {
  const learner = await person('learner');
  const attemptId = await start(learner);
  const items = await servedItems(learner, attemptId);
  for (let round = 0; round < 30; round += 1) {
    const [item] = items;
    if (item === undefined) throw new Error('nothing was served');
    const used = inputFor(attemptId, item, true, randomUUID());
    if (round === 0) granted(await recordResponse(learner, used, at(2)));
    else expect((await recordResponse(learner, used, at(2))).ok).toBe(false);
  }
  const [row] = await asOwner(
    (owner) => owner`select answers from lesson_progress where user_id = ${learner.userId}`,
  );
  expect(row?.answers).toBe(1);
});

test('when connections are killed, no statement runs outside the transaction that it belongs to', async () => {
  let isOver = false;
  let outside = 0;
  let inside = 0;
  // A text that is new each time is described first, and holds back those behind it.
  const setting = () =>
    sql`select current_setting(${'app.school_id'}, true) as school, ${sql.raw(`'${randomUUID()}'`)} as nonce, pg_sleep(0.002)`;
  const ask = async () => {
    while (!isOver) {
      const seen = await inSchool(null, (tx) =>
        Promise.all(
          Array.from({ length: 6 }, async () => {
            const [row] = await tx.execute<{ school: string | null }>(setting());
            if ((row?.school ?? '') === '') outside += 1;
            else inside += 1;
          }),
        ),
      ).catch((error: unknown) => error);
      if (seen instanceof Error && !(seen instanceof DatabaseAway)) throw seen;
    }
  };
  const asking = Array.from({ length: 16 }, ask);
  for (let round = 0; round < 30; round += 1) {
    await sleep(30);
    await asOwner(
      (owner) => owner`
      select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lectern'`,
    );
  }
  isOver = true;
  await Promise.all(asking);
  expect(outside).toBe(0);
  expect(inside).toBeGreaterThan(100);
}, 60_000);

test('a statement that takes too long is given up, and stopped in the database', async () => {
  const began = Date.now();
  const slow = inSchool(null, (tx) => tx.execute(sql`select pg_sleep(30)`), { deadline: 500 });
  await expect(slow).rejects.toBeInstanceOf(DatabaseAway);
  expect(Date.now() - began).toBeLessThan(1500);
  await sleep(300);
  const [row] = await asOwner(
    (owner) => owner`
    select count(*)::int as n from pg_stat_activity where state = 'active' and query like '%pg_sleep(30)%' and pid <> pg_backend_pid()`,
  );
  expect(row?.n).toBe(0);
});
