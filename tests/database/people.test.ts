import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { changePassword } from '#db/commands/change-password.ts';
import { changeRole } from '#db/commands/change-role.ts';
import { endSession } from '#db/commands/end-session.ts';
import { registerPerson } from '#db/commands/register-person.ts';
import { restorePerson } from '#db/commands/restore-person.ts';
import { signIn } from '#db/commands/sign-in.ts';
import { signOut } from '#db/commands/sign-out.ts';
import { signOutEverywhere } from '#db/commands/sign-out-everywhere.ts';
import { suspendPerson } from '#db/commands/suspend-person.ts';
import { listPeople, listSessions, readOwnAccount } from '#db/queries/people.ts';
import { findViewer, isFreshInstall } from '#db/queries/sessions.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { at, expectAbsent, granted, ownDatabase, person, refusalOf } from './harness.ts';

const { owner } = ownDatabase();
const password = 'tidy-otter-88';
let admin: Viewer;

const asks = (email: string, given = password, address = 'here') => ({
  email,
  password: given,
  userAgent: 'test',
  address,
});

async function register(name: string): Promise<{ email: string; userId: string }> {
  const email = `${name}.${randomUUID()}@example.org`;
  const { userId } = granted(await registerPerson(null, { name, email, password }, at(0)));
  return { email, userId };
}

async function signedIn(email: string, minute = 1): Promise<Viewer> {
  const { sessionId, sessionVersion } = granted(await signIn(null, asks(email), at(minute)));
  const viewer = await findViewer(sessionId, sessionVersion, at(minute));
  if (viewer === null) throw new Error('the session did not open');
  return viewer;
}

const stillThere = async (viewer: Viewer, version = 1) =>
  (await findViewer(viewer.sessionId, version, at(5))) !== null;

beforeAll(async () => {
  expect(await isFreshInstall()).toBe(true);
  // Eight at once into an empty install: none is written before all have looked whether they are first.
  const made = await owner.begin(async (held) => {
    await held`lock table users in share mode`;
    const registering = Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        registerPerson(null, { name: `Early ${n}`, email: `early${n}@example.org`, password }, at(0)),
      ),
    );
    await sleep(600);
    return { registering };
  });
  expect((await made.registering).every((result) => result.ok)).toBe(true);
  const [row] = await owner`select email from users where role = 'admin'`;
  admin = await signedIn(String(row?.email));
});

describe('accounts', () => {
  test('of eight who register at once into an empty install, one becomes the admin', async () => {
    const roles = await owner`select role, count(*)::int as n from users group by role order by role`;
    expect([...roles]).toEqual([
      { role: 'admin', n: 1 },
      { role: 'learner', n: 7 },
    ]);
    expect(await isFreshInstall()).toBe(false);
  });

  test('one address has one account, whatever its capitals', async () => {
    const { email } = await register('one');
    const tries = await Promise.all(
      [email, email.toUpperCase(), ` ${email} `].map((typed) =>
        registerPerson(null, { name: 'Two', email: typed, password }, at(0)),
      ),
    );
    expect(tries.map(refusalOf)).toEqual(['email-taken', 'email-taken', 'email-taken']);
  });

  test('short, endless and common passwords are refused, and so is one’s own name', async () => {
    const refusal = async (given: string) =>
      refusalOf(
        await registerPerson(null, { name: 'Amara Okafor', email: 'a@example.org', password: given }, at(0)),
      );
    expect(await refusal('nine char')).toBe('password-short');
    expect(await refusal('x1y2'.repeat(60))).toBe('password-long');
    expect(await refusal('P@ssw0rd2024')).toBe('password-common');
    expect(await refusal('amaraokafor1')).toBe('password-common');
  });

  test('the password is kept as an argon2id digest and nowhere in the log', async () => {
    const { userId } = await register('kept');
    const [row] = await owner`select password_hash from users where id = ${userId}`;
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const [log] =
      await owner`select action, details::text as details from audit_log where subject_id = ${userId}`;
    expect(log).toEqual({ action: 'person.registered', details: '{"role": "learner"}' });
  });
});

describe('sessions', () => {
  test('signing in opens a session, signing out ends that one alone', async () => {
    const { email } = await register('sessions');
    const [one, two] = [await signedIn(email), await signedIn(email)];
    expect((await listSessions(one, at(2))).map((session) => session.current)).toContain(true);
    await signOut(one, at(2));
    await signOut(one, at(3));
    expect([await stillThere(one), await stillThere(two)]).toEqual([false, true]);
  });

  test('signing out everywhere ends every session at once', async () => {
    const { email } = await register('everywhere');
    const [one, two] = [await signedIn(email), await signedIn(email)];
    await signOutEverywhere(one, at(2));
    expect([await stillThere(one), await stillThere(two), await stillThere(two, 2)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(await stillThere(await signedIn(email, 3), 2)).toBe(true);
  });

  test('a session ends after two weeks, and one of another person cannot be ended', async () => {
    const { email } = await register('ends');
    const viewer = await signedIn(email);
    const minutes = 14 * 24 * 60;
    expect(await findViewer(viewer.sessionId, 1, at(minutes))).not.toBeNull();
    expect(await findViewer(viewer.sessionId, 1, at(minutes + 2))).toBeNull();
    await expectAbsent(endSession(admin, viewer.sessionId, at(2)));
    expect(await stillThere(viewer)).toBe(true);
    await endSession(viewer, viewer.sessionId, at(2));
    expect(await stillThere(viewer)).toBe(false);
  });

  test('a made-up session is nobody’s', async () => {
    expect(await findViewer('not an id', 1, at(1))).toBeNull();
    expect(await findViewer(randomUUID(), 1, at(1))).toBeNull();
    expect(await findViewer(admin.sessionId, 2, at(1))).toBeNull();
  });

  test('a new password ends the other sessions and keeps this one, and the old password is over', async () => {
    const { email } = await register('changes');
    const [one, two] = [await signedIn(email), await signedIn(email)];
    const wrong = await changePassword(one, { current: 'not this one', next: 'calm-heron-41' }, at(2));
    expect(refusalOf(wrong)).toBe('wrong-password');
    const changed = await changePassword(one, { current: password, next: 'calm-heron-41' }, at(2));
    const { sessionVersion } = granted(changed);
    expect([await stillThere(one, sessionVersion), await stillThere(two)]).toEqual([true, false]);
    expect(refusalOf(await signIn(null, asks(email), at(3)))).toBe('no-match');
    granted(await signIn(null, asks(email, 'calm-heron-41'), at(3)));
  });
});

describe('guessing', () => {
  test('of forty guesses at once ten are tried; then even the right password waits a quarter of an hour', async () => {
    const { email } = await register('guessed');
    const guesses = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        signIn(null, asks(email, `guess ${n} of many`, `address ${n}`), at(0)),
      ),
    );
    const outcomes = guesses.map(refusalOf);
    expect(outcomes.filter((outcome) => outcome === 'no-match')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'rate-limited')).toHaveLength(30);
    expect(refusalOf(await signIn(null, asks(email), at(14)))).toBe('rate-limited');
    granted(await signIn(null, asks(email), at(16)));
    granted(await signIn(null, asks(email), at(16)));
  });

  test('in no quarter of an hour are more than ten guesses tried', async () => {
    const { email } = await register('slow');
    const tried: number[] = [];
    for (let minute = 0; minute < 60; minute += 1) {
      const outcome = refusalOf(await signIn(null, asks(email, 'wrong again', `slow ${minute}`), at(minute)));
      if (outcome === 'no-match') tried.push(minute);
    }
    for (const from of tried)
      expect(tried.filter((minute) => minute >= from && minute < from + 15).length).toBeLessThanOrEqual(10);
    expect(tried.length).toBeGreaterThan(15);
  });

  test('an address that nobody has answers as a wrong password does', async () => {
    expect(refusalOf(await signIn(null, asks('nobody@example.org'), at(0)))).toBe('no-match');
    expect(refusalOf(await signIn(null, asks('no\0body@example.org'), at(0)))).toBe('no-match');
  });

  test('signing in rightly does not use up the address that a school shares', async () => {
    const { email } = await register('shared');
    const used = async () => (await owner`select sum(points)::int as n from rate_limits`)[0]?.n;
    const before = await used();
    for (let n = 0; n < 5; n += 1) granted(await signIn(null, asks(email, password, 'school'), at(n)));
    expect(await used()).toBe(before);
  });
});

describe('roles', () => {
  test('a new role holds from the next request on', async () => {
    const { email, userId } = await register('promoted');
    const viewer = await signedIn(email);
    expect(viewer.role).toBe('learner');
    granted(await changeRole(admin, { userId, role: 'instructor' }, at(2)));
    expect((await findViewer(viewer.sessionId, 1, at(2)))?.role).toBe('instructor');
    const [log] = await owner`
      select actor_id, details from audit_log where subject_id = ${userId} and action = 'person.role-changed'`;
    expect(log).toEqual({ actor_id: admin.userId, details: { from: 'learner', to: 'instructor' } });
  });

  test('a suspended person is out at once, may come back, and finds old sessions closed', async () => {
    const { email, userId } = await register('suspended');
    const viewer = await signedIn(email);
    granted(await suspendPerson(admin, userId, at(2)));
    expect(await stillThere(viewer)).toBe(false);
    expect(refusalOf(await signIn(null, asks(email), at(3)))).toBe('suspended');
    expect(refusalOf(await signIn(null, asks(email, 'wrong password'), at(3)))).toBe('no-match');
    await restorePerson(admin, userId, at(4));
    expect(await stillThere(viewer)).toBe(false);
    expect(await stillThere(await signedIn(email, 5), 2)).toBe(true);
  });

  test('the last admin stays one, and nobody takes their own rights away', async () => {
    expect(refusalOf(await changeRole(admin, { userId: admin.userId, role: 'learner' }, at(2)))).toBe(
      'last-admin',
    );
    expect(refusalOf(await suspendPerson(admin, admin.userId, at(2)))).toBe('last-admin');
    const second = await person('admin');
    expect(refusalOf(await changeRole(admin, { userId: admin.userId, role: 'learner' }, at(2)))).toBe('self');
    granted(await changeRole(admin, { userId: second.userId, role: 'learner' }, at(2)));
  });

  test('two admins who depose each other at once leave one', async () => {
    for (let round = 0; round < 10; round += 1) {
      const rival = await person('admin');
      const before =
        await owner`select count(*)::int as n from users where role = 'admin' and suspended_at is null`;
      const both = await Promise.allSettled([
        changeRole(rival, { userId: admin.userId, role: 'learner' }, at(2)),
        suspendPerson(admin, rival.userId, at(2)),
      ]);
      expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      const after =
        await owner`select count(*)::int as n from users where role = 'admin' and suspended_at is null`;
      expect(Number(after[0]?.n)).toBe(Number(before[0]?.n) - 1);
      await owner`update users set role = 'admin' where id = ${admin.userId}`;
      await owner`update users set role = 'learner' where id = ${rival.userId}`;
    }
  });

  test('people are found by any part of name or address, the signs of a pattern meaning themselves', async () => {
    await person('learner', 'Zoë 100%_sure');
    const names = async (search: string) =>
      (await listPeople(admin, { search })).people.map((found) => found.name);
    expect(await names('100%_')).toEqual(['Zoë 100%_sure']);
    expect(await names('%')).toEqual(['Zoë 100%_sure']);
    expect(await names('early3@')).toEqual(['Early 3']);
    expect(await listPeople(admin, { page: 999 })).toMatchObject({ page: 1, pages: 1 });
    expect((await readOwnAccount(admin)).role).toBe('admin');
  });
});
