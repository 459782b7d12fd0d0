import { env } from '#db/env.ts';
import { isLoopback, isWildcard } from './public-address.ts';

type WithHeaders = { headers: { get(name: string): string | null } };

/**
 * Whether a request that changes something was sent by a page of ours. Browsers put `Origin` on each POST;
 * one without it, or with another site's, is refused. The configured public address is the authority.
 * Where that is a loopback or a wildcard address, people reach the same server under several names
 * (localhost, 127.0.0.1, the machine's own address), so the Host header decides; never for a public one.
 */
export function isSameOrigin(request: WithHeaders, publicUrl: string = env().publicUrl): boolean {
  const origin = parse(request.headers.get('origin'));
  if (origin === null) return false;
  const ours = parse(publicUrl);
  if (ours === null) return false;
  if (origin.origin === ours.origin) return true;
  const host = request.headers.get('host');
  if (isWildcard(ours.hostname)) return origin.host === host;
  return isLoopback(ours.hostname) && isLoopback(origin.hostname) && origin.host === host;
}

function parse(value: string | null): URL | null {
  return value === null || !URL.canParse(value) ? null : new URL(value);
}
