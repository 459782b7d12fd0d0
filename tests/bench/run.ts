import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { Agent } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { findBrowser } from '#app/_cli/browser.ts';
import { closeDatabase, useDatabase } from '#db/client.ts';
import { publishCourse } from '#db/commands/publish-course.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { measureViews, type View } from './first-view.ts';
import { type Figures, figuresOf, load, type Round, type Shot, send, type Target } from './load.ts';
import { Answers, type Learner, makeLearners } from './people.ts';
import { build, compileBundled, courseSlug, lessonOf, type Server, serve, stageApp } from './stage.ts';
import { kilobytes, ms, perSecond, table } from './table.ts';

/**
 * `npm run bench`: how fast a lesson and the saving of an answer are, beside two baselines of the same server
 * in the same run. It prints figures and asserts nothing about time; a wrong answer ends it.
 */

const rounds = 5;
const roundMs = 1500;
const levels = [1, 8] as const;
/** Each gives five quizzes of about fifteen questions. */
const learnerCount = 130;

const log = {
  info: () => {},
  warn: (text: string) => console.warn(text),
  error: (text: string) => console.error(text),
};
const say = (text: string) => console.log(text);

async function main(): Promise<void> {
  const began = performance.now();
  const dataFolder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  const secret = randomBytes(32).toString('base64');
  const closers: (() => Promise<unknown>)[] = [() => rm(dataFolder, { recursive: true, force: true })];
  try {
    say('Compiling');
    const course = await compileBundled();
    say('Building a copy of this checkout with the two baselines added');
    const folder = await stageApp(course);
    closers.push(() => rm(dirname(folder), { recursive: true, force: true }));
    await build(folder);

    const embedded = await startEmbedded({ dataFolder, log });
    closers.push(() => embedded.stop());
    await migrate(embedded.url, log);
    await useDatabase(embedded.url);
    closers.push(() => closeDatabase());
    const sql = postgres(embedded.url, { max: 2, onnotice: () => {} });
    closers.push(() => sql.end({ timeout: 2 }));
    await sql`create table bench_answers (id uuid primary key, answer text not null, at timestamptz not null default now())`;
    await sql`grant select, insert on bench_answers to lectern_app`;
    await publishCourse('system', { slug: courseSlug, course, visibility: 'public' }, new Date());
    const learners = await makeLearners(sql, secret, learnerCount);
    const reader = learners[0];
    if (reader === undefined) throw new Error('the bench has no learner');

    let server: Server | null = null;
    const origin = () => server?.origin ?? '';
    closers.push(async () => server?.stop());
    const answers = new Answers(sql, origin);
    await answers.prepare(
      learners,
      course.lessons.map((lesson) => lesson.slug),
    );
    const lesson = `/courses/${courseSlug}/${lessonOf(course).slug}`;
    const [open] =
      await sql`select id from attempts where user_id = ${reader.viewer.userId} order by id limit 1`;
    const question = `/learn/quiz/${String(open?.id)}/1`;
    const values = { DATABASE_URL: embedded.url, NEXTAUTH_SECRET: secret };
    say(`Ready after ${seconds(began)} s: ${learners.length} learners, ${answers.left} answers to give\n`);

    server = await serve(folder, values);
    const targets = targetsOf(lesson, reader, answers, origin);
    const measured = await measureAll(server, targets);
    printLoad(measured);
    await server.stop();

    const logFile = await startLoggingStatements(sql);
    server = await serve(folder, values);
    await printQueries(server, logFile, lesson, question, reader, answers);
    await stopLoggingStatements(sql);
    const executablePath = await findBrowser();
    printViews(
      await measureViews({ executablePath, origin: server.origin, lesson, question, cookie: reader.cookie }),
    );
  } finally {
    for (const close of closers.reverse()) await close();
  }
  say(`\nThe bench took ${seconds(began)} s.`);
}

type Named = Target & { baseline: string | null };

function targetsOf(lesson: string, reader: Learner, answers: Answers, origin: () => string): Named[] {
  const get = (path: string, cookie?: string): (() => Shot) => {
    const shot: Shot = { method: 'GET', path, headers: cookie === undefined ? {} : { cookie } };
    return () => shot;
  };
  const insert: Shot = {
    method: 'POST',
    path: '/bench/insert',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answer: 'x'.repeat(100) }),
  };
  return [
    { name: 'prerendered page (baseline)', baseline: null, next: get('/bench/prerendered') },
    { name: 'lesson page, anonymous', baseline: 'prerendered page (baseline)', next: get(lesson) },
    {
      name: 'lesson page, signed in',
      baseline: 'prerendered page (baseline)',
      next: get(lesson, reader.cookie),
    },
    {
      name: 'one-insert handler (baseline)',
      baseline: null,
      next: () => ({ ...insert, headers: { ...insert.headers, origin: origin() } }),
    },
    { name: 'answer save', baseline: 'one-insert handler (baseline)', next: () => answers.next() },
  ];
}

type Measured = { target: Named; level: number; figures: Figures; cpuMs: number };

/** Rounds of the targets take turns, so that a busy moment of the machine falls on all of them. */
async function measureAll(server: Server, targets: readonly Named[]): Promise<Measured[]> {
  for (const target of targets) await load(server.origin, target, 4, 1000);
  const measured: Measured[] = [];
  for (const level of levels) {
    const taken = new Map<Named, { rounds: Round[]; cpu: number }>(
      targets.map((target) => [target, { rounds: [], cpu: 0 }]),
    );
    for (let round = 0; round < rounds; round += 1)
      for (const [target, sums] of taken) {
        const before = await server.cpuSeconds();
        sums.rounds.push(await load(server.origin, target, level, roundMs));
        sums.cpu += (await server.cpuSeconds()) - before;
      }
    for (const [target, sums] of taken) {
      const figures = figuresOf(sums.rounds);
      measured.push({ target, level, figures, cpuMs: (sums.cpu * 1000) / figures.requests });
    }
  }
  return measured;
}

function printLoad(measured: readonly Measured[]): void {
  for (const level of levels) {
    const here = measured.filter((one) => one.level === level);
    const rows = here.map(({ target, figures, cpuMs }) => {
      const base = here.find((one) => one.target.name === target.baseline);
      return [
        target.name,
        perSecond(figures.rate),
        ms(figures.p50),
        ms(figures.p95),
        ms(figures.p99),
        ms(cpuMs),
        base === undefined ? '' : (figures.rate / base.figures.rate).toFixed(2),
        String(figures.requests),
      ];
    });
    say(
      `${level === 1 ? 'One connection' : `${level} connections`} at once, medians of ${rounds} alternating rounds of ` +
        `${roundMs / 1000} s; one server process on ${cpus().length} cores that it shares with Postgres and this ` +
        'load; not compressed',
    );
    say(table(['', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'app CPU ms', 'of baseline', 'requests'], rows));
    say('');
  }
}

async function startLoggingStatements(sql: postgres.Sql): Promise<string> {
  const [row] = await sql`select current_setting('data_directory') as folder, current_database() as name`;
  await sql.unsafe(`alter database ${String(row?.name)} set log_statement = 'all'`);
  return join(dirname(String(row?.folder)), 'postgres.log');
}

async function stopLoggingStatements(sql: postgres.Sql): Promise<void> {
  const [row] = await sql`select current_database() as name`;
  await sql.unsafe(`alter database ${String(row?.name)} reset log_statement`);
}

/** Statements that Postgres saw for one request, after one that warmed the server's own caches. */
async function printQueries(
  server: Server,
  logFile: string,
  lesson: string,
  question: string,
  reader: Learner,
  answers: Answers,
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const signedIn = { cookie: reader.cookie };
  const asked: { name: string; shot: () => Shot | null }[] = [
    ...['/', '/courses', `/courses/${courseSlug}`, lesson].map((path) => ({
      name: `${path}, anonymous`,
      shot: (): Shot => ({ method: 'GET', path }),
    })),
    ...['/learn', `/courses/${courseSlug}`, lesson, question, '/account'].map((path) => ({
      name: `${path.replace(/[0-9a-f-]{36}/, '…')}, signed in`,
      shot: (): Shot => ({ method: 'GET', path, headers: signedIn }),
    })),
    { name: 'answer save', shot: () => answers.next() },
  ];
  const rows: string[][] = [];
  for (const { name, shot } of asked) {
    const counts: number[] = [];
    let bytes = 0;
    for (let time = 0; time < 2; time += 1) {
      const at = (await stat(logFile)).size;
      const next = shot();
      if (next === null) continue;
      const answer = await send(server.origin, agent, next);
      if (answer.status !== 200) throw new Error(`${name} gave ${answer.status}`);
      bytes = answer.bytes;
      // What runs after the answer is on its way counts too.
      await sleep(150);
      counts.push(statementsIn(await tail(logFile, at)));
    }
    rows.push([name, String(counts[0] ?? ''), String(counts[1] ?? ''), kilobytes(bytes)]);
  }
  agent.destroy();
  say('Statements that one request sends to Postgres (a transaction counts its begin and commit)');
  say(table(['', 'first', 'warm', 'KB, not compressed'], rows));
  say('');
}

function statementsIn(text: string): number {
  return text.match(/LOG: {2}(statement|execute [^:]*):/g)?.length ?? 0;
}

async function tail(file: string, from: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.max(0, size - from));
    await handle.read(buffer, 0, buffer.length, from);
    return buffer.toString();
  } finally {
    await handle.close();
  }
}

function printViews(views: readonly View[]): void {
  say('What crosses the wire in Chromium, KB as sent (compressed), with headers');
  say(
    table(
      ['', 'requests', 'all', 'HTML', 'script', 'styles', 'fonts', 'other'],
      views.map((view) => [
        view.name,
        String(view.requests),
        ...[view.bytes, view.html, view.script, view.style, view.font, view.other].map(kilobytes),
      ]),
    ),
  );
  say('');
}

const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);

await main();
