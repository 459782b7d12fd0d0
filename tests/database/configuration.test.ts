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
