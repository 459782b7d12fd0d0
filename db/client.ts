import 'server-only';
import { sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import type { Tx } from './connection.ts';
import { DatabaseAway } from './database-away.ts';
import { ConfigError, env } from './env.ts';
import { Pool, type PoolOptions, prepared } from './pool.ts';

export { DatabaseAway, prepared, type Tx };

type Shared = { url: string | null; pool: Pool | null; school: Promise<string> | null };

/** Next bundles this file several times into one process: all of them share one pool. */
const name = Symbol.for('lectern.database');
const world = globalThis as typeof globalThis & { [name]?: Shared };
world[name] ??= { url: null, pool: null, school: null };
const shared: Shared = world[name];

/** Well below the 5 s after which a learner is told that an answer was not saved. */
const defaultDeadline = 4000;

/** Names the database of this process, where DATABASE_URL does not: the embedded one. */
export async function useDatabase(url: string, options: PoolOptions = {}): Promise<void> {
  await closeDatabase();
  shared.url = url;
  shared.pool = new Pool(url, options);
}

export async function closeDatabase(): Promise<void> {
  const { pool } = shared;
  Object.assign(shared, { url: null, pool: null, school: null } satisfies Shared);
  await pool?.end();
}

function pool(): Pool {
  if (shared.pool !== null) return shared.pool;
  const url = shared.url ?? env().databaseUrl;
  if (url === null)
    throw new ConfigError('No database is open: start Lectern with npm start, or set DATABASE_URL.');
  shared.url = url;
  shared.pool = new Pool(url);
  return shared.pool;
}

export type Scope = Pick<Viewer, 'schoolId'> | null;
export type TransactionOptions = { readOnly?: boolean; deadline?: number };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from outside can be an id at all; Postgres would throw at anything else. */
export function isId(text: string): boolean {
  return uuid.test(text);
}

/**
 * The one way to the tables: a transaction that has named its school, so that row-level security shows
 * the rows of that school and no other. `null` stands for anyone, and means the install's one school.
 */
export async function inSchool<T>(
  scope: Scope,
  work: (tx: Tx, schoolId: string) => Promise<T>,
  { readOnly = false, deadline = defaultDeadline }: TransactionOptions = {},
): Promise<T> {
  const schoolId = scope?.schoolId ?? (await theSchool());
  // It stands in the text of the statement, not beside it.
  if (!isId(schoolId)) throw new NotFound('no such school');
  const begin = [
    readOnly ? 'begin read only' : 'begin',
    ...(deadline > defaultDeadline ? [`set local statement_timeout = ${Math.trunc(deadline)}`] : []),
    `select set_config('app.school_id', '${schoolId}', true)`,
  ].join('; ');
  return pool().transaction(begin, deadline, (tx) => work(tx, schoolId));
}

/** Outside any school: sees the schools, the counters of refused sign-ins, and nobody's data. */
export async function outsideSchools<T>(
  work: (tx: Tx) => Promise<T>,
  { readOnly = false, deadline = defaultDeadline }: TransactionOptions = {},
): Promise<T> {
  return pool().transaction(readOnly ? 'begin read only' : 'begin', deadline, work);
}

async function theSchool(): Promise<string> {
  shared.school ??= findSchool();
  try {
    return await shared.school;
  } catch (error) {
    shared.school = null;
    throw error;
  }
}

async function findSchool(): Promise<string> {
  const rows = await outsideSchools(
    (tx) => tx.execute<{ id: string }>(sql`select id from schools order by created_at, id limit 1`),
    { readOnly: true },
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new ConfigError('The database has no school: run the migrations first.');
  return id;
}
