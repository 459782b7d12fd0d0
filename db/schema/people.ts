import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, schoolId, schoolPolicy } from './columns.ts';

/** A plain install has one. Holds nobody's data, so it is the one table that is read before a school is known. */
export const schools = pgTable('schools', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: moment('created_at').notNull(),
});

export const users = pgTable(
  'users',
  {
    schoolId: schoolId().references(() => schools.id),
    id: uuid('id').notNull(),
    /** As typed, for showing; `emailFolded` is what is compared. */
    email: text('email').notNull(),
    emailFolded: text('email_folded').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['admin', 'instructor', 'learner'] }).notNull(),
    /** argon2id; null where a person signs in elsewhere. */
    passwordHash: text('password_hash'),
    /** Raised by "sign out everywhere": tokens of an older version are refused. */
    sessionVersion: integer('session_version').notNull().default(1),
    suspendedAt: moment('suspended_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('users_email').on(t.schoolId, t.emailFolded),
    check('users_role', sql`${t.role} in ('admin', 'instructor', 'learner')`),
    check('users_name', sql`char_length(${t.name}) between 1 and 120`),
    check('users_email_length', sql`char_length(${t.email}) between 3 and 254`),
    schoolPolicy(),
  ],
).enableRLS();

export const sessions = pgTable(
  'sessions',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    version: integer('version').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    userAgent: text('user_agent').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }).onDelete(
      'cascade',
    ),
    index('sessions_user').on(t.schoolId, t.userId),
    schoolPolicy(),
  ],
).enableRLS();

/** Append-only: the application's role may insert and select, never change or remove. */
export const auditLog = pgTable(
  'audit_log',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull(),
    at: moment('at').notNull(),
    /** Null where nobody was signed in. */
    actorId: uuid('actor_id'),
    action: text('action').notNull(),
    subjectId: text('subject_id'),
    details: jsonb('details').$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    index('audit_log_at').on(t.schoolId, t.at),
    schoolPolicy(),
  ],
).enableRLS();

/** Counters of refused sign-ins, kept in the database so that a restart or a second process does not forget. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    /** A keyed digest: no address or name can be read from it. */
    key: text('key').primaryKey(),
    points: integer('points').notNull().default(0),
    expire: moment('expire'),
  },
  (t) => [index('rate_limits_expire').on(t.expire)],
);
