import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Quality } from '#lib/compiler/quality/quality.ts';

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'lectern-quality-'));

function run(...args: string[]) {
  const done = spawnSync(process.execPath, ['--conditions=react-server', 'app/_cli/quality.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** The documents of one part of the corpus, whatever stands there; claims.json is not one. */
function corpus(part: string): string[] {
  const folder = join(root, 'tests/corpus', part);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt|html|docx|pdf)$/.test(name))
    .sort()
    .map((name) => join('tests/corpus', part, name));
}

const bundled = 'content/russia-china-2024/article.md';

describe.each([
  ['tuning', [bundled, ...corpus('tuning')]],
  ['held-out', [bundled, ...corpus('held-out')]],
])('the bundled course and the documents of the corpus for %s', (_, documents) => {
  const done = run(...documents, '--json');
  const { gates, documents: measured } = JSON.parse(done.out) as Quality;

  test.each(gates.map(({ name, verdict, notes }) => ({ name, verdict, notes })))(
    'hold: $name',
    ({ verdict, notes }) => {
      expect(verdict, notes.join('\n')).not.toBe('fail');
    },
  );

  test('are all measured', () => {
    expect(measured.map(({ name }) => name)).toEqual(documents);
    expect(done.code, done.err).toBe(0);
  });
});

test('the report for people has the tables, and says how few items a bot has seen', () => {
  const done = run(bundled);
  expect([done.code, done.err]).toEqual([0, '']);
  for (const head of ['| gate |', '| document |', '| bot |', '| planted fault |'])
    expect(done.out).toContain(head);
});

test('a gate that does not hold is named, and the command fails', () => {
  const bay = 'The tide turns twice a day in the bay, because the moon draws the water.';
  const more =
    'Boats lie in the harbour at night, and the keeper lights the lamps on every pier at dusk. In the morning ' +
    'the crews carry nets and ice down the steps. By noon the quay is empty, and gulls walk where the carts stood.';
  const document = join(scratch, 'tides.md');
  writeFileSync(document, `# Tides\n\n## The bay\n\n${bay} ${more}\n\n## The harbour\n\n${more} ${more}\n`);
  writeFileSync(
    join(scratch, 'claims.json'),
    JSON.stringify({
      format: 'lectern-claims/1',
      claims: [
        {
          id: 'tide',
          type: 'cause',
          parts: { effect: 'the tide turns twice a day in the bay', cause: 'the moon draws the water' },
          evidence: bay,
          label: 'fact',
        },
      ],
    }),
  );
  const done = run(document);
  expect(done.code).toBe(1);
  expect(done.err).toContain('Not held: with confirmed claims: lessons that ask something');
});

test('wrong usage and a file that is not there are told from a gate that fails', () => {
  expect(run().code).toBe(2);
  expect(run('--nonsense', bundled).code).toBe(2);
  expect(run(join(scratch, 'absent.md')).code).toBe(2);
});
