import { connect } from 'node:net';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { asDatabaseAway, DatabaseAway } from './database-away.ts';

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

export type ConnectionOptions = {
  /** Off only behind a pooler that cannot keep prepared statements, and to measure what they give. */
  prepare?: boolean;
  /** What the application runs as; null for the user of the address. */
  role?: string | null;
};

/** Long multi-row inserts differ in text each time: kept prepared, they would only fill the server's memory. */
const longestPrepared = 8_000;

/** The process at the other end, as Postgres has named it for a request to cancel. */
type Backend = { pid: number; secret: number };

/** The parts of postgres.js' options that are looked at, or changed, while it runs. */
type LiveOptions = { host: string[]; port: number[]; path: string | false; socket?: () => never };

/**
 * One connection: a client of postgres.js that may connect once. Lost is lost: by itself, postgres.js
 * connects again and runs there what was still waiting, without the `begin` that went before it.
 */
export class Connection {
  dead = false;
  /** Whether it has carried a transaction: one that was idle may have been closed without our noticing. */
  used = false;
  readonly openedAt = Date.now();
  private readonly sql: postgres.Sql;
  private readonly live: LiveOptions;
  private readonly tx: Tx;
  private readonly buried: () => void;
  private opened: Promise<void> | null = null;
  private backend: Backend | null = null;
  private committing = false;

  constructor(url: string, options: ConnectionOptions, buried: () => void) {
    this.buried = buried;
    const role = options.role === undefined ? 'lectern_app' : options.role;
    this.sql = postgres(url, {
      max: 1,
      // Its timer would close the connection between two statements of a transaction.
      max_lifetime: null,
      idle_timeout: 0,
      connect_timeout: 4,
      fetch_types: false,
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
    this.live = this.sql.options as unknown as LiveOptions;
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
    this.committing = false;
    this.opened ??= this.open();
    await this.opened;
    // Not awaited: it travels with the first statement, which fails if this does.
    const begun = this.send(begin, [], false);
    begun.catch(() => {});
    let value: T;
    try {
      value = await work(this.tx);
      await begun;
    } catch (error) {
      if (!this.dead) await this.send('rollback', [], false).catch(() => this.bury());
      throw error;
    }
    this.committing = true;
    const { command } = await this.send('commit', [], false);
    this.used = true;
    // After an error that the work has swallowed, Postgres answers a commit by rolling back.
    if (command !== 'COMMIT') throw new Error(`the transaction ended in ${command}`);
    return value;
  }

  /** Lost before a commit was sent: nothing of the transaction can have been kept. */
  get lostWithoutTrace(): boolean {
    return this.dead && !this.committing;
  }

  /** Nothing else is sent before this is answered, so that all of it may be tried at several hosts. */
  private async open(): Promise<void> {
    const query = this.send('select 1', [], false);
    await query;
    this.backend = (query as unknown as { state: Backend | null }).state;
    this.live.socket = () => {
      throw new DatabaseAway('the connection was lost');
    };
  }

  /** Every statement passes here: none may reach a client whose connection is lost. */
  private send(text: string, values: never[], prepare: boolean) {
    if (this.dead) throw new DatabaseAway('the connection was lost');
    const query = this.sql.unsafe(text, values, { prepare });
    query.catch((error: unknown) => {
      if (asDatabaseAway(error) instanceof DatabaseAway && !isStatementError(error)) this.bury();
    });
    return query;
  }

  /** Gives up on a server that does not answer: asks it to stop what it does, and waits for nothing. */
  abandon(): void {
    if (this.dead) return;
    if (this.backend !== null) requestCancel(this.live, this.backend);
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

const cancelRequestCode = 80_877_102;

/**
 * Postgres' cancel request on a connection of its own, which it takes from anybody who knows the secret
 * number. (postgres.js sends one too, but over the socket that it is not allowed to open any more.)
 */
function requestCancel({ host, port, path }: LiveOptions, { pid, secret }: Backend): void {
  const message = Buffer.alloc(16);
  message.writeInt32BE(16, 0);
  message.writeInt32BE(cancelRequestCode, 4);
  message.writeUInt32BE(pid, 8);
  message.writeUInt32BE(secret, 12);
  const socket = path === false ? connect(port[0] ?? 5432, host[0]) : connect(path);
  socket.once('error', () => socket.destroy());
  socket.setTimeout(2000, () => socket.destroy());
  socket.unref();
  socket.end(message);
}
