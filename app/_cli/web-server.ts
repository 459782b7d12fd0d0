import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { reachable } from './free-port.ts';
import { root } from './install.mjs';
import { Refused } from './progress.mjs';

export type WebServer = {
  pid: number;
  /** Fulfilled when the process is no more, with how it ended. */
  ended: Promise<string>;
  stop(): Promise<void>;
  /** As a machine that loses its power would end it. */
  kill(): Promise<void>;
};

const patience = 60_000;

/**
 * Next's own production server as a process of its own: ours runs under the condition `react-server`,
 * under which pages cannot be rendered. Returns when it serves a first page.
 */
export async function startWebServer(options: {
  host: string;
  port: number;
  environment: Record<string, string>;
  /** Gets what the server writes from when it serves; before that it is kept for an error message. */
  write?: (text: string) => void;
  signal?: AbortSignal;
}): Promise<WebServer> {
  const { host, port, environment, write = () => {}, signal } = options;
  const child = spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(join(root, 'app/_cli/with-parent.mjs')).href,
      join(root, 'node_modules/next/dist/bin/next'),
      'start',
      '--hostname',
      host,
      '--port',
      String(port),
    ],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C goes to every process of the terminal's group; this one is stopped by us, in order.
      detached: process.platform !== 'win32',
    },
  );
  const said = new Speech(child, write);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, killed) => resolve(killed === null ? `exit code ${code}` : killed));
  });
  const server: WebServer = {
    pid: child.pid ?? 0,
    ended,
    stop: () => stop(child, ended),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
  try {
    await untilReady(`http://${urlHost(reachable(host))}:${port}`, ended, said, signal);
  } catch (error) {
    await server.stop();
    throw error;
  }
  said.goOn();
  return server;
}

export function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

class Speech {
  private readonly write: (text: string) => void;
  private kept = '';
  private live = false;

  constructor(child: ChildProcess, write: (text: string) => void) {
    this.write = write;
    child.stdout?.on('data', (chunk: Buffer) => this.add(chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => this.add(chunk.toString()));
  }

  private add(text: string): void {
    if (this.live) this.write(text);
    else this.kept = (this.kept + text).slice(-8000);
  }

  soFar(): string {
    return this.kept.trim();
  }

  goOn(): void {
    this.live = true;
    this.kept = '';
  }
}

async function untilReady(
  address: string,
  ended: Promise<string>,
  said: Speech,
  signal?: AbortSignal,
): Promise<void> {
  const started = performance.now();
  let how: string | null = null;
  void ended.then((end) => {
    how = end;
  });
  for (;;) {
    signal?.throwIfAborted();
    if (how !== null) throw new Refused(`The web server did not start (${how}):\n${said.soFar()}`);
    if (await answersWell(`${address}/readyz`)) break;
    if (performance.now() - started > patience)
      throw new Refused(`The web server was not ready after ${patience / 1000} s; it said:\n${said.soFar()}`);
    await sleep(100);
  }
  // The first page loads the code of all pages: better now than for the first visitor.
  await answersWell(`${address}/`);
}

async function answersWell(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5000), redirect: 'manual' });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Lets requests under way end; what takes longer than ten seconds is cut off. */
async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}
