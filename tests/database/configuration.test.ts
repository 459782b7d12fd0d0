import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, parseEnv } from '#db/env.ts';

test('with nothing set everything has its default, and nothing is written', () => {
  const env = parseEnv({});
  expect(env).toMatchObject({
    databaseUrl: null,
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    demo: true,
    logLevel: 'info',
    model: null,
  });
  expect(env.dataFolder).toBe(join(process.cwd(), '.lectern'));
});

test('an empty value counts as not set, as in a copied example', () => {
  expect(parseEnv({ DATABASE_URL: '', PORT: ' ', LECTERN_DEMO: '' })).toEqual(parseEnv({}));
});

test('the demo is off where others can reach the server, unless it is asked for', () => {
  expect(parseEnv({ HOST: '0.0.0.0' }).demo).toBe(false);
  expect(parseEnv({ HOST: '0.0.0.0', LECTERN_DEMO: 'yes' }).demo).toBe(true);
  expect(parseEnv({ HOST: '127.0.0.1', LECTERN_DEMO: 'no' }).demo).toBe(false);
  expect(parseEnv({ HOST: '::1' }).demo).toBe(true);
});

/** Another machine, without encryption on the way. */
const remoteModel = { LECTERN_MODEL_URL: 'http://models.example.org/v1', LECTERN_MODEL: 'm' };

test('a model is configured by its address and its name; key and price may be left out', () => {
  expect(parseEnv({ LECTERN_MODEL_URL: 'http://127.0.0.1:11434/v1/', LECTERN_MODEL: 'm' }).model).toEqual({
    url: 'http://127.0.0.1:11434/v1',
    name: 'm',
    key: null,
    price: null,
  });
  const paid = { LECTERN_MODEL_URL: 'https://models.example.org/v1', LECTERN_MODEL: 'm' };
  expect(parseEnv({ ...paid, LECTERN_MODEL_KEY: 'k', LECTERN_MODEL_PRICE: '0.15/0.6' }).model).toMatchObject({
    key: 'k',
    price: { input: 0.15, output: 0.6 },
  });
});

test.each([
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must begin with postgres/],
  [{ PORT: 'eighty' }, /^PORT must be a whole number from 0 to 65535\.$/],
  [{ PORT: '70000' }, /^PORT must be/],
  [{ PORT: '80.5' }, /^PORT must be/],
  [{ LECTERN_DEMO: 'maybe' }, /^LECTERN_DEMO must be 'yes' or 'no'\.$/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
  [{ LECTERN_URL: 'lectern.example.org' }, /^LECTERN_URL must be an address/],
  [{ LECTERN_URL: 'javascript:alert(1)' }, /^LECTERN_URL must be an address/],
  [{ NEXTAUTH_SECRET: 'short' }, /^NEXTAUTH_SECRET must have at least 32 characters/],
  [{ LECTERN_MODEL_URL: 'localhost:11434' }, /^LECTERN_MODEL_URL must be an address/],
  [{ LECTERN_MODEL_URL: 'http://localhost:11434/v1' }, /^LECTERN_MODEL must be set/],
  [{ LECTERN_MODEL: 'm' }, /^LECTERN_MODEL_URL must be set/],
  [{ ...remoteModel, LECTERN_MODEL_KEY: 'a key' }, /^LECTERN_MODEL_KEY must be a key without spaces\.$/],
  [{ ...remoteModel, LECTERN_MODEL_KEY: 'k' }, /^LECTERN_MODEL_URL must begin with https/],
  [{ ...remoteModel, LECTERN_MODEL_PRICE: 'cheap' }, /^LECTERN_MODEL_PRICE must be two prices/],
  [{ LECTERN_MODEL: 'm', LECTERN_MODEL_URL: 'https://u:p@example.org' }, /must hold no key/],
])('a wrong value is named in one sentence: %o', (values, message) => {
  expect(() => parseEnv(values)).toThrow(ConfigError);
  expect(() => parseEnv(values)).toThrow(message);
});

test('with a database of one’s own the secret must be set; without, one is made and kept', async () => {
  expect(() => parseEnv({ DATABASE_URL: 'postgres://localhost/x' }).authSecret).toThrow(
    /NEXTAUTH_SECRET must be set/,
  );
  const folder = await mkdtemp(join(tmpdir(), 'lectern-secret-'));
  try {
    const env = parseEnv({ LECTERN_DATA: join(folder, 'data') });
    expect(existsSync(join(folder, 'data'))).toBe(false);
    expect(env.authSecret).toMatch(/^[\w-]{43}$/);
    expect(parseEnv({ LECTERN_DATA: join(folder, 'data') }).authSecret).toBe(env.authSecret);
    expect(statSync(join(folder, 'data/auth-secret')).mode & 0o777).toBe(0o600);
  } finally {
    await rm(folder, { recursive: true });
  }
});
