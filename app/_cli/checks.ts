import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { findBrowser } from './browser.ts';
import { build, isBuilt } from './build.ts';
import { type Count, countPlaywright, countVitest } from './counts.ts';
import { root, whenNpmEnds } from './install.mjs';
import { explain, Refused, say, secondsSince } from './progress.mjs';
import { findRunning } from './start-lock.ts';

/** Runs to the end even where it fails; what it ran is counted. */
type Check = { name: string; check(reports: string): Promise<Count> };

const checks: Check[] = [
  {
    name: 'lint',
    check: async () => asOne(await tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')),
  },
  { name: 'types', check: checkTypes },
  { name: 'unit', check: (reports) => vitest('unit', reports) },
  { name: 'database', check: (reports) => vitest('database', reports) },
  { name: 'build', check: checkBuild },
  { name: 'end to end', check: checkEndToEnd },
];

/** Every check, or those that are named, in the order from quick to slow; returns the exit code. */
export async function runChecks(names: readonly string[] = []): Promise<number> {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0)
    throw new Refused(
      `There is no check “${unknown[0]}”; there are: ${checks.map(({ name }) => name).join(', ')}.`,
    );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
  process.once('disconnect', () => process.exit(130));
  whenNpmEnds(() => process.exit(130));
  const reports = mkdtempSync(join(tmpdir(), 'lectern-test-'));
  const total: Count = { passed: 0, failed: 0, skipped: [] };
  const lines: string[] = [];
  for (const { name, check } of checks) {
    if (names.length > 0 && !names.includes(name)) continue;
    heading(name);
    const started = performance.now();
    const count = await check(reports).catch((error: unknown): Count => {
      console.error(explain(error));
      return { passed: 0, failed: 1, skipped: [] };
    });
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped.push(...count.skipped);
    const seconds = secondsSince(started).toFixed(1).padStart(7);
    lines.push(`${count.failed === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${seconds} s  ${inWords(count)}`);
  }
  rmSync(reports, { recursive: true, force: true });
  heading('result');
  console.log(lines.join('\n'));
  if (total.skipped.length > 0) console.log(`${total.skipped.length} skipped: ${total.skipped.join('; ')}`);
  // Read by others: it stays the last line, and of this form.
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

function heading(name: string): void {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`);
}

function inWords({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped.length === 0 ? '' : `, ${skipped.length} skipped`}`;
}

/** A check that is right or wrong as a whole. */
function asOne(passed: boolean): Count {
  return passed ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
}

/** A check that has not ended by then will not: it fails, and the run goes on. The longest takes five minutes. */
const longest = 20 * 60_000;

/** Runs a program of node_modules with its output shown; true if it ended well. */
function tool(script: string, ...args: string[]): Promise<boolean> {
  return toolWith({}, script, ...args);
}

function toolWith(environment: Record<string, string>, script: string, ...args: string[]): Promise<boolean> {
  return new Promise((done) => {
    const path = [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      env: { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1', ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    // Whatever ends us ends what we run.
    const stop = () => child.kill('SIGTERM');
    process.once('exit', stop);
    const late = setTimeout(() => {
      console.error(`${script} has not ended in ${longest / 60_000} minutes, and was stopped.`);
      stop();
      // What does not listen is not waited for.
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    }, longest);
    const end = (passed: boolean) => {
      clearTimeout(late);
      process.off('exit', stop);
      done(passed);
    };
    child.once('error', (error) => {
      console.error(error.message);
      end(false);
    });
    child.once('exit', (code) => end(code === 0));
  });
}

async function checkTypes(): Promise<Count> {
  const next = await tool('next/dist/bin/next', 'typegen');
  const whole = await tool('typescript/bin/tsc', '-p', 'tsconfig.json');
  const lib = await tool('typescript/bin/tsc', '-p', 'lib/tsconfig.json');
  const worker = await tool('typescript/bin/tsc', '-p', 'app/_offline/tsconfig.json');
  return asOne(next && whole && lib && worker);
}

async function vitest(project: string, reports: string): Promise<Count> {
  const file = join(reports, `${project}.json`);
  const ended = await tool(
    'vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  );
  return settle(ended, countVitest(file));
}

/** A step that ended badly has failed, also where its report knows of no failed test. */
function settle(ended: boolean, count: Count | null): Count {
  if (count === null || (count.passed === 0 && count.failed === 0)) return asOne(false);
  return ended || count.failed > 0 ? count : { ...count, failed: 1 };
}

async function checkBuild(): Promise<Count> {
  if (await isBuilt()) {
    say('The build of .next is of these sources.');
    return asOne(true);
  }
  const address = await findRunning(resolve(process.env.LECTERN_DATA ?? '.lectern'));
  if (address !== null) say(`Lectern runs from this folder (${address}): start it anew after this build.`);
  await build();
  return asOne(true);
}

async function checkEndToEnd(reports: string): Promise<Count> {
  const browser = await findBrowser();
  say(`The browser is ${browser}.`);
  const file = join(reports, 'e2e.json');
  const ended = await toolWith(
    { LECTERN_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    '@playwright/test/cli.js',
    'test',
    '--config=tests/e2e/playwright.config.ts',
    '--reporter=list,json',
  );
  return settle(ended, countPlaywright(file));
}
