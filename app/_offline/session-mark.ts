import { createHash } from 'node:crypto';
import { nobody } from './what-is-kept.ts';

type Cookie = { name: string; value: string };

/**
 * Names a session by a hash of its cookie: the browser's worker keeps pages under it, and throws them away when
 * another comes. It says only whether two answers went to the same session; nobody is let in by it.
 */
export function sessionMark(cookies: readonly Cookie[]): string {
  const session = cookies.filter(({ name }) => /^(__Host-)?lectern\.session$/.test(name));
  if (session.length === 0) return nobody;
  const hash = createHash('sha256');
  for (const { name, value } of session) hash.update(`${name}=${value};`);
  return hash.digest('hex').slice(0, 32);
}
