import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ProposalFile } from '#app/_cli/proposal-file.ts';
import { claimsFileSchema } from '#lib/compiler/claims-file.ts';
import type { Course } from '#lib/course/model.ts';
import { type ChatAct, type ChatRequest, openChatServer } from './chat-server.ts';
import { secret } from './run.ts';
import { clayScript, document, railwayScript, scriptedModel } from './scripted-model.ts';

const root = resolve(import.meta.dirname, '../..');

type Done = { code: number | null; out: string; err: string; requests: ChatRequest[] };

/** A folder of its own with the document in it. */
function folderWith(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-propose-'));
  for (const [name, text] of Object.entries({ 'article.md': document, ...files }))
    writeFileSync(join(folder, name), text);
  return folder;
}

async function command(script: string, args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--conditions=react-server', `app/_cli/${script}.ts`, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

async function propose(
  folder: string,
  args: string[] = [],
  {
    act = scriptedModel([clayScript, railwayScript]),
    settings = {},
  }: {
    act?: (request: ChatRequest, nth: number) => ChatAct;
    settings?: Record<string, string>;
  } = {},
): Promise<Done> {
  const server = await openChatServer(act);
  try {
    const done = await command('propose', [join(folder, 'article.md'), ...args], {
      LECTERN_MODEL_URL: server.url,
      LECTERN_MODEL: 'test-model',
      LECTERN_MODEL_KEY: secret,
      LECTERN_DATA: join(folder, 'data'),
      ...settings,
    });
    return { ...done, requests: server.requests };
  } finally {
    await server.close();
  }
}

async function compiled(folder: string): Promise<Course> {
  const { code, out, err } = await command('compile', [join(folder, 'article.md')], {});
  expect(code, err).toBe(0);
  return JSON.parse(out) as Course;
}

function claimsIn(folder: string) {
  return claimsFileSchema.parse(JSON.parse(readFileSync(join(folder, 'claims.json'), 'utf8'))).claims;
}

test('it is off unless it is configured, and says that nothing needs it', async () => {
  const done = await propose(folderWith(), ['--yes'], {
    settings: { LECTERN_MODEL_URL: '', LECTERN_MODEL: '' },
  });
  expect(done.code).toBe(2);
  expect(done.err).toMatch(/^No model is configured, and none is needed/);
});

test('what it would use is shown, and without a yes nothing is sent and nothing is written', async () => {
  const folder = folderWith();
  const done = await propose(folder, ['--max-calls', '30'], { settings: { LECTERN_MODEL_PRICE: '1/4' } });
  expect(done.out).toMatch(/^2 passages, \d+ words, to test-model\./);
  expect(done.out).toMatch(/\| calls \| \d+, with repairs up to \d+ \| 30 \|/);
  expect(done.out).toMatch(/\| tokens \| \d+ in, \d+ out \| 500000 \|\n\| cost \| \d\.\d\d \| none \|/);
  expect([done.code, done.err, done.requests.length]).toEqual([
    2,
    'Nothing was sent. Add --yes to go on.\n',
    0,
  ]);
  expect(readdirSync(folder)).toEqual(['article.md']);
});

test('proposals change no question until a person confirms one; then its claim is the model’s', async () => {
  const folder = folderWith();
  const before = await compiled(folder);
  const done = await propose(folder, ['--yes']);
  expect(done.code, done.err).toBe(0);
  expect(done.out).toContain('2 claims proposed; they wait for your decision.');
  expect(await compiled(folder)).toEqual(before);

  const json = JSON.parse(readFileSync(join(folder, 'claims.json'), 'utf8')) as {
    claims: { status: string }[];
  };
  for (const claim of json.claims) claim.status = 'confirmed';
  writeFileSync(join(folder, 'claims.json'), JSON.stringify(json));
  const { claims, items } = await compiled(folder);
  const own = claims.filter(({ origin }) => origin === 'model');
  expect(own.map(({ parts }) => parts.cause)).toEqual([
    clayScript.frame.parts.cause,
    railwayScript.frame.parts.cause,
  ]);
  for (const { id } of own) expect(items.some(({ claimIds }) => claimIds.includes(id))).toBe(true);
});

test('what a person wrote into the file is kept as it stands', async () => {
  const own = {
    format: 'lectern-claims/1',
    note: 'ours',
    claims: [
      {
        id: 'brine',
        type: 'definition',
        parts: { term: 'brine', meaning: 'water that holds more salt than the sea' },
        evidence: 'A brine is water that holds more salt than the sea.',
        label: 'fact',
        remark: 'asked each year',
      },
    ],
  };
  const folder = folderWith({ 'claims.json': JSON.stringify(own) });
  await propose(folder, ['--yes']);
  const after = JSON.parse(readFileSync(join(folder, 'claims.json'), 'utf8'));
  expect([after.note, after.claims[0]]).toEqual(['ours', own.claims[0]]);
  expect(claimsIn(folder).map(({ status }) => status)).toEqual(['confirmed', 'proposed', 'proposed']);

  const elsewhere = folderWith({ 'claims.json': JSON.stringify(own) });
  await propose(elsewhere, ['--yes', '--out', join(elsewhere, 'new.json')]);
  expect(claimsIn(elsewhere)).toHaveLength(1);
  expect(JSON.parse(readFileSync(join(elsewhere, 'new.json'), 'utf8'))).toEqual(after);
});

test('of what is withdrawn only what this run has added leaves the file', async () => {
  const folder = folderWith();
  await propose(folder, ['--yes']);
  const path = join(folder, 'claims.json');
  const [first, second] = claimsIn(folder);
  if (first === undefined || second === undefined) throw new Error('two claims were to be there');
  const file = new ProposalFile(path, path);
  const third = { ...first, id: 'm_third' };
  file.add([first, third], []);
  expect(claimsIn(folder).map(({ id }) => id)).toEqual([first.id, second.id, third.id]);
  file.withdraw(new Set([first.id, third.id]));
  expect(claimsIn(folder).map(({ id }) => id)).toEqual([first.id, second.id]);
});

test('a second run asks nothing and adds nothing', async () => {
  const folder = folderWith();
  await propose(folder, ['--yes']);
  const first = readFileSync(join(folder, 'claims.json'), 'utf8');
  // The address is part of what is remembered, so the second server stands where the first one stood.
  const server = await openChatServer(scriptedModel([clayScript, railwayScript]));
  const settings = {
    LECTERN_MODEL_URL: server.url,
    LECTERN_MODEL: 'test-model',
    LECTERN_DATA: join(folder, 'kept'),
  };
  const args = [join(folder, 'article.md'), '--yes'];
  await command('propose', args, settings);
  const asked = server.requests.length;
  const again = await command('propose', args, settings);
  await server.close();
  expect(asked).toBeGreaterThan(0);
  expect(server.requests).toHaveLength(asked);
  expect(again.out).toMatch(/2 of them were asked about before[\s\S]*Used: 0 calls/);
  expect(readFileSync(join(folder, 'claims.json'), 'utf8')).toBe(first);
});

test('a server that fails midway leaves what was got before, and the command says so and fails', async () => {
  const folder = folderWith();
  const model = scriptedModel([clayScript, railwayScript]);
  const done = await propose(folder, ['--yes'], {
    act: (request) => (request.prompt.includes('2.1 |') ? { status: 403 } : model(request)),
  });
  expect(done.code).toBe(1);
  expect(done.out).toContain(
    'It ended early: the model’s server answered with status 403; see LECTERN_MODEL_KEY.',
  );
  expect(claimsIn(folder).map(({ parts }) => parts.cause)).toEqual([clayScript.frame.parts.cause]);
  expect((await compiled(folder)).lessons).toHaveLength(2);
});

test('a cap that is reached midway ends it well, with the file written where it was asked for', async () => {
  const folder = folderWith();
  const out = join(folder, 'proposed.json');
  const done = await propose(folder, ['--yes', '--max-calls', '7', '--out', out]);
  expect([done.code, done.requests.length]).toEqual([0, 7]);
  expect(done.out).toContain('It ended early: the cap of 7 calls is reached.');
  expect(claimsFileSchema.parse(JSON.parse(readFileSync(out, 'utf8'))).claims).toHaveLength(1);
  expect(existsSync(join(folder, 'claims.json'))).toBe(false);
});

test('neither the key nor what a server or a model says about control reaches terminal, file or memory', async () => {
  const folder = folderWith();
  const done = await propose(folder, ['--yes'], {
    act: (request) =>
      request.prompt.includes('2.1 |')
        ? { status: 400 }
        : { say: JSON.stringify({ frames: [{ '\u001b[2J': 1 }], reason: '\u001b]0;owned\u0007' }) },
  });
  const kept = readdirSync(join(folder, 'data'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, 'data', name), 'utf8'));
  expect(kept.length).toBeGreaterThan(0);
  for (const text of [done.out, done.err, ...kept]) expect(text).not.toContain(secret);
  expect(done.out + done.err).not.toMatch(/(?!\n)\p{Cc}/u);
});

test.each<[string, string[], Record<string, string>, RegExp]>([
  ['a cap that is no number', ['--max-calls', 'many'], {}, /^--max-calls takes a number, not “many”/],
  ['a cap on cost without a price', ['--max-cost', '1'], {}, /^--max-cost needs LECTERN_MODEL_PRICE/],
  ['an option that does not exist', ['--force'], {}, /--force[\s\S]*Usage: npm run propose/],
  ['two documents', ['other.md'], {}, /^Usage: npm run propose/],
  ['a setting that is wrong', [], { LECTERN_MODEL_URL: 'here' }, /^LECTERN_MODEL_URL must be an address/],
])('%s is named, and nothing is sent', async (_, args, settings, message) => {
  const done = await propose(folderWith(), ['--yes', ...args], { settings });
  expect([done.code, done.requests.length]).toEqual([2, 0]);
  expect(done.err).toMatch(message);
});
