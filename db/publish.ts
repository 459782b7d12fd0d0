import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { compile } from '#lib/compiler/compile.ts';
import { decisionsFileSchema } from '#lib/compiler/decisions-file.ts';
import { outlineFileSchema } from '#lib/compiler/outline-file.ts';
import { type Course, courseSchema } from '#lib/course/model.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { publishCourse } from './commands/publish-course.ts';
import { ConfigError } from './env.ts';
import type { Log } from './log.ts';
import { openDatabase } from './open.ts';

/** The folder of a course holds its text under one of these names. */
const articles = ['article.md', 'article.txt', 'article.html', 'article.docx', 'article.pdf'];

/** Publishes every course in `content`; what has not changed stays the edition it was. */
export async function publishBundled(log: Log, contentFolder = resolve('content')): Promise<void> {
  for (const entry of await readdir(contentFolder, { withFileTypes: true })) {
    const folder = join(contentFolder, entry.name);
    if (entry.isDirectory() && articleIn(folder) !== null) await publishFolder(folder, log);
  }
}

/** Compiles the course in a folder and publishes it under the folder's name. */
export async function publishFolder(folder: string, log: Log): Promise<void> {
  const slug = basename(folder);
  const course = await compileFolder(folder);
  for (const fault of course.diagnostics.filter((diagnostic) => diagnostic.severity === 'error'))
    log.warn(`${slug}: ${fault.message}`);
  if (course.lessons.length === 0) throw new ConfigError(`${folder} gives no lesson.`);
  const { created } = await publishCourse('system', { slug, course, visibility: 'public' });
  if (created)
    log.info(
      `Published “${course.title}”: ${course.lessons.length} lessons, ${course.items.length} questions.`,
    );
}

async function compileFolder(folder: string): Promise<Course> {
  const file = articleIn(folder);
  if (file === null) throw new ConfigError(`${folder} holds no ${articles.join(' or ')}.`);
  const bytes = await readFile(file);
  const source = await parseSource(basename(file), bytes);
  if (!source.ok) throw new ConfigError(`${file} cannot be read as a document (${source.refusal}).`);
  const claims = await readBeside(join(folder, 'claims.json'), 'a claims file', claimsFileSchema);
  const decisions = await readBeside(join(folder, 'decisions.json'), 'a decisions file', decisionsFileSchema);
  const outline = await readBeside(join(folder, 'outline.json'), 'an outline file', outlineFileSchema);
  const { course } = compile({
    document: source.value,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(claims === null ? {} : { claims }),
    ...(outline === null ? {} : { outline }),
    ...(decisions === null ? {} : { decisions }),
  });
  return courseSchema.parse(course);
}

function articleIn(folder: string): string | null {
  return articles.map((name) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

async function readBeside<S extends z.ZodType>(
  file: string,
  what: string,
  schema: S,
): Promise<z.infer<S> | null> {
  if (!existsSync(file)) return null;
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new ConfigError(`${file} is not ${what}: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}

/** `node --conditions=react-server db/publish.ts [folder …]`: without a folder, every bundled course. */
async function main(folders: string[]): Promise<void> {
  const database = await openDatabase(console);
  try {
    if (folders.length === 0) await publishBundled(console);
    for (const folder of folders) await publishFolder(resolve(folder), console);
  } finally {
    await database.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exitCode = 1;
  });
}
