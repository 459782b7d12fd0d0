import { closeDatabase, useDatabase } from './client.ts';
import { findEmbedded, startEmbedded } from './embedded.ts';
import { env } from './env.ts';
import type { Log } from './log.ts';
import { migrate } from './migrate.ts';

/**
 * The database for a command line: the one of DATABASE_URL, else the embedded one that a running Lectern
 * has open, else the embedded one, started for the while.
 */
export async function openDatabase(log: Log): Promise<{ url: string; close(): Promise<void> }> {
  const { databaseUrl, dataFolder } = env();
  const found = databaseUrl ?? (await findEmbedded(dataFolder));
  const embedded = found === null ? await startEmbedded({ dataFolder, log }) : null;
  const url = found ?? embedded?.url ?? '';
  const close = async () => {
    await closeDatabase();
    await embedded?.stop();
  };
  await migrate(url, log).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  // biome-ignore lint/correctness/useHookAtTopLevel: no hook of React's
  await useDatabase(url);
  return { url, close };
}
