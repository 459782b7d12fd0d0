import { Connection, type ConnectionOptions, type Tx } from './connection.ts';
import { asDatabaseAway, DatabaseAway, withoutValues } from './database-away.ts';

export type PoolOptions = ConnectionOptions & { max?: number };

type Waiter = { give(connection: Connection): void; refuse(error: unknown): void };

/** Memory that a server's process gathers goes with it. */
const oldest = 30 * 60_000;
/** ms for which a database that answered nobody is not asked again. */
const restAfterSilence = 1_000;

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
  private readonly options: ConnectionOptions;
  private readonly idle: Connection[] = [];
  private readonly waiters: Waiter[] = [];
  private readonly all = new Set<Connection>();
  private ended = false;
  /** When a transaction last ended in time, by the monotonic clock. */
  private lastAnswerAt = 0;
  /** Until then the database is held to be away without asking. */
  private awayUntil = 0;

  constructor(url: string, options: PoolOptions = {}) {
    this.url = url;
    this.max = options.max ?? 10;
    this.options = options;
  }

  /** Runs `work` in one transaction that is over, one way or the other, when `deadline` ms have passed. */
  async transaction<T>(begin: string, deadline: number, work: (tx: Tx) => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    if (startedAt < this.awayUntil) throw new DatabaseAway('the database did not answer a moment ago');
    const turn: Turn = { late: false, connection: null };
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        turn.late = true;
        turn.connection?.abandon();
        // Nobody was answered in all that time: whoever asks next, as the error page does, need not wait too.
        if (this.lastAnswerAt < startedAt) this.awayUntil = performance.now() + restAfterSilence;
        reject(new DatabaseAway(`no answer within ${deadline} ms`));
      }, deadline);
    });
    const running = this.run(turn, begin, work);
    // After the deadline nobody listens to it any more.
    running.catch(() => {});
    try {
      const value = await Promise.race([running, tooLate]);
      this.lastAnswerAt = performance.now();
      return value;
    } catch (error) {
      throw asDatabaseAway(withoutValues(error));
    } finally {
      clearTimeout(timer);
    }
  }

  private async run<T>(turn: Turn, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (;;) {
      const connection = await this.take();
      if (turn.late) {
        this.release(connection);
        throw new DatabaseAway('no connection became free in time');
      }
      turn.connection = connection;
      try {
        return await connection.transact(begin, work);
      } catch (error) {
        // Idle connections die with a server that was restarted; the work has left nothing and is done anew.
        if (turn.late || !connection.used || !connection.lostWithoutTrace) throw error;
      } finally {
        turn.connection = null;
        this.release(connection);
      }
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
    if (connection.dead || this.ended) this.all.delete(connection);
    const waiter = this.waiters.shift();
    if (waiter !== undefined) waiter.give(connection.dead ? this.open() : connection);
    else if (!connection.dead && !this.ended) this.idle.push(connection);
  }
}

/** One transaction's time: whose deadline has passed, and on what it waits. */
type Turn = { late: boolean; connection: Connection | null };

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
