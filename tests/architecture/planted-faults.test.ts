import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Report, readImports } from './cruise.ts';
import { copyTree, type PlantedTree } from './planted-tree.ts';

// A check that has never failed proves nothing: each is shown a fault of its kind and must name it.

let tree: PlantedTree;
beforeAll(() => {
  tree = copyTree();
});
afterAll(() => tree.remove());

describe('the table of imports', () => {
  let report: Report;
  beforeAll(async () => {
    tree.plant('lib/text/reaches-up.ts', "import { env } from '#db/env.ts';\nexport const up = env;\n");
    tree.plant('lib/text/reaches-aside.ts', "export type { Course } from '#lib/course/model.ts';\n");
    tree.plant('lib/text/reads-files.ts', "export { readFileSync } from 'node:fs';\n");
    tree.plant('lib/grading/schedules.ts', "export { fsrs } from 'ts-fsrs';\n");
    tree.plant(
      'lib/course/round.ts',
      "import { trip } from '#lib/course/trip.ts';\nexport const round = () => trip;\n",
    );
    tree.plant(
      'lib/course/trip.ts',
      "import { round } from '#lib/course/round.ts';\nexport const trip = () => round;\n",
    );
    tree.plant('db/queries/writes.ts', "export { signOut } from '#db/commands/sign-out.ts';\n");
    tree.plant('db/commands/reads.ts', "export { isDatabaseUp } from '../queries/health.ts';\n");
    tree.plant('db/queries/shows.ts', "export { Frame } from '#app/_ui/frame.tsx';\n");
    tree.plant('app/learn/peeks.ts', "export * from '#app/teach/actions.ts';\n");
    tree.plant('app/teach/peeks.ts', "export * from '../learn/actions.ts';\n");
    tree.plant('app/learn/queries.ts', "export { inSchool } from '#db/client.ts';\n");
    tree.plant('app/_ui/starts.ts', "export { root } from '#app/_cli/install.mjs';\n");
    tree.plant('app/lost.ts', "export { nothing } from '#lib/no-such-file.ts';\n");
    report = await readImports(tree.folder);
  });

  test.each([
    ['lib may not import db', /lib\/text\/reaches-up\.ts may not import db\/env\.ts/],
    [
      'lib/text may not import lib/course, not even a type',
      /lib\/text\/reaches-aside\.ts may not import lib\/course/,
    ],
    ['lib may not import Node', /lib\/text\/reads-files\.ts may not import (node:)?fs/],
    ['only the schedule may import ts-fsrs', /lib\/grading\/schedules\.ts may not import .*ts-fsrs/],
    [
      'modules may not import each other in a circle',
      /cycle: .*lib\/course\/(round|trip)\.ts → lib\/course\/(round|trip)\.ts/,
    ],
    ['queries may not import commands', /db\/queries\/writes\.ts may not import db\/commands\/sign-out\.ts/],
    ['commands may not import queries', /db\/commands\/reads\.ts may not import db\/queries\/health\.ts/],
    ['db may not import app', /db\/queries\/shows\.ts may not import app\/_ui\/frame\.tsx/],
    ['learn may not import teach', /app\/learn\/peeks\.ts may not import app\/teach\/actions\.ts/],
    ['teach may not import learn', /app\/teach\/peeks\.ts may not import app\/learn\/actions\.ts/],
    ['pages may not open transactions', /app\/learn\/queries\.ts may not import db\/client\.ts/],
    [
      'what pages share may not import the command line',
      /app\/_ui\/starts\.ts may not import app\/_cli\/install\.mjs/,
    ],
    [
      'an import that cannot be found is not passed over',
      /app\/lost\.ts may not import #lib\/no-such-file\.ts/,
    ],
  ])('%s', (_, fault) => {
    expect(
      report.faults.some((line) => fault.test(line)),
      report.faults.join('\n'),
    ).toBe(true);
  });

  test('reading no modules is a fault, not a pass', async () => {
    const { faults } = await readImports(tree.folder, { exclude: { path: '.' } });
    expect(faults).toEqual([expect.stringMatching(/^only 0 of \d+ modules were read$/)]);
  });

  test('a TypeScript that dependency-cruiser does not support is noticed', async () => {
    // All packages as they are, but a TypeScript 7, beside a dependency-cruiser that looks for it from here.
    const packages = join(tree.folder, 'node_modules');
    rmSync(packages);
    mkdirSync(packages);
    for (const name of readdirSync(resolve('node_modules')))
      if (name !== 'typescript' && name !== 'dependency-cruiser')
        symlinkSync(resolve('node_modules', name), join(packages, name), 'junction');
    cpSync(resolve('node_modules/dependency-cruiser'), join(packages, 'dependency-cruiser'), {
      recursive: true,
    });
    mkdirSync(join(packages, 'typescript'));
    const future = { name: 'typescript', version: '7.0.0', main: 'main.js' };
    writeFileSync(join(packages, 'typescript/package.json'), JSON.stringify(future));
    writeFileSync(join(packages, 'typescript/main.js'), "module.exports = { version: '7.0.0' };\n");
    tree.plant(
      'read.ts',
      "import { readImports } from '#tests/architecture/cruise.ts';\n" +
        'console.log((await readImports(process.cwd())).faults.filter((fault) => fault.includes(" read")).join("; "));\n',
    );
    const { output } = await tree.run(join(tree.folder, 'read.ts'));
    rmSync(packages, { recursive: true });
    symlinkSync(resolve('node_modules'), packages, 'junction');
    expect(output).toMatch(/only \d+ of \d+ modules were read|no import of a type was read/);
  });
});

describe('Biome', () => {
  type Diagnostic = { category: string; message: string; location: { path: string } };
  let found: Diagnostic[];
  beforeAll(async () => {
    tree.plant('lib/text/rolls.ts', 'export const roll = () => Math.random();\n');
    tree.plant('lib/text/reads-clock.ts', 'export const now = () => Date.now();\n');
    tree.plant('lib/text/makes-date.ts', 'export const today = () => new Date();\n');
    tree.plant('lib/text/keeps-date.ts', 'export const day = (at: number) => new Date(at);\n');
    tree.plant('lib/text/all.ts', "export * from './terms.ts';\n");
    tree.plant('lib/text/barrel.ts', "export { words } from './terms.ts';\n");
    tree.plant('app/learn/reads-environment.ts', 'export const home = process.env.HOME;\n');
    tree.plant('app/learn/CamelName.ts', 'export const one = 1;\n');
    tree.plant('app/learn/[lesson]/page.tsx', 'export default function Page() {\n  return null;\n}\n');
    tree.plant(
      'lib/course/ring.ts',
      "import { wheel } from './wheel.ts';\n\nexport const ring = () => wheel;\n",
    );
    tree.plant(
      'lib/course/wheel.ts',
      "import { ring } from './ring.ts';\n\nexport const wheel = () => ring;\n",
    );
    tree.plant('lib/text/anything.ts', 'export const anything = (value: any) => value;\n');
    const { output } = await tree.run(
      '@biomejs/biome/bin/biome',
      'lint',
      '--vcs-enabled=false',
      '--max-diagnostics=2000',
      '--reporter=json',
      'lib',
      'app/learn',
    );
    const json = output.split('\n').find((line) => line.startsWith('{'));
    found = json === undefined ? [] : JSON.parse(json).diagnostics;
  });

  const of = (file: string) =>
    found.filter(({ location }) => location.path.replaceAll('\\', '/').endsWith(file));

  test.each([
    ['Math.random in lib', 'lib/text/rolls.ts', 'plugin'],
    ['Date.now in lib', 'lib/text/reads-clock.ts', 'plugin'],
    ['a bare new Date in lib', 'lib/text/makes-date.ts', 'plugin'],
    ['a file that hands on all of another', 'lib/text/all.ts', 'lint/performance/noReExportAll'],
    ['a barrel file', 'lib/text/barrel.ts', 'lint/performance/noBarrelFile'],
    ['process.env outside db/env.ts', 'app/learn/reads-environment.ts', 'lint/style/noProcessEnv'],
    ['a file name in camel case', 'app/learn/CamelName.ts', 'lint/style/useFilenamingConvention'],
    ['an import cycle', 'lib/course/ring.ts', 'lint/suspicious/noImportCycles'],
    ['any', 'lib/text/anything.ts', 'lint/suspicious/noExplicitAny'],
  ])('%s is refused', (_, file, rule) => {
    expect(of(file).map(({ category }) => category)).toContain(rule);
  });

  test.each([
    ['a date made of a given time', 'lib/text/keeps-date.ts'],
    ["a route's folder in brackets", 'app/learn/[lesson]/page.tsx'],
  ])('%s is not', (_, file) => {
    expect(of(file)).toEqual([]);
  });
});

describe('TypeScript', () => {
  let output: string;
  beforeAll(async () => {
    tree.plant('lib/text/fetches.ts', "export const page = () => fetch('https://example.org');\n");
    tree.plant('lib/text/exits.ts', 'export const end = () => process.exit(1);\n');
    tree.plant('lib/text/draws.ts', 'export const body = () => document.body;\n');
    tree.plant(
      'lib/text/imports-node.ts',
      "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    );
    tree.plant('lib/text/waits.ts', 'export const wait = () => setTimeout(() => {}, 1);\n');
    tree.plant('lib/text/loose.ts', 'export const first = (list: string[]): string => list[0];\n');
    ({ output } = await tree.run('typescript/bin/tsc', '-p', 'lib/tsconfig.json'));
  });

  test.each([
    ['fetch in lib', /lib\/text\/fetches\.ts\(1,\d+\): error TS\d+: Cannot find name 'fetch'/],
    ['process in lib', /lib\/text\/exits\.ts\(1,\d+\): error TS\d+: Cannot find name 'process'/],
    ['document in lib', /lib\/text\/draws\.ts\(1,\d+\): error TS\d+: Cannot find name 'document'/],
    [
      "Node's modules in lib",
      /lib\/text\/imports-node\.ts\(1,\d+\): error TS\d+: Cannot find (module|name) 'node:fs'/,
    ],
    ['timers in lib', /lib\/text\/waits\.ts\(1,\d+\): error TS\d+: Cannot find name 'setTimeout'/],
    [
      'an element that may be missing',
      /lib\/text\/loose\.ts\(1,\d+\): error TS2322: Type 'string \| undefined'/,
    ],
  ])('%s does not compile', (_, fault) => {
    expect(output).toMatch(fault);
  });
});
