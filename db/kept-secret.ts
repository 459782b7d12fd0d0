import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const known = new Map<string, string>();

/**
 * A random text kept in a file that its owner alone may read; made at the first call.
 * Of two processes that start together, one makes it and both read the same.
 */
export function keepSecret(file: string, make = () => randomBytes(32).toString('base64url')): string {
  const before = known.get(file) ?? readSecret(file);
  if (before !== null) {
    known.set(file, before);
    return before;
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${make()}\n`, { mode: 0o600 });
  try {
    // A link appears whole and fails if the name is taken: nobody reads a half-written secret.
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  const secret = readSecret(file) ?? '';
  known.set(file, secret);
  return secret;
}

export function readSecret(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    return secret === '' ? null : secret;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
