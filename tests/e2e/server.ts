import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyPort } from '#app/_cli/free-port.ts';
import { root } from '#app/_cli/install.mjs';
import { startWebServer, type WebServer } from '#app/_cli/web-server.ts';
import { closeDatabase, useDatabase } from '#db/client.ts';
import { publishCourse } from '#db/commands/publish-course.ts';
import { type Embedded, startEmbedded } from '#db/embedded.ts';
import { env } from '#db/env.ts';
import { migrate } from '#db/migrate.ts';
import { publishBundled } from '#db/publish.ts';
import { seedDemo } from '#db/seed.ts';
import { allKindsCourse } from './all-kinds.ts';
import type { Ground, Order } from './ground-state.ts';

// A Lectern of its own for a run of tests: a fresh database in a temporary folder, the production build of
// this checkout on free ports, and a door by which tests in other processes kill and restart both.
// Alone: `node --conditions=react-server tests/e2e/server.ts` prints where it is; Ctrl-C ends it.

const host = '127.0.0.1';
const quiet = { info: () => {}, warn: () => {}, error: (message: string) => console.error(message) };
const dataFolder = mkdtempSync(join(tmpdir(), 'lectern e2e '));
process.env.LECTERN_DATA = dataFolder;
// A setting of the machine must not make the tests write into somebody's database.
for (const name of ['DATABASE_URL', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL', 'LECTERN_URL', 'PORT'])
  delete process.env[name];

let database: Embedded | null = null;
let web: WebServer | null = null;
let port = 0;

async function openDatabase(): Promise<string> {
  database = await startEmbedded({ dataFolder, log: quiet });
  return database.url;
}

async function closeDown(): Promise<void> {
  await web?.stop();
  await closeDatabase();
  await database?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function openWeb(databaseUrl: string): Promise<void> {
  web = await startWebServer({
    host,
    port,
    environment: {
      HOST: host,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: env().authSecret,
      LECTERN_DATA: dataFolder,
      // Next would read them from a file .env.
      LECTERN_URL: '',
      NEXTAUTH_URL: `http://localhost:${port}`,
      LOG_LEVEL: process.env.LECTERN_E2E_LOG ?? 'error',
    },
    write: (text) => process.stderr.write(text),
  });
}

async function open(): Promise<Ground> {
  const databaseUrl = await openDatabase();
  await migrate(databaseUrl, quiet);
  await useDatabase(databaseUrl);
  await publishBundled(quiet);
  const people = await seedDemo(quiet, new Date());
  port = await anyPort(host);
  await openWeb(databaseUrl);
  const orders: Record<Order, () => Promise<unknown>> = {
    'kill-server': async () => web?.kill(),
    'start-server': () => openWeb(databaseUrl),
    'stop-database': async () => database?.stop(),
    'start-database': openDatabase,
    'publish-all-kinds': () =>
      publishCourse('system', { slug: 'all-kinds', course: allKindsCourse(), visibility: 'public' }),
  };
  const door = createServer((request, response) => {
    const order = request.url?.slice(1) ?? '';
    if (request.method !== 'POST' || !(order in orders)) return answer(response, 404, 'no such order');
    return orders[order as Order]().then(
      () => answer(response, 200, 'done'),
      (error: unknown) => answer(response, 500, String(error)),
    );
  });
  const doorPort = await new Promise<number>((resolve) => {
    door.listen({ host, port: 0 }, () => {
      const at = door.address();
      resolve(typeof at === 'object' && at !== null ? at.port : 0);
    });
  });
  return {
    // By name: cookies and secure contexts treat it as a browser's user would meet it.
    origin: `http://localhost:${port}`,
    databaseUrl,
    secret: env().authSecret,
    buildFolder: join(root, '.next'),
    door: `http://${host}:${doorPort}`,
    people,
  };
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
}

let closing = false;
const close = () => {
  if (closing) return;
  closing = true;
  closeDown().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
// Whoever started us has ended, in whatever way.
process.once('disconnect', close);

try {
  const ground = await open();
  if (process.send === undefined) console.log(ground);
  else process.send(ground);
} catch (error) {
  console.error(error);
  await closeDown();
  process.exit(1);
}
