import { isDatabaseUp } from '#db/queries/health.ts';

export const dynamic = 'force-dynamic';

const deadline = 2000;

/** Whether requests can be served: 200 with the database in reach, else 503, within two seconds. */
export async function GET(): Promise<Response> {
  const up = await Promise.race([
    isDatabaseUp().catch(() => false),
    new Promise<false>((resolve) => setTimeout(resolve, deadline, false).unref()),
  ]);
  return Response.json(
    { database: up ? 'up' : 'down' },
    { status: up ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
