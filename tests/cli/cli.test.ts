import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from '#app/_cli/counts.ts';
import { anyPort, findPort, isFree } from '#app/_cli/free-port.ts';
import { root } from '#app/_cli/install.mjs';
import { run } from '#app/_cli/progress.mjs';
import { findRunning, takeStartLock } from '#app/_cli/start-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern cli '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('one running Lectern for a data folder', () => {
  test('a second start is told the address of the first, and may start when that has ended', async () => {
    const first = await takeStartLock(folder);
    await expect(takeStartLock(folder)).rejects.toThrow('being started');
    first.tell('http://localhost:3210');
    await expect(takeStartLock(folder)).rejects.toThrow('running already, at http://localhost:3210');
    expect(await findRunning(folder)).toBe('http://localhost:3210');
    first.release();
    expect(await findRunning(folder)).toBeNull();
    (await takeStartLock(folder)).release();
  });

  test('what a killed one has left does not stop the next, even where its number or port is in use', async () => {
    const { server, port } = await listening();
    for (const left of [
      JSON.stringify({ pid: process.pid, askAt: await anyPort('127.0.0.1'), token: 'gone' }),
      JSON.stringify({ pid: process.pid, askAt: port, token: 'of somebody else' }),
      'half a fi',
      '',
    ]) {
      writeFileSync(join(folder, 'running.json'), left);
      (await takeStartLock(folder)).release();
    }
    server.close();
  });

  test('of twenty that start at once, over a stale lock, one starts', async () => {
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: 1, askAt: 1, token: 'gone' }));
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => takeStartLock(folder)));
    const owners = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(owners).toHaveLength(1);
    owners[0]?.release();
  });
});

describe('a port', () => {
  test('that is taken is passed over, unless it was asked for', async () => {
    const { server, port } = await listening();
    expect(await isFree('127.0.0.1', port)).toBe(false);
    expect(await findPort('127.0.0.1', port, false)).toBeGreaterThan(port);
    await expect(findPort('127.0.0.1', port, true)).rejects.toThrow(`Port ${port} is taken`);
    server.close();
  });

  test('counts as taken where somebody listens on all addresses', async () => {
    const { server, port } = await listening('0.0.0.0');
    expect(await isFree('127.0.0.1', port)).toBe(false);
    server.close();
  });
});

describe('the count of npm test', () => {
  const write = (report: unknown) => {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(report));
    return file;
  };

  test('counts a file that could not be loaded as a failure, and names what was skipped', () => {
    const report = {
      testResults: [
        { name: '/a.test.ts', status: 'failed', assertionResults: [] },
        {
          name: '/b.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'adds', status: 'passed' },
            { fullName: 'breaks', status: 'failed' },
            { fullName: 'waits', status: 'skipped' },
          ],
        },
      ],
    };
    expect(countVitest(write(report))).toEqual({
      passed: 1,
      failed: 2,
      skipped: ['waits (b.test.ts: skipped)'],
    });
  });

  test('counts a browser test that never ran as a failure, and one that was left out with its reason', () => {
    const spec = (title: string, status: string, annotations: object[] = []) => ({
      title,
      tests: [{ status, projectName: 'desktop', annotations }],
    });
    const report = {
      errors: [],
      suites: [
        {
          specs: [spec('opens', 'expected'), spec('breaks', 'unexpected')],
          suites: [
            {
              specs: [
                spec('comes after', 'skipped'),
                spec('is not for here', 'skipped', [{ type: 'skip', description: 'needs a printer' }]),
              ],
            },
          ],
        },
      ],
    };
    expect(countPlaywright(write(report))).toEqual({
      passed: 1,
      failed: 2,
      skipped: ['is not for here (desktop: needs a printer)'],
    });
    expect(countPlaywright(write({ errors: [{}], suites: [] }))).toMatchObject({ failed: 1 });
  });

  test('has no count where there is no report', () => {
    expect(countVitest(join(folder, 'none.json'))).toBeNull();
    expect(countPlaywright(join(folder, 'none.json'))).toBeNull();
  });
});

function listening(host = '127.0.0.1'): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.end('hello'));
    server.listen({ host, port: 0 }, () => {
      const at = server.address();
      resolve({ server, port: typeof at === 'object' && at !== null ? at.port : 0 });
    });
  });
}

describe('a run of the checks', () => {
  test('ends with its closing line, also where it was put onto another Node', async () => {
    // Without the condition this Node is not the one that is wanted: it starts that one and waits for it.
    const child = spawn(process.execPath, [join(root, 'app/_cli/test.mjs'), 'lint'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [code] = await once(child, 'exit');
    expect(said.trimEnd().split('\n').at(-1)).toMatch(/^1 passed, 0 failed$/);
    expect(code).toBe(0);
  });

  test('names the checks that there are, for one that there is not', async () => {
    const { code, output } = await run(process.execPath, [join(root, 'app/_cli/test.mjs'), 'everything']);
    expect(output).toContain('There is no check “everything”; there are: lint, types, unit');
    expect(code).toBe(1);
  });
});

describe('a program that is run with its output kept', () => {
  const starts = (seconds: number) =>
    `const it = require('child_process').spawn('sleep', ['${seconds}'], { stdio: 'inherit' }); it.unref();`;

  test('ends with what it started itself when it is given up', async () => {
    const stays = 'console.log(it.pid); setInterval(() => {}, 1000)';
    const { code, output } = await run(process.execPath, ['-e', starts(600) + stays], { silence: 1000 });
    expect(code).toBeNull();
    const started = Number(output);
    await expect.poll(() => isAlive(started)).toBe(false);
  });

  test('is over when it has ended, whatever still holds its output', async () => {
    expect((await run(process.execPath, ['-e', starts(5)])).code).toBe(0);
  });
});

/** Ended and not yet collected by its parent counts as ended. */
async function isAlive(pid: number): Promise<boolean> {
  const { output } = await run('ps', ['-o', 'stat=', '-p', String(pid)]);
  return /^[^Z\s]/.test(output.trim());
}
