import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { compile } from '#lib/compiler/compile.ts';
import { tag } from '#lib/compiler/language.ts';
import { numberSentences } from '#lib/course/numbered-sentences.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import type { Told } from './compile-once.ts';
import { median } from './load.ts';
import { longText, type Model, readModels } from './long-text.ts';
import { compileAlone, heapOf } from './processes.ts';
import { root } from './root.ts';
import { megabytes, ms, perSecond, table } from './table.ts';

/**
 * `npm run bench:compile -- [seed] [file…]`: how fast documents become courses beside the tagger's own speed on
 * the same text in the same run, what a million words take of memory, and what the first document of a process
 * (the bundled article, those named) waits for. It prints figures and asserts nothing about them.
 */

const sizes = [10_000, 30_000, 100_000, 300_000] as const;
const rounds = 5;
const longest = 1_000_000;
const processes = 7;
/** With the memory of a large machine before it the engine tidies up late; the server's thread must do with less. */
const heaps = [
  ["limits of the server's thread", ['--max-old-space-size=256', '--max-semi-space-size=10']],
  ['no limits', []],
] as const;
const article = join(root, 'content', 'russia-china-2024', 'article.md');
const claims = join(root, 'content', 'russia-china-2024', 'claims.json');
const plainArticle = resolve(root, '../shared/source/russia-china-2024.txt');
const say = (text: string) => console.log(text);

async function main(): Promise<void> {
  const began = performance.now();
  const [seedGiven = '1', ...named] = process.argv.slice(2);
  const seed = Number(seedGiven);
  if (!Number.isInteger(seed))
    throw new Error('The seed is a whole number: npm run bench:compile -- [seed] [file…]');
  const models = await readModels();
  say(`Node ${process.version}, ${cpus()[0]?.model ?? 'processor not known'}; texts of seed ${seed}\n`);
  await printSpeed(models, seed);
  await printMemory(models, seed);
  await printCold(named);
  say(`The bench took ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

type Round = { words: number; seconds: number; cpu: number; tagging: number; claims: number; items: number };

async function printSpeed(models: readonly Model[], seed: number): Promise<void> {
  // Both have been at work before anything is measured.
  await measure(longText(models, sizes[0], seed));
  const measured = new Map<number, Round[]>(sizes.map((size) => [size, []]));
  // Rounds of the sizes take turns, so that a busy moment of the machine falls on all of them; each reads a
  // text of its own, so that nothing can be remembered from the round before.
  for (let round = 1; round <= rounds; round += 1)
    for (const [at, size] of sizes.entries())
      measured.get(size)?.push(await measure(longText(models, size, seed + round * sizes.length + at)));
  const points: { words: number; seconds: number; tagging: number }[] = [];
  const rows = [...measured.values()].map((list) => {
    const of = (figure: (round: Round) => number) => median(list.map(figure));
    points.push({
      words: of((one) => one.words),
      seconds: of((one) => one.seconds),
      tagging: of((one) => one.tagging),
    });
    return [
      perSecond(of((one) => one.words)),
      of((one) => one.seconds).toFixed(2),
      perSecond(of((one) => one.words / one.seconds)),
      perSecond(of((one) => one.words / one.cpu)),
      perSecond(of((one) => one.words / one.tagging)),
      of((one) => one.tagging / one.seconds).toFixed(2),
      perSecond(of((one) => one.claims)),
      perSecond(of((one) => one.items)),
    ];
  });
  say(`From Markdown to a course, medians of ${rounds} rounds that take turns, in this warm process`);
  say(
    table(['words', 's', 'words/s', 'words/CPU s', 'tagger words/s', 'of tagger', 'claims', 'items'], rows),
  );
  say(
    `Time grows with words to the power of ${exponent(points, (one) => one.seconds)} ` +
      `(the tagger's: ${exponent(points, (one) => one.tagging)}; 1 is linear)\n`,
  );
}

async function measure(text: string): Promise<Round> {
  const bytes = Buffer.from(text);
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const parsed = await parseSource('long.md', bytes);
  if (!parsed.ok) throw new Error(`a long text was refused: ${parsed.refusal}`);
  const { course } = compile({ document: parsed.value, sha256: '0'.repeat(64) });
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);

  // The space makes it another text for what the tagger remembers, and the same for how it tags.
  const sentences = numberSentences(course).map(({ start, end }) => `${course.text.slice(start, end)} `);
  const taggerBegan = performance.now();
  for (const sentence of sentences) tag(sentence);
  const tagging = (performance.now() - taggerBegan) / 1000;
  return {
    words: course.source.words,
    seconds,
    cpu: (user + system) / 1_000_000,
    tagging,
    claims: course.claims.length,
    items: course.items.length,
  };
}

/** The slope of a straight line through the logarithms, by least squares. */
function exponent<T extends { words: number }>(points: readonly T[], time: (point: T) => number): string {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const xs = points.map((point) => Math.log(point.words));
  const ys = points.map((point) => Math.log(time(point)));
  const [x0, y0] = [mean(xs), mean(ys)];
  const along = xs.map((x, at) => (x - x0) * ((ys[at] ?? y0) - y0));
  return (mean(along) / mean(xs.map((x) => (x - x0) ** 2))).toFixed(2);
}

async function printMemory(models: readonly Model[], seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    const file = join(folder, 'long.md');
    await writeFile(file, longText(models, longest, seed));
    const rows: string[][] = [];
    for (const [name, flags] of heaps) {
      const { told, output } = await compileAlone([file], ['--trace-gc', ...flags]);
      const heap = heapOf(output);
      rows.push([
        name,
        String(told.words),
        ((told.reading + told.compiling) / 1000).toFixed(1),
        ...[told.idle, told.loadedSize, told.peak, told.peak - told.idle, heap.peak, heap.kept].map(
          megabytes,
        ),
      ]);
    }
    say('Memory of a process that compiles one long text and ends, MB');
    say(
      table(
        ['', 'words', 's', 'idle', 'loaded', 'peak', 'peak over idle', 'heap at most', 'in use at most'],
        rows,
      ),
    );
    say('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function printCold(named: readonly string[]): Promise<void> {
  const rows: string[][] = [];
  for (const [name, ...args] of [
    ['the bundled article', article],
    ['the bundled article and its claims', article, claims],
    ['the source article', plainArticle],
    ...named.map((file) => [basename(file), resolve(file)]),
  ]) {
    if (!existsSync(args[0] ?? '')) {
      say(`Skipped ${name}: there is no ${args[0]}.`);
      continue;
    }
    const all: Told[] = [];
    for (let time = 0; time < processes; time += 1) all.push((await compileAlone(args)).told);
    const of = (figure: (told: Told) => number) => ms(median(all.map(figure)));
    rows.push([
      name ?? '',
      String(all[0]?.words),
      of((told) => told.loading),
      of((told) => told.reading),
      of((told) => told.compiling),
      of((told) => told.reading + told.compiling),
      of((told) => told.cpu),
      of((told) => told.loading + told.reading + told.compiling),
    ]);
  }
  say(`The first document of a process, ms, medians of ${processes} processes`);
  say(table(['', 'words', 'loading', 'reading', 'compiling', 'both', 'CPU of both', 'with loading'], rows));
  say('');
}

await main();
