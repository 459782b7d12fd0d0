import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { courseSchema } from '#lib/course/model.ts';

const root = resolve(import.meta.dirname, '../..');
const bundled = join(root, 'content/russia-china-2024');

function run(command: 'claims' | 'compile' | 'decisions', ...args: string[]) {
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

## Oven

A **peel** is a flat shovel that carries loaves into the oven and out again. A **proving basket** is a round form that holds the dough while it rises. Bricks keep the heat of a fire for a whole morning, and the last loaves are the darkest.
`;

let folder: string;
let document: string;
const beside = (name: string) => join(folder, name);
const read = (name: string) => JSON.parse(readFileSync(beside(name), 'utf8'));
const write = (name: string, value: unknown) => writeFileSync(beside(name), JSON.stringify(value));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-author-'));
  document = beside('bread.md');
  writeFileSync(document, text);
});

describe('npm run claims', () => {
  test('writes what the rules find beside the document, and keeps what a person then decides', () => {
    const first = run('claims', document);
    expect([first.code, first.err]).toEqual([0, '']);
    const file = read('claims.json');
    expect(file.format).toBe('lectern-claims/1');
    expect(new Set(file.claims.map(({ status }: { status: string }) => status))).toEqual(
      new Set(['proposed']),
    );
    file.claims[0].status = 'rejected';
    write('claims.json', file);
    const second = run('claims', document);
    expect(second.out).toContain(
      `0 added, ${file.claims.length - 1} from before still to decide, 1 decided and kept`,
    );
    expect(read('claims.json')).toEqual(file);
    const rejected = file.claims[0].evidence;
    const course = courseSchema.parse(JSON.parse(run('compile', document).out));
    expect(course.claims.filter(({ evidence }) => evidence.quote === rejected)).toEqual([]);
  });

  test('leaves the claims of the bundled course as they stand, byte for byte', () => {
    for (const name of ['article.md', 'claims.json']) copyFileSync(join(bundled, name), beside(name));
    expect(run('claims', beside('article.md')).code).toBe(0);
    const before = readFileSync(join(bundled, 'claims.json'), 'utf8');
    const entries = before.slice(0, before.lastIndexOf('\n ]'));
    expect(readFileSync(beside('claims.json'), 'utf8').startsWith(entries)).toBe(true);
  });

  test('does not touch a file that is no claims file', () => {
    writeFileSync(beside('claims.json'), '{ "claims": ');
    const done = run('claims', document);
    expect([done.code, readFileSync(beside('claims.json'), 'utf8')]).toEqual([1, '{ "claims": ']);
    expect(done.err).toContain('is not JSON');
    expect(run('claims').code).toBe(2);
  });
});

describe('npm run decisions', () => {
  test('lists the questions, and compile then does what was decided', () => {
    expect(run('decisions', document).code).toBe(0);
    const file = read('decisions.json');
    const [first, second] = file.decisions;
    Object.assign(first, { decision: 'rejected', reason: 'Nobody needs to know this word.' });
    Object.assign(second, { decision: 'approved' });
    write('decisions.json', file);
    const course = courseSchema.parse(JSON.parse(run('compile', document).out));
    expect(course.items.map(({ id }) => id)).not.toContain(first.item);
    expect(course.items.find(({ id }) => id === second.item)?.editorial?.decision).toBe('approved');
    expect(run('decisions', document).out).toContain('2 decided and kept');
    expect(read('decisions.json')).toEqual(file);
  });

  test('named with --decisions may lie anywhere, and a fault in it is named by its place', () => {
    const named = beside('mine.json');
    write('mine.json', {
      format: 'lectern-decisions/1',
      decisions: [{ decision: 'rejected', item: 'i_0', kind: 'single', stem: 'Why?' }],
    });
    const done = run('compile', document, '--decisions', named);
    expect([done.code, done.out]).toEqual([1, '']);
    expect(done.err).toContain('decisions.0.reason');
  });
});

describe('npm run compile -- --against', () => {
  test('says for people and for programs what an edited sentence changed, and keeps the decisions', () => {
    const old = beside('old.json');
    expect(run('compile', document, '--out', old).code).toBe(0);
    const before = courseSchema.parse(JSON.parse(readFileSync(old, 'utf8')));
    write('decisions.json', {
      format: 'lectern-decisions/1',
      decisions: before.items.map(({ id, kind, stem }) => ({ decision: 'approved', item: id, kind, stem })),
    });
    writeFileSync(document, text.replace('flat shovel', 'long wooden shovel'));
    const people = run('compile', '--against', old, document);
    expect(people.code, people.err).toBe(0);
    expect(people.out).toContain('5 stayed, 0 moved, 1 changed, 0 added, 0 removed');
    expect(people.out).toContain('- 2.1 A peel is a flat shovel');

    const next = beside('next.json');
    const done = run('compile', '--against', old, document, '--json', '--out', next);
    const changes = JSON.parse(done.out);
    expect(changes.format).toBe('lectern-changes/1');
    const touched = before.items.filter(({ evidence }) =>
      evidence.some(({ quote }) => quote.includes('peel')),
    );
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    expect(touched.length).toBeGreaterThan(0);
    expect(ids(changes.items.stale)).toEqual(ids(touched));
    expect(ids(changes.items.kept)).toEqual(ids(before.items.filter((item) => !touched.includes(item))));
    const stale = changes.decisions.filter(({ state }: { state: string }) => state === 'stale');
    expect(stale.map(({ stem }: { stem: string }) => stem)).toEqual(touched.map(({ stem }) => stem));
    for (const { stem } of touched) expect(done.err).toContain(stem);
    const after = courseSchema.parse(JSON.parse(readFileSync(next, 'utf8')));
    expect(ids(after.items)).toEqual(expect.arrayContaining(ids(changes.items.kept)));
  });

  test('wants a course to compare with', () => {
    expect(run('compile', '--against', document, document).code).toBe(1);
    expect(run('compile', '--against', beside('absent.json'), document).code).toBe(2);
    expect(run('compile', '--json', document).code).toBe(2);
  });
});
