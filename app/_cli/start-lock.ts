import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from './progress.mjs';

const lockSchema = z.object({
  pid: z.number(),
  /** Where the owner answers for as long as it lives. */
  askAt: z.number(),
  token: z.string(),
});
type Lock = z.infer<typeof lockSchema>;

/** One running Lectern for each data folder. */
export type StartLock = {
  /** What a second `npm start` is told: the address, once there is one. */
  tell(address: string): void;
  release(): void;
};

/**
 * Takes the lock or says who has it. A process number alone proves nothing (after a reboot or in a new
 * container it belongs to somebody else): the owner listens on a port of its own, and its answer is proof.
 */
export async function takeStartLock(dataFolder: string): Promise<StartLock> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, 'running.json');
  const token = randomUUID();
  let address = '';
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(JSON.stringify({ token, address }));
  });
  const lock: Lock = { pid: process.pid, askAt: await listen(server), token };
  const draft = `${file}.${token}`;
  writeFileSync(draft, JSON.stringify(lock), { mode: 0o600 });
  try {
    while (!linkNew(draft, file)) {
      const found = read(file);
      const answer = await ask(found);
      if (answer !== null) throw alreadyRunning(found, answer);
      removeIfSame(file, found);
    }
  } catch (error) {
    server.close();
    throw error;
  } finally {
    rmSync(draft);
  }
  return {
    tell: (published) => {
      address = published;
    },
    release: () => {
      server.close();
      removeIfSame(file, lock);
    },
  };
}

/** Who runs on this data folder, if anybody does: the address, or '' while it starts. */
export async function findRunning(dataFolder: string): Promise<string | null> {
  return ask(read(join(dataFolder, 'running.json')));
}

function alreadyRunning({ pid }: Lock, address: string): Refused {
  return new Refused(
    address === ''
      ? `Lectern is being started from here already (process ${pid}).`
      : `Lectern is running already, at ${address} (process ${pid}). To run a second one, set LECTERN_DATA to another folder.`,
  );
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const at = server.address();
      resolve(typeof at === 'object' && at !== null ? at.port : 0);
    });
    // It answers while we live, and does not keep us alive.
    server.unref();
  });
}

/** A link appears whole, and fails if the name is taken. */
function linkNew(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): Lock {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Absent, or not written by us: nobody can answer for it.
    return { pid: 0, askAt: 0, token: '' };
  }
}

/** Of two that find the same stale lock, the slower must not remove the new lock of the faster. */
function removeIfSame(file: string, lock: Lock): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside).token !== lock.token) linkNew(aside, file);
  rmSync(aside, { force: true });
}

const patience = 2000;

/** The owner's address ('' while it starts), or null when the owner is no more. */
function ask({ askAt, token }: Lock): Promise<string | null> {
  if (askAt === 0) return Promise.resolve(null);
  return new Promise((resolve) => {
    let said = '';
    const socket = connect({ host: '127.0.0.1', port: askAt, timeout: patience });
    socket.on('data', (chunk) => {
      said += chunk.toString();
    });
    socket.once('error', () => resolve(null));
    // Stopped in its tracks it accepts and says nothing; it still owns the data.
    socket.once('timeout', () => {
      socket.destroy();
      resolve('');
    });
    socket.once('end', () => {
      try {
        const answer = z.object({ token: z.string(), address: z.string() }).parse(JSON.parse(said));
        resolve(answer.token === token ? answer.address : null);
      } catch {
        resolve(null);
      }
    });
  });
}
