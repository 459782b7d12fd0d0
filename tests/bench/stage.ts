import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyPort } from '#app/_cli/free-port.ts';
import { claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { compile } from '#lib/compiler/compile.ts';
import type { Course } from '#lib/course/model.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { root } from './root.ts';

export const courseSlug = 'russia-china-2024';
const content = join(root, 'content', courseSlug);

/** What a build is made of. */
const copied = [
  'app',
  'content',
  'db',
  'lib',
  'instrumentation.ts',
  'next.config.ts',
  'package.json',
  'proxy.ts',
  'tsconfig.json',
];

/**
 * A copy of this checkout below its own data folder, with the two baselines added as routes. They are measured
 * on the same server in the same run, and the product itself never has them. (Inside the checkout, because
 * Turbopack refuses a link to node_modules that leads out of its root.)
 */
export async function stageApp(course: Course): Promise<string> {
  const folder = join(root, '.lectern', 'bench', 'app');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const entry of copied) await cp(join(root, entry), join(folder, entry), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const prerendered = join(folder, 'app', 'bench', 'prerendered');
  const insert = join(folder, 'app', 'bench', 'insert');
  await mkdir(prerendered, { recursive: true });
  await mkdir(insert, { recursive: true });
  await cp(join(import.meta.dirname, 'baselines', 'page.tsx'), join(prerendered, 'page.tsx'));
  await cp(join(import.meta.dirname, 'baselines', 'route.ts'), join(insert, 'route.ts'));
  await writeFile(join(prerendered, 'body.html'), bodyOf(course));
  return folder;
}

/** The text of the measured lesson, as paragraphs. */
function bodyOf(course: Course): string {
  const { sectionId } = lessonOf(course);
  const section = course.sections.find((one) => one.id === sectionId);
  if (section === undefined) throw new Error('the measured lesson has no section');
  return course.blocks
    .filter((block) => block.start >= section.start && block.end <= section.end)
    .map((block) => `<p>${escapeHtml(course.text.slice(block.start, block.end))}</p>`)
    .join('\n');
}

export function lessonOf(course: Course): Course['lessons'][number] {
  const lesson = course.lessons[1] ?? course.lessons[0];
  if (lesson === undefined) throw new Error('the bundled course has no lesson');
  return lesson;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** The bundled article with its claims. */
export async function compileBundled(): Promise<Course> {
  const bytes = await readFile(join(content, 'article.md'));
  const claims = claimsFileSchema.parse(JSON.parse(await readFile(join(content, 'claims.json'), 'utf8')));
  const parsed = await parseSource('article.md', bytes);
  if (!parsed.ok) throw new Error(`the bundled article was refused: ${parsed.refusal}`);
  return compile({
    document: parsed.value,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    claims,
  }).course;
}

const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
const environment = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };

export async function build(folder: string): Promise<void> {
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8000);
    });
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`the build of the bench's copy failed:\n${output}`);
}

export type Server = { origin: string; stop(): Promise<void>; cpuSeconds(): Promise<number> };

/** Next's own production server, as one process. */
export async function serve(folder: string, values: Record<string, string>): Promise<Server> {
  const port = await anyPort('127.0.0.1');
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: folder,
    env: {
      ...environment,
      ...values,
      LECTERN_URL: origin,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8000);
    });
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) break;
    if (child.exitCode !== null || tries > 300) throw new Error(`the server did not start:\n${output}`);
    await sleep(100);
  }
  return { origin, stop: () => stop(child), cpuSeconds: () => cpuSeconds(child.pid ?? 0) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(late);
}

/** Processor time of a process so far; NaN where the system does not tell. */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
