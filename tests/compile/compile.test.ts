import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Course, courseSchema, type Span } from '#lib/course/model.ts';
import { canals } from '#tests/fixtures/canals.ts';
import { writeDocx } from '#tests/fixtures/write-docx.ts';
import { writePdf } from '#tests/fixtures/write-pdf.ts';
import { writeHtml } from '#tests/fixtures/write-text.ts';

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'lectern-compile-'));

function run(...args: string[]) {
  return command('compile.ts', ...args);
}

function command(name: string, ...args: string[]) {
  const done = spawnSync(process.execPath, ['--conditions=react-server', `app/_cli/${name}`, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

function courseOf(json: string): Course {
  return courseSchema.parse(JSON.parse(json));
}

/** Every span of a course: of what it summarises, defines, claims, asks and answers with. */
function spansOf(course: Course): Span[] {
  return [
    ...course.lessons.flatMap((lesson) => lesson.summary),
    ...course.lessons.flatMap((lesson) => lesson.concepts.flatMap((concept) => concept.definition ?? [])),
    ...course.claims.map((claim) => claim.evidence),
    ...course.items.flatMap((item) => [
      ...item.evidence,
      ...item.options.flatMap((option) => option.evidence ?? []),
    ]),
  ];
}

function expectSound(course: Course): void {
  const spans = spansOf(course);
  expect(spans.length).toBeGreaterThan(0);
  for (const { start, end, quote } of spans) expect(course.text.slice(start, end)).toBe(quote);
  for (const ids of [course.sections, course.lessons, course.claims, course.items].map((list) =>
    list.map(({ id }) => id),
  )) {
    expect(new Set(ids).size).toBe(ids.length);
  }
  expect(new Set(course.lessons.map((lesson) => lesson.slug)).size).toBe(course.lessons.length);
  expect(course.lessons.map((lesson) => lesson.sectionId)).toEqual(
    course.sections.map((section) => section.id),
  );
  const lessons = new Set(course.lessons.map((lesson) => lesson.id));
  for (const { lessonId } of [...course.claims, ...course.items]) expect(lessons).toContain(lessonId);
}

const source = resolve(root, '../shared/source/russia-china-2024.txt');
const withSource = test.skipIf(!existsSync(source));

withSource(`the source article gives five lessons, the same twice (${source})`, () => {
  const first = run(source);
  const course = courseOf(first.out);
  expect(first.code, first.err).toBe(0);
  expect(course.title).toBe('Russia-China Relations In 2024: A Deep Dive');
  expect(course.sections.map((section) => section.title)).toEqual([
    'Overview',
    'The Economic Underpinnings of the Sino-Russian Alliance',
    'Political Coordination and Shared Worldview',
    'Military Cooperation and Security Interests',
    'Challenges and Future Prospects',
  ]);
  expect(course.lessons).toHaveLength(5);
  expectSound(course);
  expect(run(source).out).toBe(first.out);
});

test('the bundled course has five lessons with at least twelve questions each', () => {
  const first = run('content/russia-china-2024/article.md');
  expect(first.code, first.err).toBe(0);
  const course = courseOf(first.out);
  expectSound(course);
  expect(course.lessons).toHaveLength(5);
  for (const lesson of course.lessons) {
    const selected = course.items.filter((item) => item.lessonId === lesson.id && item.selected);
    expect(selected.length, lesson.title).toBeGreaterThanOrEqual(12);
    expect(lesson.objectives.length, lesson.title).toBeGreaterThanOrEqual(2);
    expect(lesson.summary.length, lesson.title).toBeGreaterThanOrEqual(2);
  }
  expect(run('content/russia-china-2024/article.md').out).toBe(first.out);
});

test('npm run exam draws a mixed exam, the same for the same seed', () => {
  const article = 'content/russia-china-2024/article.md';
  const first = command('exam.ts', article, '--size', '20', '--seed', 'spring');
  expect(first.code, first.err).toBe(0);
  const exam = JSON.parse(first.out);
  expect([exam.format, exam.seed, exam.items.length]).toEqual(['lectern-exam/1', 'spring', 20]);
  expect(command('exam.ts', article, '--size', '20', '--seed', 'spring').out).toBe(first.out);
  expect(command('exam.ts', article, '--size', '20', '--seed', 'summer').out).not.toBe(first.out);
});

test.each(['0', 'many', '1000'])('an exam of %s questions is none', (size) => {
  const done = command('exam.ts', 'content/russia-china-2024/article.md', '--size', size);
  expect([done.code, done.out]).toEqual([2, '']);
  expect(done.err).toContain('Usage:');
});

const prose =
  'The rakers walk out before the sun is up over the pans, each with a wooden tool and a basket on the back. ' +
  'A raker works six hours, because the crust grows too hot to stand on by noon.';

test('a document without headings gives one lesson, and --out leaves standard output empty', () => {
  const out = join(scratch, 'course.json');
  const done = run(file('plain.txt', prose), '--out', out);
  expect([done.code, done.out]).toEqual([0, '']);
  const text = readFileSync(out, 'utf8');
  expect(text.endsWith('}\n')).toBe(true);
  expect(courseOf(text).lessons.map((lesson) => lesson.title)).toEqual(['Overview']);
});

test('the keys of a course stand in the order of the contract', () => {
  expect(Object.keys(JSON.parse(run(file('keys.txt', prose)).out))).toEqual([
    ...[
      'format',
      'compiler',
      'source',
      'title',
      'text',
      'blocks',
      'sections',
      'lessons',
      'claims',
      'items',
      'diagnostics',
    ],
  ]);
});

test('a diagnostic names the line of the file and quotes its beginning', () => {
  const done = run(
    file('salt.md', `# Salt\n\n## Pans\n\n${prose}\n\n## Roads\n\n**Few** words.\n\n## Ships\n\n${prose}\n`),
  );
  expect(done.code, done.err).toBe(0);
  expect(done.err).toContain('info: line 7, “Roads”: “Roads” has too little text');
});

test.each([
  ['an empty file', 'empty.txt', '', 'is empty'],
  ['binary data', 'picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'binary'],
  ['a file of more than 10 MB', 'huge.txt', 'a '.repeat(6_000_000), 'larger than 10 MB'],
  ['Latin-1', 'latin.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x61]), 'UTF-8'],
  ['headings alone', 'bare.md', '# Salt\n\n## Pans\n', 'no sentences'],
  ['a few words', 'brief.txt', 'Salt is old.', 'too little prose'],
  ['an unknown format', 'salt.xyz', prose, 'no format'],
])('%s gives no course and one clear sentence', (_, name, content, sentence) => {
  const done = run(file(name, content));
  expect([done.code, done.out]).toEqual([1, '']);
  expect(done.err).toContain(sentence);
});

test('wrong usage is told from a bad document', () => {
  expect(run().code).toBe(2);
  expect(run('a.txt', 'b.txt').code).toBe(2);
  expect(run('--nonsense', 'a.txt').code).toBe(2);
  expect(run(join(scratch, 'absent.txt')).code).toBe(2);
  expect(run(scratch).code).toBe(2);
});

test('a faulty claims file stops the compiler and says where the fault is', () => {
  const document = file('claimed.txt', prose);
  const faulty = file(
    'faulty.json',
    JSON.stringify({ format: 'lectern-claims/1', claims: [{ id: 'a', type: 'reason' }] }),
  );
  const done = run(document, '--claims', faulty);
  expect(done.code).toBe(1);
  expect(done.err).toContain('claims.0.type');
  expect(run(document, '--claims', file('broken.json', '{')).err).toContain('is not JSON');
  expect(run(document, '--claims', join(scratch, 'absent.json')).code).toBe(2);
});

test('an outline beside the document or named is followed, and a faulty one stops the compiler', () => {
  const document = file('outlined.md', `# Salt\n\n## Pans\n\n${prose}\n\n## Roads\n\n${prose}\n`);
  const outline = (...corrections: object[]) => JSON.stringify({ format: 'lectern-outline/1', corrections });
  const named = file('other.json', outline({ order: ['Roads'] }, { leaveOut: 'Ships' }));
  const done = run(document, '--outline', named);
  expect(courseOf(done.out).lessons.map((lesson) => lesson.title)).toEqual(['Roads', 'Pans']);
  expect(done.err).toContain('Correction 2 of the outline does not fit: there is no section “Ships”.');
  const faulty = run(document, '--outline', file('misspelt.json', outline({ leave: 'Pans' })));
  expect([faulty.code, faulty.out]).toEqual([1, '']);
  expect(faulty.err).toContain('is not an outline file');
});

test.each([
  ['a Word document', 'canals.docx', writeDocx(canals)],
  ['a PDF', 'canals.pdf', writePdf(canals)],
  ['a page', 'canals.html', new TextEncoder().encode(writeHtml(canals))],
])('%s gives a course, the same twice', (_, name, content) => {
  const path = file(name, content);
  const first = run(path);
  expect(first.code, first.err).toBe(0);
  expect(courseOf(first.out).title).toBe('How Boats Climb Hills');
  expect(run(path).out).toBe(first.out);
});

test.each([
  ['a broken Word document', 'broken.docx', writeDocx(canals).subarray(0, 500), 'is damaged'],
  ['text that calls itself a PDF', 'text.pdf', new TextEncoder().encode(prose), 'is damaged'],
  [
    'a page of elements within elements',
    'deep.html',
    new TextEncoder().encode('<div>'.repeat(9000)),
    'elements within elements',
  ],
])('%s gives no course and one clear sentence', (_, name, content, sentence) => {
  const done = run(file(name, content));
  expect([done.code, done.out]).toEqual([1, '']);
  expect(done.err).toContain(sentence);
});

test('deeply nested and dense Markdown is compiled, not feared', () => {
  const done = run(file('nested.md', `${'> '.repeat(5000)}deep\n\n${'*_'.repeat(5000)}\n\n${prose}\n`));
  expect(done.code, done.err).toBe(0);
});
