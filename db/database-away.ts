import postgres from 'postgres';

/** The database cannot be reached, or did not answer in time: said in one sentence, with 503. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway';
  /** Next strips the message of an error from what it sends, and keeps a digest that is there already. */
  readonly digest = 'DATABASE_AWAY';

  /** By name: Next bundles this class several times, while the pool that throws it is shared by all. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DatabaseAway';
  }
}

/**
 * What the driver threw, without the values of the statement: drizzle writes them into its message, and
 * Postgres into its detail, and both would put addresses, digests and answers into the log.
 */
export function withoutValues(error: unknown): unknown {
  const cause =
    error instanceof Error && 'params' in error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof postgres.PostgresError) {
    cause.detail = '';
    cause.where = '';
  }
  return cause;
}

/**
 * SQLSTATE classes that speak of the server's state and not of what was asked: connection (08), resources
 * such as a full disk (53), an operator or a timeout (57), its files (58).
 */
const classesOfTrouble = new Set(['08', '53', '57', '58']);
/** Lock not had in time, transaction left idle, a standby that cannot write, a starting server. */
const codesOfTrouble = new Set(['55P03', '25P03', '25006']);

/** The same error, or `DatabaseAway` where it means that the database is not to be had. */
export function asDatabaseAway(error: unknown): unknown {
  const cause = rootOf(error);
  if (cause instanceof DatabaseAway) return cause;
  if (cause instanceof postgres.PostgresError) {
    const { code } = cause;
    const away = classesOfTrouble.has(code.slice(0, 2)) || codesOfTrouble.has(code);
    return away ? new DatabaseAway(cause.message, { cause }) : error;
  }
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return error;
  // Errors of the network (ECONNREFUSED …) and of postgres.js itself (CONNECTION_CLOSED …).
  if (!('syscall' in cause) && !/^CONNECT/.test(cause.code)) return error;
  return new DatabaseAway(cause.message, { cause });
}

/** drizzle wraps what the driver throws. */
function rootOf(error: unknown): unknown {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  return at;
}

/** Whether a constraint of this name refused a row. */
export function isViolation(error: unknown, constraint: string): boolean {
  const cause = rootOf(error);
  return cause instanceof postgres.PostgresError && cause.constraint_name === constraint;
}
