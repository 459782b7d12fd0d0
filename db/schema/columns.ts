import { sql } from 'drizzle-orm';
import { customType, pgPolicy, pgRole, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The role the application runs as: not the owner of the tables, so that row-level security binds it. */
export const appRole = pgRole('lectern_app').existing();

const thisSchool = sql`school_id = nullif(current_setting('app.school_id', true), '')::uuid`;

/**
 * Rows of the school that the transaction has named, and of no other; an unset school sees nothing.
 * (A setting that was local to an earlier transaction reads as an empty string: hence `nullif`.)
 */
export const schoolPolicy = () =>
  pgPolicy('school', { as: 'permissive', for: 'all', to: appRole, using: thisSchool, withCheck: thisSchool });

/** Leads every key of a table with people's data, so that one leak cannot cross schools. */
export const schoolId = () => uuid('school_id').notNull();

/** A moment by the server's clock. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Written by `to_tsvector`, read by `@@` alone. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
