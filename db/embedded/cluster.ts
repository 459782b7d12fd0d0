import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigError } from '../env.ts';
import type { Runner } from './runner.ts';

const run = promisify(execFile);

/** The folder of one embedded Postgres: `data` beside its password, port and log. */
export type Cluster = { data: string; passwordFile: string; portFile: string; logFile: string };

export function clusterIn(folder: string): Cluster {
  return {
    data: join(folder, 'data'),
    passwordFile: join(folder, 'password'),
    portFile: join(folder, 'port'),
    logFile: join(folder, 'postgres.log'),
  };
}

export const superuser = 'lectern';

/** Made whole under another name and then renamed: a killed first start leaves nothing half made. */
export async function createCluster(runner: Runner, cluster: Cluster): Promise<void> {
  const draft = `${cluster.data}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await runner.hand(cluster.passwordFile);
  const { file, args, options } = runner.command(runner.binaries.initdb, [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    `--pwfile=${cluster.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ]);
  try {
    await run(file, args, { ...options, encoding: 'utf8' });
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new ConfigError(`The embedded Postgres could not be made in ${cluster.data}: ${said}`, {
      cause: error,
    });
  }
  try {
    await rename(draft, cluster.data);
  } catch (error) {
    // Another process was first: its cluster counts.
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(join(cluster.data, 'PG_VERSION'))) throw error;
  }
}

/** A cluster of an older major version must be carried over by its own tools, never opened. */
export async function checkVersion(runner: Runner, cluster: Cluster): Promise<void> {
  const kept = (await readFile(join(cluster.data, 'PG_VERSION'), 'utf8')).trim();
  const { file, args, options } = runner.command(runner.binaries.postgres, ['--version']);
  const { stdout } = await run(file, args, { ...options, encoding: 'utf8' });
  const ours = / (\d+)[.\w]*/.exec(stdout)?.[1];
  if (kept !== ours)
    throw new ConfigError(
      `${cluster.data} was made by Postgres ${kept}, and this Lectern brings Postgres ${ours}: ` +
        'dump it with the Lectern that made it, and restore the dump here.',
    );
}

export type Running = { pid: number; port: number };

/** What Postgres itself wrote when it started; null when no process of that number is its postmaster. */
export async function findPostmaster(cluster: Cluster): Promise<Running | null> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return null;
  return (await isPostgres(pid)) ? { pid, port } : null;
}

/** More than any system's highest process number. */
const nobody = 2_147_483_647;

/**
 * After a reboot, or in a new container, the number in the file may belong to any process, and Postgres
 * would refuse. The number is replaced and the rest kept: by its other lines Postgres still finds out
 * whether processes of a killed server use the data.
 */
export async function disownStalePid(cluster: Cluster): Promise<void> {
  const file = join(cluster.data, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => null);
  const pid = Number.parseInt(text ?? '', 10);
  if (text === null || !(pid > 1) || !isAlive(pid) || (await isPostgres(pid))) return;
  await writeFile(file, text.replace(/^.*$/m, String(nobody)));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return command.includes('postgres');
  }
  if (process.platform === 'win32') return true;
  return run('ps', ['-p', String(pid), '-o', 'command=']).then(
    ({ stdout }) => stdout.includes('postgres'),
    () => false,
  );
}

/** The port of the last start if it is still free, else any free one. */
export async function choosePort(cluster: Cluster): Promise<number> {
  const last = Number(await readFile(cluster.portFile, 'utf8').catch(() => ''));
  const port = (Number.isInteger(last) && last > 0 ? await tryPort(last) : null) ?? (await tryPort(0));
  if (port === null) throw new ConfigError('No port is free on 127.0.0.1 for the embedded Postgres.');
  await writeFile(cluster.portFile, `${port}\n`, { mode: 0o600 });
  return port;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  // A socket's path may hold 107 bytes, which a project's folder easily passes.
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_wal_size: '512MB',
  // Short statements only: planning for either costs more than it gives.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

/**
 * Starts the server apart from us: its own session, so that Ctrl-C reaches us alone and we stop it in
 * order, and nothing that keeps our process alive.
 */
export async function spawnPostgres(runner: Runner, cluster: Cluster, port: number) {
  const size = await stat(cluster.logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 10_000_000) await truncate(cluster.logFile);
  const log = openSync(cluster.logFile, 'a', 0o600);
  try {
    const { file, args, options } = runner.command(runner.binaries.postgres, [
      '-D',
      cluster.data,
      ...Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
        '-c',
        `${name}=${value}`,
      ]),
    ]);
    const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', log, log] });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** The end of the server's own log, for a message to whoever started it. */
export async function lastWords(cluster: Cluster): Promise<string> {
  const text = await readFile(cluster.logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-5).join('\n');
}
