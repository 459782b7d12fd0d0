import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './install.mjs';
import { Refused, run } from './progress.mjs';

const stampFile = join(root, '.next/lectern-build-stamp');

/** Everything that a build is made of; a file that is not named here never causes one. */
const sources = [
  'app/**/*.{ts,tsx,css,json,svg,png,ico,woff2}',
  'lib/**/*.{ts,json}',
  'db/**/*.ts',
  'public/**/*',
  '*.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const besides = ['app/_cli/**', '**/*.test.ts', '*.d.ts', 'vitest.config.ts'];

async function stampNow(): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob(sources, { cwd: root, exclude: besides, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  const hash = createHash('sha256').update(process.version);
  for (const file of files.sort()) hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

export async function isBuilt(): Promise<boolean> {
  if (!existsSync(stampFile) || !existsSync(join(root, '.next/BUILD_ID'))) return false;
  return readFileSync(stampFile, 'utf8') === (await stampNow());
}

/** The production build; it needs no database and no configuration. */
export async function build(signal?: AbortSignal): Promise<void> {
  // Of what stood when the build began: an edit under way makes the next start build again.
  const stamp = await stampNow();
  rmSync(stampFile, { force: true });
  const { code, output } = await run(
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      ...(signal === undefined ? {} : { signal }),
    },
  );
  signal?.throwIfAborted();
  if (code !== 0) throw new Refused(`The build failed:\n${output.trim()}`);
  writeFileSync(stampFile, stamp);
}
