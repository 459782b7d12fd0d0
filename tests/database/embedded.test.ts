import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, expect, test } from 'vitest';
import { startEmbedded } from '#db/embedded.ts';
import { ConfigError } from '#db/env.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function newFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name));
  folders.push(folder);
  return folder;
}

const said: string[] = [];
const log = {
  info: (message: string) => said.push(message),
  warn: (message: string) => said.push(message),
  error: (message: string) => said.push(message),
};

async function ask(url: string, query: string): Promise<Record<string, unknown>> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return (await sql.unsafe(query))[0] ?? {};
  } finally {
    await sql.end();
  }
}

const pidIn = (folder: string) =>
  Number.parseInt(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8'), 10);

test('it starts in a long path with spaces and other letters, keeps its data, and stops without a trace', async () => {
  const folder = join(await newFolder('lectern début '), 'a folder whose name is long '.repeat(5).trim());
  const first = await startEmbedded({ dataFolder: folder, log });
  const settings = await ask(
    first.url,
    `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commits, current_setting('server_encoding') as encoding,
      current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets`,
  );
  expect(settings).toEqual({
    checksums: 'on',
    fsync: 'on',
    commits: 'on',
    encoding: 'UTF8',
    listens: '127.0.0.1',
    sockets: '',
  });
  await ask(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  expect(existsSync(join(folder, 'postgres/data/postmaster.pid'))).toBe(false);
  const second = await startEmbedded({ dataFolder: folder, log });
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, 'select answer from kept')).toEqual({ answer: 42 });
  await second.stop();
});

test('a password guards it, in a file that its owner alone may read', async () => {
  const folder = await newFolder('lectern-password-');
  const server = await startEmbedded({ dataFolder: folder, log });
  try {
    const open = new URL(server.url);
    open.password = 'guessed';
    await expect(ask(open.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(folder, 'postgres/password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
  } finally {
    await server.stop();
  }
});

test('a second start on the same folder says that the first is running, and leaves it alone', async () => {
  const folder = await newFolder('lectern-twice-');
  const first = await startEmbedded({ dataFolder: folder, log });
  try {
    const second = startEmbedded({ dataFolder: folder, log });
    await expect(second).rejects.toThrow(ConfigError);
    await expect(second).rejects.toThrow(/already running on .*stop it first, or set LECTERN_DATA/);
    expect(await ask(first.url, 'select 1 as one')).toEqual({ one: 1 });
  } finally {
    await first.stop();
  }
});

test('when Lectern itself is killed, the next start stops the Postgres left behind and goes on with its data', async () => {
  const folder = await newFolder('lectern-orphan-');
  const script = join(folder, 'parent.ts');
  const module = join(process.cwd(), 'db/embedded.ts');
  writeFileSync(
    script,
    `import { startEmbedded } from ${JSON.stringify(module)};
     const { url } = await startEmbedded({ dataFolder: ${JSON.stringify(folder)}, log: { info() {}, warn() {}, error() {} } });
     console.log(url); setInterval(() => {}, 1000);`,
  );
  const parent = spawn(process.execPath, ['--conditions=react-server', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(parent.stdout, 'data');
  const url = String(line).trim();
  await ask(url, 'create table kept as select 7 as answer');
  const orphan = pidIn(folder);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  expect(() => process.kill(orphan, 0)).not.toThrow();
  const next = await startEmbedded({ dataFolder: folder, log });
  try {
    expect(() => process.kill(orphan, 0)).toThrow();
    expect(pidIn(folder)).not.toBe(orphan);
    expect(await ask(next.url, 'select answer from kept')).toEqual({ answer: 7 });
  } finally {
    await next.stop();
  }
});

test('a process number left over from before a reboot, which now belongs to somebody else, is no obstacle', async () => {
  const folder = await newFolder('lectern-stale-');
  await (await startEmbedded({ dataFolder: folder, log })).stop();
  const file = join(folder, 'postgres/data/postmaster.pid');
  writeFileSync(
    file,
    `${process.pid}\n${join(folder, 'postgres/data')}\n1\n5432\n\n127.0.0.1\n  0  0\nready\n`,
  );
  const again = await startEmbedded({ dataFolder: folder, log });
  expect(await ask(again.url, 'select 1 as one')).toEqual({ one: 1 });
  await again.stop();
});

test('a first start that was killed half-way leaves nothing that stops the next', async () => {
  const folder = await newFolder('lectern-half-');
  const starts = await Promise.allSettled(
    Array.from({ length: 3 }, () => startEmbedded({ dataFolder: folder, log })),
  );
  const running = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  // However it went, what is there is whole: the next start finds it so.
  for (const server of running) await server.stop();
  const next = await startEmbedded({ dataFolder: folder, log });
  expect(await ask(next.url, 'select 1 as one')).toEqual({ one: 1 });
  await next.stop();
  expect(readdirSync(join(folder, 'postgres')).filter((name) => /^data\./.test(name))).toEqual([]);
}, 60_000);

test.runIf(process.getuid?.() === 0)(
  'as root without user namespaces it runs as an unprivileged user',
  async () => {
    const folder = await newFolder('lectern-user-');
    chmodSync(folder, 0o755);
    const server = await startEmbedded({ dataFolder: folder, log, asRoot: 'user' });
    try {
      expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 });
      expect(statSync(join(folder, 'postgres/data')).uid).not.toBe(0);
    } finally {
      await server.stop();
    }
  },
);

test('a cluster of another major version is refused in one sentence', async () => {
  const folder = await newFolder('lectern-old-');
  await (await startEmbedded({ dataFolder: folder, log })).stop();
  writeFileSync(join(folder, 'postgres/data/PG_VERSION'), '12\n');
  await expect(startEmbedded({ dataFolder: folder, log })).rejects.toThrow(
    /was made by Postgres 12.*brings Postgres 18/,
  );
});
