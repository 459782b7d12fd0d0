/**
 * The address a request came from, for rate limits alone. The last entry of X-Forwarded-For is the one
 * that our own proxy wrote; earlier ones are whatever the client claimed.
 */
export function clientAddress(headers: { get(name: string): string | null }): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'direct';
}
