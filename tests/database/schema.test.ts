import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { ownDatabase } from './harness.ts';

const { owner, url } = ownDatabase();

/** Hold nobody's data, or no school's: read before a school is known. */
const open = ['rate_limits', 'schools'];

test('every table with people’s data has forced row-level security and leads its keys with the school', async () => {
  const tables = await owner`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as leads
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
  expect(tables.length).toBeGreaterThan(15);
  const exposed = tables.filter((table) => !(table.secured && table.forced && table.leads === 'school_id'));
  expect(exposed.map((table) => table.name)).toEqual(open);
});

test('every unique and every foreign key of those tables leads with the school', async () => {
  const keys = await owner`
    select c.conrelid::regclass::text as "table", c.conname as name, a.attname as leads
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.connamespace = 'public'::regnamespace and c.contype in ('u', 'f', 'p')`;
  const others = keys.filter((key) => key.leads !== 'school_id' && !open.includes(key.table));
  expect(others).toEqual([]);
  expect(keys.length).toBeGreaterThan(50);
});

test('the application may add to what is evidence, and neither change nor remove it', async () => {
  const written = [
    'responses',
    'response_options',
    'attempt_items',
    'audit_log',
    'editions',
    'lessons',
    'claims',
    'items',
    'options',
    'lesson_items',
  ];
  const rights = await owner`
    select table_name as name, string_agg(privilege_type, ',' order by privilege_type) as rights
    from information_schema.role_table_grants where grantee = 'lectern_app' group by table_name`;
  for (const name of written)
    expect(rights.find((row) => row.name === name)?.rights, name).toBe('INSERT,SELECT');
  expect(rights.find((row) => row.name === 'schools')?.rights).toBe('SELECT');
  for (const row of rights) expect(row.rights, String(row.name)).not.toMatch(/TRUNCATE|TRIGGER|REFERENCES/);
});

test('the application’s role owns nothing and is above no policy', async () => {
  const [role] = await owner`
    select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = 'lectern_app'`;
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcanlogin: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owns: 0,
  });
});

test('five who migrate at once bring an empty database up to date together, and again change nothing', async () => {
  const name = `empty_${process.pid}`;
  await owner.unsafe(`create database ${name}`);
  try {
    const empty = new URL(url);
    empty.pathname = `/${name}`;
    const said: string[] = [];
    const log = { info: (message: string) => said.push(message), warn: console.warn, error: console.error };
    await Promise.all(Array.from({ length: 5 }, () => migrate(empty.href, log)));
    await migrate(empty.href, log);
    const steps = (await readdir('db/migrations')).filter((file) => file.endsWith('.sql')).length;
    expect(said).toEqual([`The database was brought up to date (${steps} steps).`]);
  } finally {
    await owner.unsafe(`drop database ${name} with (force)`);
  }
});
