import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { env } from '#db/env.ts';

/** What the signed cookie says: which session row to look up, and of which version. Never a right. */
export type SessionToken = { sid: string; version: number };

export const sessionDays = 14;
const maxAge = sessionDays * 24 * 60 * 60;

function isSecure(): boolean {
  return env().publicUrl.startsWith('https:');
}

/** `__Host-` binds the cookie to this host and path; browsers take it over https only. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-lectern.session' : 'lectern.session';
}

export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const;

/** Puts the session into the browser; call from an action or a route handler. */
export async function writeSessionCookie(token: SessionToken): Promise<void> {
  const value = await encode({ token, secret: env().authSecret, maxAge });
  (await cookies()).set(sessionCookieName(), value, { ...sessionCookieOptions(), maxAge });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), ...sessionCookieOptions() });
}

/** Null when there is none, or when it was not signed here, or has expired. */
export async function readSessionCookie(): Promise<SessionToken | null> {
  const value = (await cookies()).get(sessionCookieName())?.value;
  if (value === undefined) return null;
  try {
    const token = await decode({ token: value, secret: env().authSecret });
    if (token === null || typeof token.sid !== 'string' || typeof token.version !== 'number') return null;
    return { sid: token.sid, version: token.version };
  } catch {
    return null;
  }
}
