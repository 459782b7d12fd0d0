import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { closeDatabase, useDatabase } from '#db/client.ts';
import { rebuildCards } from '#db/commands/rebuild-cards.ts';
import { startEmbedded } from '#db/embedded.ts';
import { type Env, env } from '#db/env.ts';
import { migrate } from '#db/migrate.ts';
import { publishBundled } from '#db/publish.ts';
import { type SignIn, seedDemo } from '#db/seed.ts';
import { build, isBuilt } from './build.ts';
import { findPort } from './free-port.ts';
import { whenNpmEnds } from './install.mjs';
import { explain, Refused, say, step } from './progress.mjs';
import { takeStartLock } from './start-lock.ts';
import { startWebServer, urlHost } from './web-server.ts';
import { welcome } from './welcome.ts';

const log = { info: say, warn: say, error: say };

/** What was started, to be stopped in the opposite order. */
type Stops = (() => Promise<void> | void)[];

/** From a configuration to a served address, until somebody asks it to stop. Ends the process. */
export async function start(began: number): Promise<never> {
  const asked = askToStop();
  const stops: Stops = [];
  let code = 1;
  try {
    await serve(began, asked, stops);
    code = 0;
  } catch (error) {
    // Stopped by hand before it served anything: 128 + SIGINT, as shells have it.
    if (asked.aborted) code = 130;
    else console.error(`\n${explain(error)}`);
  }
  if (asked.aborted) say('Stopping …');
  for (const stop of stops.reverse()) {
    try {
      await stop();
    } catch (error) {
      console.error(explain(error));
      code = 1;
    }
  }
  if (asked.aborted) say('Stopped; everything is saved.');
  process.exit(code);
}

/** Aborts at the first Ctrl-C or kill; later ones change nothing, as stopping is under way. */
function askToStop(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // The process that put us onto this Node was killed.
  process.once('disconnect', stop);
  whenNpmEnds(stop);
  // Whoever read our output has gone; that alone must not leave a database without its keeper.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return controller.signal;
}

async function serve(began: number, asked: AbortSignal, stops: Stops): Promise<void> {
  // As Next does for the web server; what the environment says already stays.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = env();
  // Made, or missed, now and not after a minute.
  const secret = config.authSecret;
  const lock = await takeStartLock(config.dataFolder);
  stops.push(() => lock.release());
  // Now for the message, before anything slow; and once more when it is to be opened.
  await portOf(config);

  const databaseUrl = await openDatabase(config, asked, stops);
  asked.throwIfAborted();
  const signIns = await fill(databaseUrl, config.demo, asked);
  asked.throwIfAborted();
  if (!(await isBuilt()))
    await step('Building the pages (after each change of the code)', () => build(asked));
  asked.throwIfAborted();

  const port = await portOf(config);
  if (config.port !== 0 && port !== config.port) say(`Port ${config.port} is taken: Lectern uses ${port}.`);
  const address = isSet('LECTERN_URL') ? config.publicUrl : config.publicUrl.replace(/:\d+$/, `:${port}`);
  const server = await startWebServer({
    host: config.host,
    port,
    environment: {
      HOST: config.host,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: secret,
      // Where next-auth's own protocol sends people back to.
      NEXTAUTH_URL: address,
      LECTERN_DATA: config.dataFolder,
    },
    write: (text) => process.stdout.write(text),
    signal: asked,
  });
  stops.push(() => server.stop());
  lock.tell(address);
  const local = `http://${urlHost(config.host)}:${port}`;
  console.log(welcome({ address, local, signIns, seconds: (Date.now() - began) / 1000 }));
  asked.throwIfAborted();
  const end = await Promise.race([server.ended, once(asked, 'abort').then(() => null)]);
  if (end !== null && !asked.aborted) throw new Refused(`The web server ended unexpectedly (${end}).`);
}

function portOf(config: Env): Promise<number> {
  return findPort(config.host, config.port, isSet('PORT'));
}

function isSet(name: string): boolean {
  return (process.env[name] ?? '').trim() !== '';
}

async function openDatabase(config: Env, asked: AbortSignal, stops: Stops): Promise<string> {
  let url = config.databaseUrl;
  if (url === null) {
    const embedded = await step('Starting the database', () =>
      startEmbedded({ dataFolder: config.dataFolder, log }),
    );
    stops.push(() => embedded.stop());
    url = embedded.url;
  }
  asked.throwIfAborted();
  await migrate(url, log).catch((error: unknown) => {
    throw config.databaseUrl === null ? error : inPlainWords(error, config.databaseUrl);
  });
  return url;
}

/** What keeps people from their own Postgres most often, without the password that stands in its address. */
function inPlainWords(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const { hostname, port, pathname } = new URL(url);
  const where = `the database of DATABASE_URL (${hostname}:${port || 5432}${pathname})`;
  const code = String(error.code);
  if (/^(ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_)/.test(code))
    return new Refused(`Lectern cannot reach ${where}: ${code}.`);
  if (code === '28P01' || code === '28000')
    return new Refused(`Lectern is not let into ${where}: ${error.message}.`);
  if (code === '3D000') return new Refused(`There is no such database: ${where}.`);
  return error;
}

/** The bundled course, and on a first start on this machine the people to try it with. */
async function fill(databaseUrl: string, demo: boolean, asked: AbortSignal): Promise<SignIn[]> {
  await useDatabase(databaseUrl);
  try {
    await step('Publishing the bundled course', () => publishBundled(log));
    // Answers from before Lectern had reviews.
    await rebuildCards('system', { onlyMissing: true });
    asked.throwIfAborted();
    return demo ? await step('Looking after the demo class', () => seedDemo(log, new Date())) : [];
  } finally {
    await closeDatabase();
  }
}
