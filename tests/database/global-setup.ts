import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { namedDatabase, testDatabaseUrl } from './databases.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's owner, at the migrated template. */
    templateUrl: string;
  }
}

const quiet = { info: () => {}, warn: console.warn, error: console.error };

/** One real Postgres for the run: ours in a folder of its own, or that of TEST_DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = testDatabaseUrl();
  const folder = given === null ? await mkdtemp(join(tmpdir(), 'lectern database ')) : null;
  const server = folder === null ? null : await startEmbedded({ dataFolder: folder, log: quiet });
  const ownerUrl = server?.url ?? given ?? '';
  const template = `lectern_template_${process.pid}`;
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner.unsafe(`create database ${template}`);
  const templateUrl = namedDatabase(ownerUrl, template);
  await migrate(templateUrl, quiet);
  project.provide('templateUrl', templateUrl);
  return async () => {
    await owner.unsafe(`drop database if exists ${template} with (force)`);
    await owner.end();
    await server?.stop();
    if (folder !== null) await rm(folder, { recursive: true });
  };
}
