import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { courseSchema } from '#lib/course/model.ts';
import { readGift } from '#lib/exchange/gift-read.ts';
import { readMoodleXml } from '#lib/exchange/moodle-xml-read.ts';

const root = resolve(import.meta.dirname, '../..');

function run(command: 'compile' | 'questions', ...args: string[]) {
  const done = spawnSync(process.execPath, ['--conditions=react-server', `app/_cli/${command}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const text = `# Bread

## Dough

A **sponge** is a wet dough that is left to rise before the rest of the flour goes in. Bakers work at night because fresh loaves must lie in the shop by dawn. Salt goes in last, and the dough rests under a damp cloth.
`;

let folder: string;
const file = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-questions-'));
  writeFileSync(file('bread.md'), text);
});

const bank = `::Last::What goes in last? {=Salt#Salt it is. ~Flour#That is before it. ~Water#The sponge is wet already.
####“Salt goes in last, and the dough rests under a damp cloth.”}

When do bakers work? {=At night ####Ask a baker.}

Say why. {}
`;

test('a bank of questions becomes added decisions, is asked where its quotation stands, and goes out again', () => {
  writeFileSync(file('bank.txt'), bank);
  const taken = run('questions', '--from', 'gift', file('bank.txt'), '--out', file('decisions.json'));
  expect([taken.code, taken.out]).toEqual([0, '']);
  expect(taken.err).toContain('line 6, “Say why. {}”: not taken over: there is no such kind of question.');
  expect(taken.err).toContain('2 added, 0 there before; 1 still need a quotation as evidence.');
  const compiled = run('compile', file('bread.md'));
  expect(compiled.err).toContain('Put here the words of the text that prove the answer.');
  const course = courseSchema.parse(JSON.parse(compiled.out));
  expect(course.items.filter(({ editorial }) => editorial?.decision === 'added')).toMatchObject([
    { kind: 'single', stem: 'What goes in last?', accept: [] },
  ]);
  // Again: nothing comes twice, and what a person has written since stays.
  const before = readFileSync(file('decisions.json'), 'utf8');
  expect(run('questions', '--from', 'gift', file('bank.txt'), '--out', file('decisions.json')).err).toContain(
    '0 added, 2 there before',
  );
  expect(readFileSync(file('decisions.json'), 'utf8')).toBe(before);

  writeFileSync(file('course.json'), compiled.out);
  const gift = run('questions', file('bread.md'), '--format', 'gift');
  const read = readGift(gift.out);
  expect(read.ok && read.value.questions.map(({ stem }) => stem).sort()).toEqual(
    course.items.map(({ stem }) => stem).sort(),
  );
  const moodle = run('questions', file('course.json'), '--format', 'moodle', '--out', file('bank.xml'));
  expect([moodle.code, moodle.out, moodle.err]).toEqual([0, '', '']);
  expect(readMoodleXml(readFileSync(file('bank.xml'), 'utf8'))).toEqual(read);
  expect(run('questions', file('course.json'), '--format', 'qti2', '--out', file('bank.zip')).code).toBe(0);
  const back = JSON.parse(run('questions', '--from', 'qti2', file('bank.zip')).out);
  expect(back.decisions.map(({ stem }: { stem: string }) => stem).sort()).toEqual(
    course.items.map(({ stem }) => stem).sort(),
  );
});

test('what it is called wrongly with is said', () => {
  writeFileSync(file('bad.xml'), '<!DOCTYPE quiz [<!ENTITY a "b">]><quiz/>');
  expect(run('questions', '--from', 'moodle', file('bad.xml'))).toEqual({
    code: 1,
    out: '',
    err: `${file('bad.xml')} declares a document type, which is not read.\n`,
  });
  expect(run('questions', '--from', 'qti2', file('bread.md')).err).toContain('is not a package');
  expect(run('questions', file('bread.md'), '--format', 'qti2').err).toContain('name a file with --out');
  expect(run('questions', file('bread.md')).code).toBe(2);
  expect(run('questions', file('bread.md'), '--format', 'word').code).toBe(2);
  expect(run('questions', '--from', 'gift', file('nothing.txt')).err).toContain('cannot be read');
});
