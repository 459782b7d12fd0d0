export const dynamic = 'force-dynamic';

/** The process lives. Says nothing of the database: a restart would not bring that back. */
export function GET(): Response {
  return new Response('ok', { headers: { 'cache-control': 'no-store' } });
}
