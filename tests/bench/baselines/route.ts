import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { env } from '#db/env.ts';

export const dynamic = 'force-dynamic';

let made: postgres.Sql | null = null;

/** Baseline: the least that saves an answer: read JSON, one durable insert, say its id. Never a route of the product. */
export async function POST(request: Request): Promise<Response> {
  made ??= postgres(env().databaseUrl ?? '', { max: 10 });
  const { answer } = (await request.json()) as { answer: string };
  const id = randomUUID();
  await made`insert into bench_answers (id, answer) values (${id}, ${answer})`;
  return Response.json({ id });
}
