import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { uuidV7 } from '#lib/text/uuid-v7.ts';
import { ConfigError } from './env.ts';
import type { Log } from './log.ts';

const appRole = 'lectern_app';
/** Two processes that start together migrate one after the other: drizzle itself takes no lock. */
const migrationLock = 7_305_111;

/**
 * Brings a database to this version: the application's role, the tables, the one school. Does nothing
 * to one that is there already. `ownerUrl` names a user who may make tables.
 */
export async function migrate(
  ownerUrl: string,
  log: Log,
  migrationsFolder = join(resolve('db'), 'migrations'),
): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, max_lifetime: null, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await ensureRole(sql);
    const before = await countMigrations(sql);
    await applyMigrations(drizzle(sql), { migrationsFolder });
    const after = await countMigrations(sql);
    if (after > before) log.info(`The database was brought up to date (${after - before} steps).`);
    await ensureSchool(sql);
  } finally {
    // Ending the connection releases the lock.
    await sql.end({ timeout: 5 });
  }
}

async function ensureRole(sql: postgres.Sql): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${appRole}`;
  try {
    if (found === undefined) {
      await sql.unsafe(`create role ${appRole} nologin`).catch((error: unknown) => {
        // Roles belong to the whole server: another database's migration may have just made it.
        if (!(error instanceof postgres.PostgresError && /^(42710|23505)$/.test(error.code))) throw error;
      });
    }
    // To become it, and to be shown what it is shown where a function runs as the owner (0005_erase).
    const [member] = await sql`select pg_has_role(current_user, ${appRole}, 'set')
      and pg_has_role(current_user, ${appRole}, 'usage') as may`;
    if (member?.may !== true) await sql.unsafe(`grant ${appRole} to current_user`);
  } catch (error) {
    throw new ConfigError(
      `The user of DATABASE_URL may not make the role ${appRole}. As an administrator of the database, run: ` +
        `CREATE ROLE ${appRole} NOLOGIN; GRANT ${appRole} TO <the user of DATABASE_URL>;`,
      { cause: error },
    );
  }
}

async function countMigrations(sql: postgres.Sql): Promise<number> {
  const [made] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as made`;
  if (made?.made !== true) return 0;
  const [row] = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
  return Number(row?.n ?? 0);
}

/** A plain install has one school; a second is made by whoever runs several. */
async function ensureSchool(sql: postgres.Sql): Promise<void> {
  const now = new Date();
  const id = uuidV7(now, randomBytes(10));
  await sql`
    insert into schools (id, name, created_at) select ${id}, 'Lectern', ${now.toISOString()}
    where not exists (select 1 from schools)`;
}
