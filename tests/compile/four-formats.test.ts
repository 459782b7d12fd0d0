import { describe, expect, test } from 'vitest';
import { claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { compile } from '#lib/compiler/compile.ts';
import type { Course } from '#lib/course/model.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { canals } from '#tests/fixtures/canals.ts';
import { writeDocx } from '#tests/fixtures/write-docx.ts';
import { writePdf } from '#tests/fixtures/write-pdf.ts';
import { writeHtml, writeMarkdown, writePlainText } from '#tests/fixtures/write-text.ts';
import { type Writing, withoutMarks } from '#tests/fixtures/writing.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const writers: Record<string, (writing: Writing) => Uint8Array> = {
  'a.md': (writing) => utf8(writeMarkdown(writing)),
  'a.html': (writing) => utf8(writeHtml(writing)),
  'a.docx': writeDocx,
  'a.txt': (writing) => utf8(writePlainText(writing)),
};

/** Confirmed by a person, so that a text without marked terms has questions as well. */
const claims = claimsFileSchema.parse({
  format: 'lectern-claims/1',
  claims: [
    {
      id: 'summit-cause',
      type: 'cause',
      parts: {
        effect: 'canal companies built reservoirs in the hills',
        cause: 'rivers could not fill the highest stretches',
      },
      evidence:
        'Canal companies built reservoirs in the hills because rivers could not fill the highest stretches.',
      label: 'fact',
      foils: [
        {
          text: 'the towns needed water to drink',
          why: 'Not in the text: towns that drink are not mentioned.',
        },
        { text: 'mills paid well for a steady stream', why: 'Not in the text: mills are not mentioned.' },
        {
          text: 'the old ponds had been drained by farmers',
          why: 'Not in the text: no farmer drains a pond.',
        },
      ],
    },
  ],
});

async function courseOf(name: string, writing: Writing, write = writers[name]): Promise<Course> {
  const source = await parseSource(name, write?.(writing) ?? new Uint8Array());
  if (!source.ok) throw new Error(`${name}: ${source.refusal}`);
  return compile({ document: source.value, sha256: '', claims }).course;
}

/** All that a learner or a teacher sees of it; not of which format it was made. */
const content = ({ title, text, blocks, sections, lessons, claims, items }: Course) => ({
  ...{ title, text, blocks, sections, lessons, claims, items },
});

describe('the same text', () => {
  test('gives the same lessons, claims and questions as Markdown, HTML and Word document, terms and all', async () => {
    const course = await courseOf('a.md', canals);
    expect(course.source.words).toBeGreaterThan(700);
    expect(course.claims.length).toBeGreaterThan(8);
    expect(course.items.length).toBeGreaterThan(8);
    expect(course.lessons.flatMap((lesson) => lesson.concepts)).not.toEqual([]);
    for (const name of ['a.html', 'a.docx'])
      expect(content(await courseOf(name, canals)), name).toEqual(content(course));
  });

  test('gives the same as hard-wrapped plain text, where no word is marked', async () => {
    const plain = withoutMarks(canals);
    const course = await courseOf('a.md', plain);
    expect(course.claims.length).toBeGreaterThan(0);
    expect(course.items.length).toBeGreaterThan(0);
    for (const name of ['a.html', 'a.docx', 'a.txt'])
      expect(content(await courseOf(name, plain)), name).toEqual(content(course));
  });

  test.each([56, 72, 88])('gives the same as plain text wrapped at %i characters', async (width) => {
    const plain = withoutMarks(canals);
    const wrapped = await courseOf('a.txt', plain, (writing) => utf8(writePlainText(writing, width)));
    expect(content(wrapped)).toEqual(content(await courseOf('a.md', plain)));
  });

  test.each([
    ['one column', { columns: 1, divide: false }],
    ['one column with divided words', { columns: 1, divide: true }],
    ['two columns', { columns: 2, divide: true }],
  ] as const)('gives the same claims as a PDF of %s', async (_, options) => {
    // A PDF tells neither tables nor quotations from paragraphs.
    const pieces = withoutMarks(canals).pieces.filter(({ kind }) => kind !== 'table' && kind !== 'quote');
    const plain = { ...canals, pieces };
    const course = await courseOf('a.pdf', plain, (writing) => writePdf(writing, options));
    expect(content(course)).toEqual(content(await courseOf('a.md', plain)));
    expect(course.diagnostics.map(({ code }) => code)).toContain('pdf-best-effort');
  });
});
