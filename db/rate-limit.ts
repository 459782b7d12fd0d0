import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { outsideSchools, type Tx } from './client.ts';
import { env } from './env.ts';

export type Limit = { scope: string; subject: string; most: number; windowMs: number };

const minute = 60_000;

export const limits = {
  /** Guesses at one account's password. */
  account: (emailFolded: string): Limit => ({
    scope: 'account',
    subject: emailFolded,
    most: 10,
    windowMs: 15 * minute,
  }),
  /** From one address; a whole school may share it. */
  address: (address: string): Limit => ({
    scope: 'address',
    subject: address,
    most: 100,
    windowMs: 15 * minute,
  }),
  registration: (address: string): Limit => ({
    scope: 'registration',
    subject: address,
    most: 100,
    windowMs: 60 * minute,
  }),
  joinCode: (userId: string): Limit => ({
    scope: 'join-code',
    subject: userId,
    most: 30,
    windowMs: 15 * minute,
  }),
};

/**
 * Counts one try against each limit, before its outcome is known, so that many at once cannot pass together.
 * False if any was full. The window begins anew at each try that was let through: no stretch of its
 * length ever holds more than `most`. A try that was not let through changes nothing.
 */
export async function mayTry(wanted: readonly Limit[], now: Date): Promise<boolean> {
  return outsideSchools(async (tx) => {
    let allowed = true;
    // In one order everywhere: two tries never wait for each other.
    for (const limit of [...wanted].sort((a, b) => (a.scope < b.scope ? -1 : 1))) {
      const until = new Date(now.getTime() + limit.windowMs).toISOString();
      const at = now.toISOString();
      const rows = await tx.execute<{ points: number }>(sql`
        insert into rate_limits as l (key, points, expire) values (${keyOf(limit)}, 1, ${until})
        on conflict (key) do update set
          points = case when l.expire <= ${at} then 1 else least(l.points + 1, ${limit.most + 1}::int) end,
          expire = case when l.expire > ${at} and l.points >= ${limit.most}::int then l.expire else excluded.expire end
        returning points`);
      if ((rows[0]?.points ?? 0) > limit.most) allowed = false;
    }
    await tx.execute(sql`
      delete from rate_limits where key in (
        select key from rate_limits where expire < ${now.toISOString()} limit 20 for update skip locked)`);
    return allowed;
  });
}

/** The right person was there: the account's failures are forgotten. */
export async function forget(tx: Tx, limit: Limit): Promise<void> {
  await tx.execute(sql`delete from rate_limits where key = ${keyOf(limit)}`);
}

/** A try that was none, and must not count against others who share the address. */
export async function giveBack(tx: Tx, limit: Limit): Promise<void> {
  await tx.execute(sql`update rate_limits set points = greatest(points - 1, 0) where key = ${keyOf(limit)}`);
}

/** Keyed, so that whoever reads the table cannot try out addresses. */
function keyOf({ scope, subject }: Limit): string {
  return `${scope}:${createHmac('sha256', env().authSecret).update(`${scope}\0${subject}`).digest('base64url')}`;
}
