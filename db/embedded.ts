import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { findBinaries } from './embedded/binaries.ts';
import {
  type Cluster,
  checkVersion,
  choosePort,
  clusterIn,
  createCluster,
  disownStalePid,
  findPostmaster,
  isAlive,
  lastWords,
  type Running,
  spawnPostgres,
  superuser,
} from './embedded/cluster.ts';
import { type AsRoot, chooseRunner, type Runner } from './embedded/runner.ts';
import { ConfigError } from './env.ts';
import { keepSecret, readSecret } from './kept-secret.ts';
import type { Log } from './log.ts';

export type Embedded = {
  /** As the owner of all tables: for migrations. The application's pool takes its own role. */
  url: string;
  stop(): Promise<void>;
};

const database = 'lectern';
/** Where the cluster stands: elsewhere, if its own user could not reach the data folder. */
const locationFile = 'location';
/** Held for as long as a Lectern owns the server: whatever kills us releases it. */
const ownerLock = 7_305_112;

/**
 * A real Postgres in the data folder, for installs that name none. It is started again if it dies, and
 * one that an earlier, killed Lectern left running is stopped in order first: never two on one folder.
 */
export async function startEmbedded(options: {
  dataFolder: string;
  log: Log;
  asRoot?: AsRoot;
}): Promise<Embedded> {
  const { log } = options;
  const folder = resolve(options.dataFolder, 'postgres');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const runner = await chooseRunner(await findBinaries(folder), folder, log, options.asRoot);
  const cluster = clusterIn(runner.folder);
  await writeFile(join(folder, locationFile), runner.folder, { mode: 0o600 });
  const password = keepSecret(cluster.passwordFile);
  await stopOrphan(cluster, password, folder, log);
  if (!existsSync(join(cluster.data, 'PG_VERSION'))) {
    log.info('Making the embedded Postgres; this is done once.');
    await createCluster(runner, cluster);
  } else await checkVersion(runner, cluster);
  const server = new Server(runner, cluster, password, folder, log);
  await server.start();
  return { url: server.url(database), stop: () => server.stop() };
}

/** The server that another process runs on this data folder; null when none does. */
export async function findEmbedded(dataFolder: string): Promise<string | null> {
  const folder = resolve(dataFolder, 'postgres');
  const cluster = clusterIn(await readFile(join(folder, locationFile), 'utf8').catch(() => folder));
  const running = await findPostmaster(cluster);
  const password = readSecret(cluster.passwordFile);
  return running === null || password === null ? null : urlOf(running.port, password, database);
}

function urlOf(port: number, password: string, name: string): string {
  return `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
}

function alreadyRunning(folder: string, owner: string): ConfigError {
  return new ConfigError(
    `Lectern is already running on ${folder} (${owner}): stop it first, or set LECTERN_DATA to another folder.`,
  );
}

/** One connection that holds the owner's lock for as long as it lives. */
function ownerConnection(url: string, onclose = () => {}) {
  return postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    onclose,
    connection: { application_name: `lectern process ${process.pid}` },
  });
}

type OwnerConnection = ReturnType<typeof ownerConnection>;

async function takeLock(sql: OwnerConnection): Promise<string | null> {
  const [taken] = await sql`select pg_try_advisory_lock(${ownerLock}) as taken`;
  if (taken?.taken === true) return null;
  const [owner] = await sql`
    select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.objid = ${ownerLock} and l.granted`;
  return String(owner?.name ?? 'another process');
}

async function stopOrphan(cluster: Cluster, password: string, folder: string, log: Log): Promise<void> {
  let running = await findPostmaster(cluster);
  // It may be starting, or stopping; Postgres answers neither.
  for (let tries = 0; running !== null; tries += 1) {
    const sql = ownerConnection(urlOf(running.port, password, 'postgres'));
    try {
      const [found] = await sql`select current_setting('data_directory') as folder`;
      if (found?.folder !== cluster.data)
        throw new ConfigError(
          `${cluster.data} looks like a copy of a running database (${String(found?.folder)}): ` +
            `stop that one first, and remove ${join(cluster.data, 'postmaster.pid')} from the copy.`,
        );
      const owner = await takeLock(sql);
      if (owner !== null) throw alreadyRunning(folder, owner);
      log.warn(`A Postgres that an earlier Lectern left behind (process ${running.pid}) is stopped first.`);
      await shutDown(running);
      return;
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      if (tries > 100)
        throw new ConfigError(
          `A Postgres runs on ${cluster.data} (process ${running.pid}) and does not answer: stop it first.`,
          { cause: error },
        );
      await sleep(100);
    } finally {
      await sql.end({ timeout: 0 });
    }
    running = await findPostmaster(cluster);
  }
  await disownStalePid(cluster);
}

/** SIGINT is Postgres' fast shutdown: transactions are rolled back, everything is written out. */
async function shutDown({ pid }: Pick<Running, 'pid'>): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let waited = 0; isAlive(pid); waited += 1) {
    if (waited === 1200) throw new Error(`Postgres (process ${pid}) did not stop within a minute.`);
    await sleep(50);
  }
}

class Server {
  private readonly runner: Runner;
  private readonly cluster: Cluster;
  private readonly password: string;
  private readonly folder: string;
  private readonly log: Log;
  private child: ChildProcess | null = null;
  private exited: Promise<void> = Promise.resolve();
  private owner: OwnerConnection | null = null;
  private port = 0;
  private stopping = false;
  private watching: Promise<void> = Promise.resolve();

  constructor(runner: Runner, cluster: Cluster, password: string, folder: string, log: Log) {
    this.runner = runner;
    this.cluster = cluster;
    this.password = password;
    this.folder = folder;
    this.log = log;
  }

  url(name: string): string {
    return urlOf(this.port, this.password, name);
  }

  async start(): Promise<void> {
    this.port = await choosePort(this.cluster);
    const child = await this.spawn();
    await this.own();
    const sql = this.owner;
    if (sql === null) throw new Error('the owner has no connection');
    const [made] = await sql`select 1 from pg_database where datname = ${database}`;
    if (made === undefined) await sql.unsafe(`create database ${database}`);
    this.watching = this.watch(child);
  }

  private async spawn(): Promise<ChildProcess> {
    const child = await spawnPostgres(this.runner, this.cluster, this.port);
    this.child = child;
    this.exited = new Promise((done) => {
      child.once('exit', () => done());
      child.once('error', () => done());
    });
    await this.ready(child);
    return child;
  }

  /** Crash recovery may take its time; only a process that has ended is a failure. */
  private async ready(child: ChildProcess): Promise<void> {
    for (;;) {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
        throw new ConfigError(`The embedded Postgres did not start:\n${await lastWords(this.cluster)}`);
      const sql = ownerConnection(this.url('postgres'));
      try {
        await sql`select 1`;
        return;
      } catch {
        await sleep(50);
      } finally {
        await sql.end({ timeout: 0 });
      }
    }
  }

  private async own(): Promise<void> {
    await this.owner?.end({ timeout: 0 });
    const sql = ownerConnection(this.url('postgres'), () => void this.ownAgain(sql));
    this.owner = sql;
    const other = await takeLock(sql);
    if (other === null) return;
    this.stopping = true;
    await sql.end({ timeout: 0 });
    throw alreadyRunning(this.folder, other);
  }

  /** The lock went with its connection, when a crash made Postgres restart its processes. */
  private async ownAgain(lost: OwnerConnection): Promise<void> {
    while (!this.stopping && this.owner === lost) {
      await sleep(200, undefined, { ref: false });
      if (this.stopping || this.owner !== lost) return;
      try {
        await this.own();
      } catch (error) {
        if (error instanceof ConfigError) this.log.error(error.message);
      }
    }
  }

  /** Starts the server again for as long as nobody has asked it to stop. */
  private async watch(first: ChildProcess): Promise<void> {
    let child: ChildProcess | null = first;
    for (let wait = 100; ; ) {
      if (child !== null) await this.exited;
      if (this.stopping) return;
      this.log.error('The embedded Postgres has ended unexpectedly; it is started again.');
      try {
        child = await this.spawn();
        wait = 100;
      } catch (error) {
        child = null;
        this.log.error(error instanceof Error ? error.message : String(error));
        // Processes of the killed server hold its shared memory for a moment.
        await sleep(wait, undefined, { ref: false });
        wait = Math.min(wait * 2, 5000);
      }
    }
  }

  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    await this.owner?.end({ timeout: 1 });
    const { child } = this;
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      // An unreferenced child does not keep us alive until it has ended: ask for it.
      child.ref();
      child.kill('SIGINT');
    }
    await this.watching;
  }
}
