/**
 * The process that `npm run bench:compile` starts to compile one document and end: what it tells is how long a
 * process needs that never compiled before, and how much memory.
 */
const idle = process.memoryUsage.rss();
const began = performance.now();
const { parseSource } = await import('#lib/source/parse-source.ts');
const { compile } = await import('#lib/compiler/compile.ts');
const { claimsFileSchema } = await import('#lib/compiler/claims-file.ts');
const loaded = performance.now();
const loadedSize = process.memoryUsage.rss();

const { readFile } = await import('node:fs/promises');
const { basename } = await import('node:path');
const [file = '', claimsFile] = process.argv.slice(2);
const bytes = await readFile(file);
const claims =
  claimsFile === undefined ? null : claimsFileSchema.parse(JSON.parse(await readFile(claimsFile, 'utf8')));

const beforeReading = performance.now();
const cpuBefore = process.threadCpuUsage();
const parsed = await parseSource(basename(file), bytes);
if (!parsed.ok) throw new Error(`${file} was refused: ${parsed.refusal}`);
const beforeCompiling = performance.now();
const { course } = compile({
  document: parsed.value,
  sha256: '0'.repeat(64),
  ...(claims === null ? {} : { claims }),
});
const ended = performance.now();
const cpu = process.threadCpuUsage(cpuBefore);

export type Told = {
  words: number;
  claims: number;
  items: number;
  loading: number;
  reading: number;
  compiling: number;
  /** Processor time of reading and compiling on their own thread: what a busy machine does not lengthen. */
  cpu: number;
  /** Bytes of memory that the process held before it loaded anything, then, and at most. */
  idle: number;
  loadedSize: number;
  peak: number;
};
const told: Told = {
  words: course.source.words,
  claims: course.claims.length,
  items: course.items.length,
  loading: loaded - began,
  reading: beforeCompiling - beforeReading,
  compiling: ended - beforeCompiling,
  cpu: (cpu.user + cpu.system) / 1000,
  idle,
  loadedSize,
  peak: process.resourceUsage().maxRSS * 1024,
};
process.send?.(told);
