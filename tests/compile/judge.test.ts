import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { keySchema, sheetSchema } from '#lib/analytics/judging/sheet.ts';

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'lectern-judge-'));
const at = (name: string) => join(scratch, name);
const bundled = 'content/russia-china-2024/article.md';

function run(...args: string[]) {
  const done = spawnSync(process.execPath, ['--conditions=react-server', 'app/_cli/judge.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function write(name: string, value: unknown): string {
  writeFileSync(at(name), JSON.stringify(value));
  return at(name);
}

const written = write('written.json', {
  format: 'lectern-items/1',
  source: 'a textbook',
  text: 'Rain feeds the river in spring.',
  items: [
    {
      kind: 'single',
      stem: 'What feeds the river in spring?',
      options: [
        { text: 'Rain', correct: true },
        { text: 'Snow', correct: false },
        { text: 'A lake', correct: false },
      ],
    },
  ],
});

test('from a sheet through answers and the key to a report', () => {
  const drawn = run(
    'sheet',
    bundled,
    written,
    '--count',
    '30',
    '--seed',
    '7',
    '--out',
    at('sheet.json'),
    '--key',
    at('key.json'),
  );
  expect(drawn.code, drawn.err).toBe(0);
  const sheetText = readFileSync(at('sheet.json'), 'utf8');
  const sheet = sheetSchema.parse(JSON.parse(sheetText));
  const key = keySchema.parse(JSON.parse(readFileSync(at('key.json'), 'utf8')));
  expect(sheet.items).toHaveLength(30);
  expect(sheetText).not.toMatch(/"correct"|"rationale"|a textbook|article\.md/);
  expect(new Set(key.items.map(({ source }) => source))).toEqual(new Set([bundled, 'a textbook']));
  const generated = key.items.filter(({ source }) => source === bundled);
  expect(generated.every(({ template }) => template?.includes('/'))).toBe(true);

  const answers = key.items.map(({ id, right }) => ({ id, judge: 'Ada', answer: right }));
  const early = run('reveal', at('sheet.json'), at('key.json'), write('early.json', answers.slice(1)));
  expect([early.code, early.out]).toEqual([1, '']);
  expect(early.err).toContain(`without an answer are ${key.items[0]?.id}`);

  const rate = run('reveal', at('sheet.json'), at('key.json'), write('answers.json', answers));
  expect(rate.code, rate.err).toBe(0);
  const { items } = JSON.parse(rate.out) as { items: { asKeyed: boolean }[] };
  expect(items.filter(({ asKeyed }) => !asKeyed)).toEqual([]);

  const good = { fluent: true, answerable: true, singleKey: true, plausibleDistractors: true };
  const verdicts = answers.map((answer, index) => ({
    ...answer,
    ...good,
    worthAsking: index > 0,
    noClue: true,
    publishable: index > 0 ? 'yes' : 'no',
    note: index > 0 ? '' : 'A trifle.',
  }));
  const report = run('report', at('key.json'), write('verdicts.json', verdicts));
  expect(report.code, report.err).toBe(0);
  expect(report.out).toContain('| all | 30 | 97 (83–99) |');
  expect(report.out).toContain('Ada: A trifle.');
});

test('a course as JSON is judged like its document', () => {
  const course = at('course.json');
  spawnSync(
    process.execPath,
    ['--conditions=react-server', 'app/_cli/compile.ts', bundled, '--out', course],
    {
      cwd: root,
    },
  );
  const stems = (file: string, name: string) => {
    const done = run('sheet', file, '--count', '500', '--out', at(name), '--key', at('k.json'));
    expect(done.code, done.err).toBe(0);
    return sheetSchema
      .parse(JSON.parse(readFileSync(at(name), 'utf8')))
      .items.map(({ stem }) => stem)
      .sort();
  };
  expect(stems(course, 'one.json')).toEqual(stems(bundled, 'other.json'));
});

test('wrong usage and files of another kind are named', () => {
  expect(run().code).toBe(2);
  expect(run('sheet', bundled).code).toBe(2);
  expect(run('sheet', bundled, '--count', 'many', '--out', at('s'), '--key', at('k')).err).toContain(
    '“many”',
  );
  expect(run('report', at('key.json')).code).toBe(2);
  const wrong = run('sheet', write('wrong.json', { a: 1 }), '--out', at('s'), '--key', at('k'));
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain('is not a course, and no list of written questions');
});
