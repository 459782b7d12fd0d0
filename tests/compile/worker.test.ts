import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compileInWorker } from '#app/_compile/compile-in-worker.ts';
import { compile } from '#lib/compiler/compile.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { canals } from '#tests/fixtures/canals.ts';
import { writeDocx } from '#tests/fixtures/write-docx.ts';
import { writeMarkdown } from '#tests/fixtures/write-text.ts';

const article = new TextEncoder().encode(writeMarkdown(canals));
const generous = { milliseconds: 60_000, megabytes: 512 };

test('a document compiled in a thread of its own gives the same course', async () => {
  const source = await parseSource('canals.md', article);
  if (!source.ok) throw new Error(source.refusal);
  const sha256 = createHash('sha256').update(article).digest('hex');
  const { course } = compile({ document: source.value, sha256 });
  expect(await compileInWorker({ fileName: 'canals.md', bytes: article }, generous)).toEqual({
    ok: true,
    value: course,
  });
});

test('an outline is corrected there, too', async () => {
  const outline = {
    format: 'lectern-outline/1' as const,
    corrections: [{ leaveOut: 'Overview' }, { order: ['What Remains'] }],
  };
  const done = await compileInWorker({ fileName: 'a.docx', bytes: writeDocx(canals), outline }, generous);
  expect(done.ok && done.value.lessons.map((lesson) => lesson.title)).toEqual([
    'What Remains',
    'Locks and Gates',
    'Ladders of Locks',
    'Lifts and Slopes',
  ]);
});

test('what is refused is refused with its reason', async () => {
  const refusalOf = async (fileName: string, bytes: Uint8Array) => {
    const done = await compileInWorker({ fileName, bytes }, generous);
    return done.ok ? null : done.refusal;
  };
  expect(await refusalOf('a.xyz', article)).toBe('unknown-format');
  expect(await refusalOf('a.docx', article)).toBe('damaged');
});

test('a document that takes too long is given up', async () => {
  const done = await compileInWorker({ fileName: 'a.md', bytes: article }, { ...generous, milliseconds: 1 });
  expect(done).toEqual({ ok: false, refusal: 'too-slow' });
});

test('a document that takes too much memory is given up, and the caller lives on', async () => {
  const bytes = new TextEncoder().encode(writeMarkdown(canals).repeat(800));
  const done = await compileInWorker({ fileName: 'a.md', bytes }, { ...generous, megabytes: 48 });
  expect(done).toEqual({ ok: false, refusal: 'too-much-memory' });
  expect((await compileInWorker({ fileName: 'a.md', bytes: article }, generous)).ok).toBe(true);
});
