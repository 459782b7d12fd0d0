import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Ground, groundVariable } from './ground-state.ts';

/**
 * Starts the Lectern of this run in a process of its own: db/ runs under the condition `react-server`, and
 * Playwright's own processes do not. Returns what ends it.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', join(import.meta.dirname, 'server.ts')],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], cwd: join(import.meta.dirname, '../..') },
  );
  const ended = once(child, 'exit');
  const ground = await Promise.race([
    once(child, 'message').then(([message]) => message as Ground),
    ended.then(([code]) => {
      throw new Error(
        `The Lectern of the tests did not start (exit code ${code}); what it said stands above.`,
      );
    }),
  ]);
  process.env[groundVariable] = JSON.stringify(ground);
  return async () => {
    child.kill('SIGTERM');
    // It stops its database in order; where that hangs, the run has its results all the same.
    const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
    await ended;
    clearTimeout(late);
  };
}
