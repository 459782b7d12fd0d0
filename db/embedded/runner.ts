import { execFile, type SpawnOptions } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, cp, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigError } from '../env.ts';
import type { Log } from '../log.ts';
import type { Binaries } from './binaries.ts';

const run = promisify(execFile);

/** How Postgres is run on this machine: it refuses to run as root. */
export type Runner = {
  binaries: Binaries;
  /** Where the cluster and its files stand. */
  folder: string;
  command(file: string, args: string[]): { file: string; args: string[]; options: SpawnOptions };
  /** Gives a file or folder that we have made to whoever Postgres runs as. */
  hand(path: string): Promise<void>;
};

const refuseRoot =
  'Postgres refuses to run as root, and here it could not be run as anybody else: ' +
  'start Lectern as another user, or set DATABASE_URL to a Postgres of yours.';

export type AsRoot = 'namespace' | 'user';

/** `asRoot` forces one of the two ways, for the tests. */
export async function chooseRunner(
  binaries: Binaries,
  folder: string,
  log: Log,
  asRoot?: AsRoot,
): Promise<Runner> {
  const environment = environmentFor(binaries);
  if (process.getuid?.() !== 0) {
    return {
      binaries,
      folder,
      command: (file, args) => ({ file, args, options: { env: environment } }),
      hand: async () => {},
    };
  }
  if (asRoot !== 'user' && (await namespacesWork())) {
    // To Postgres we are user 1000; to the machine, root: no user is made and no ownership changes.
    return {
      binaries,
      folder,
      command: (file, args) => ({
        file: 'unshare',
        args: [...namespace, file, ...args],
        options: { env: environment },
      }),
      hand: async () => {},
    };
  }
  return asUser(binaries, folder, log);
}

const namespace = ['--user', '--map-user=1000', '--map-group=1000'];

async function namespacesWork(): Promise<boolean> {
  return run('unshare', [...namespace, 'true']).then(
    () => true,
    () => false,
  );
}

/** Runs as `nobody`, with the cluster and the binaries where that user can reach them. */
async function asUser(binaries: Binaries, folder: string, log: Log): Promise<Runner> {
  const user = await findUser('nobody');
  if (user === null) throw new ConfigError(refuseRoot);
  try {
    const home = (await isReachable(folder))
      ? folder
      : join('/var/lib/lectern', createHash('sha256').update(folder).digest('hex').slice(0, 16));
    if (home !== folder) {
      await mkdir(home, { recursive: true, mode: 0o755 });
      log.info(`Running as root: the database is kept in ${home}, which its user can reach.`);
    }
    await chown(home, user.uid, user.gid);
    const ours = (await isReachable(binaries.folder)) ? binaries : await copyBinaries(binaries, home);
    return {
      binaries: ours,
      folder: home,
      command: (file, args) => ({
        file,
        args,
        options: { env: environmentFor(ours), uid: user.uid, gid: user.gid },
      }),
      hand: (path) => chown(path, user.uid, user.gid),
    };
  } catch (error) {
    throw new ConfigError(refuseRoot, { cause: error });
  }
}

async function copyBinaries(binaries: Binaries, home: string): Promise<Binaries> {
  const folder = join(home, 'native');
  await cp(binaries.folder, folder, { recursive: true, verbatimSymlinks: true, force: true });
  const moved = (file: string) => join(folder, file.slice(binaries.folder.length));
  return { ...binaries, folder, initdb: moved(binaries.initdb), postgres: moved(binaries.postgres) };
}

async function findUser(name: string): Promise<{ uid: number; gid: number } | null> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const fields = users
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':');
  const uid = Number(fields?.[2]);
  const gid = Number(fields?.[3]);
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 ? { uid, gid } : null;
}

/** Whether anybody may walk to a folder: each folder above it lets others pass. */
async function isReachable(folder: string): Promise<boolean> {
  for (let at = dirname(folder); ; at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Nothing of ours (DATABASE_URL, secrets, PG… settings) is passed on. */
function environmentFor(binaries: Binaries): NodeJS.ProcessEnv {
  const base = {
    NODE_ENV: 'production',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
  } as const;
  if (process.platform === 'win32')
    return { ...base, PATH: 'C:\\Windows\\System32', SystemRoot: 'C:\\Windows' };
  if (binaries.extraLibraries === null) return base;
  const name = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { ...base, [name]: `${binaries.extraLibraries}:${join(binaries.folder, 'lib')}` };
}
