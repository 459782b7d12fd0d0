import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { asDatabaseAway, DatabaseAway, withoutValues } from './database-away.ts';

/** What a query or command may do with its transaction; `begin` and `commit` are the pool's. */
export type Tx = Pick<
  PostgresJsDatabase,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | 'with'
  | '$with'
>;

export type PoolOptions = {
  max?: number;
  /** Off only behind a pooler that cannot keep prepared statements, and to measure what they give. */
  prepare?: boolean;
  role?: string | null;
};

type Waiter = { give(connection: Connection): void; refuse(error: unknown): void };

/** Long multi-row inserts differ in text each time: kept prepared, they would only fill the server's memory. */
const longestPrepared = 8_000;
const oldest = 30 * 60_000;

/**
 * Connections of postgres.js, one client each, thrown away whole when anything is wrong with them.
 *
 * Its own pool is not used for transactions: when a connection dies inside `sql.begin` (3.4.9), the
 * rollback is written to a socket that is null, which is an uncaught exception, and the connection is
 * handed out again with the bytes of the old one: measured, after 15 killed connections no query was ever
 * answered again. One client for one connection also lets `begin` travel with the first statement.
 */
export class Pool {
  private readonly url: string;
  private readonly max: number;
  private readonly options: PoolOptions;
  private readonly idle: Connection[] = [];
  private readonly waiters: Waiter[] = [];
  private readonly all = new Set<Connection>();
  private ended = false;

  constructor(url: string, options: PoolOptions = {}) {
    this.url = url;
    this.max = options.max ?? 10;
    this.options = options;
  }

  /** Runs `work` in one transaction that is over, one way or the other, when `deadline` ms have passed. */
  async transaction<T>(begin: string, deadline: number, work: (tx: Tx) => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    let connection: Connection | null = null;
    const waiter = { late: false };
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        waiter.late = true;
        connection?.abandon();
        reject(new DatabaseAway(`no answer within ${deadline} ms`));
      }, deadline);
    });
    const run = async () => {
      const taken = await this.take();
      if (waiter.late) {
        this.release(taken);
        throw new DatabaseAway('no connection became free in time');
      }
      connection = taken;
      try {
        return await taken.transact(begin, work);
      } finally {
        this.release(taken);
      }
    };
    const running = run();
    // After the deadline nobody listens to it any more.
    running.catch(() => {});
    try {
      return await Promise.race([running, tooLate]);
    } catch (error) {
      throw asDatabaseAway(withoutValues(error));
    } finally {
      clearTimeout(timer);
    }
  }

  async end(): Promise<void> {
    this.ended = true;
    for (const waiter of this.waiters.splice(0)) waiter.refuse(new DatabaseAway('the pool is closed'));
    await Promise.all([...this.all].map((connection) => connection.end()));
  }

  private take(): Promise<Connection> {
    if (this.ended) return Promise.reject(new DatabaseAway('the pool is closed'));
    for (let connection = this.idle.pop(); connection !== undefined; connection = this.idle.pop()) {
      if (!connection.dead) return Promise.resolve(connection);
      this.all.delete(connection);
    }
    if (this.all.size < this.max) return Promise.resolve(this.open());
    return new Promise((give, refuse) => this.waiters.push({ give, refuse }));
  }

  private open(): Connection {
    const connection = new Connection(this.url, this.options, () => this.all.delete(connection));
    this.all.add(connection);
    return connection;
  }

  private release(connection: Connection): void {
    if (!connection.dead && Date.now() - connection.openedAt > oldest) void connection.end();
    const waiter = this.waiters.shift();
    if (connection.dead || this.ended) this.all.delete(connection);
    else if (waiter === undefined) this.idle.push(connection);
    if (waiter !== undefined) waiter.give(connection.dead ? this.open() : connection);
  }
}

class Connection {
  dead = false;
  readonly openedAt = Date.now();
  private readonly sql: postgres.Sql;
  private readonly tx: Tx;
  private readonly buried: () => void;
  private last: { cancel(): unknown } | null = null;

  constructor(url: string, options: PoolOptions, buried: () => void) {
    this.buried = buried;
    const role = options.role === undefined ? 'lectern_app' : options.role;
    this.sql = postgres(url, {
      max: 1,
      // Its timer would close the connection between two statements of a transaction.
      max_lifetime: null,
      idle_timeout: 0,
      connect_timeout: 4,
      onnotice: () => {},
      onclose: () => this.bury(),
      connection: {
        application_name: 'lectern',
        statement_timeout: 5000,
        lock_timeout: 1000,
        idle_in_transaction_session_timeout: 10_000,
        ...(role === null ? {} : { role }),
      },
    });
    const prepare = options.prepare ?? true;
    const guarded = {
      options: this.sql.options,
      // drizzle asks for a prepared statement only where a query was named; here all are, as their texts are few.
      unsafe: (text: string, values: never[] = []) =>
        this.send(text, values, prepare && text.length <= longestPrepared),
    };
    // drizzle calls nothing else of the client for queries outside its own transactions.
    this.tx = drizzle(guarded as unknown as postgres.Sql);
  }

  async transact<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    // Not awaited: it travels with the first statement, which fails if this does.
    const begun = this.send(begin, [], false);
    begun.catch(() => {});
    let value: T;
    try {
      value = await work(this.tx);
      await begun;
    } catch (error) {
      await this.send('rollback', [], false).catch(() => this.bury());
      throw error;
    }
    const { command } = await this.send('commit', [], false);
    // After an error that the work has swallowed, Postgres answers a commit by rolling back.
    if (command !== 'COMMIT') throw new Error(`the transaction ended in ${command}`);
    return value;
  }

  /** Every statement passes here: none may reach a client whose connection is lost. */
  private send(text: string, values: never[], prepare: boolean) {
    if (this.dead) throw new DatabaseAway('the connection was lost');
    const query = this.sql.unsafe(text, values, { prepare });
    this.last = query;
    query.catch((error: unknown) => {
      if (asDatabaseAway(error) instanceof DatabaseAway && !isStatementError(error)) this.bury();
    });
    return query;
  }

  /** Gives up on a connection whose server does not answer: asks it to cancel, and waits for nothing. */
  abandon(): void {
    const { last } = this;
    if (last !== null && !this.dead) void Promise.resolve(last.cancel()).catch(() => {});
    this.bury();
  }

  async end(): Promise<void> {
    this.dead = true;
    this.buried();
    await this.sql.end({ timeout: 1 });
  }

  private bury(): void {
    if (this.dead) return;
    this.dead = true;
    this.buried();
    void this.sql.end({ timeout: 0 }).catch(() => {});
  }
}

/** An error of one statement, after which the connection is as good as before. */
function isStatementError(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.severity === 'ERROR';
}

/**
 * Builds a query once for each connection: building its text costs more than sending it.
 * For the queries of hot paths; `sql.placeholder` stands for what differs.
 */
export function prepared<P extends object>(build: (tx: Tx) => P): (tx: Tx) => P {
  const built = new WeakMap<Tx, P>();
  return (tx) => {
    let query = built.get(tx);
    if (query === undefined) {
      query = build(tx);
      built.set(tx, query);
    }
    return query;
  };
}
