import { headers } from 'next/headers';
import { env } from '#db/env.ts';

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

export function isWildcard(hostname: string): boolean {
  return hostname === '0.0.0.0' || hostname === '[::]';
}

/**
 * The address to give to others, without a slash at the end: the configured one. An install that listens to
 * everybody without one has several names; then it is the name under which the viewer reached it.
 */
export async function publicAddress(): Promise<string> {
  const { publicUrl } = env();
  const { hostname, protocol } = new URL(publicUrl);
  const asked = await headers();
  // Next renders the page after a form by asking itself: the name that the browser used stands here then.
  const host = asked.get('x-forwarded-host') ?? asked.get('host');
  return host !== null && isWildcard(hostname) ? `${protocol}//${host}` : publicUrl;
}
