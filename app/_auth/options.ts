import { headers } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { signIn } from '#db/commands/sign-in.ts';
import { env } from '#db/env.ts';
import { findViewer } from '#db/queries/sessions.ts';
import { clientAddress } from './client-address.ts';
import { sessionCookieName, sessionCookieOptions, sessionDays } from './session-cookie.ts';

/**
 * next-auth with the JWT strategy (its credentials provider has no other). The token carries only which
 * session row to look up: rights are read from that row on each request. The sign-in page posts to
 * an action of ours, which issues the same cookie and works before JavaScript; this is the endpoint for
 * next-auth's own protocol, through the same command.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().authSecret,
    session: { strategy: 'jwt', maxAge: sessionDays * 24 * 60 * 60 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials) {
          const requested = await headers();
          const signedIn = await signIn(
            null,
            {
              email: String(credentials?.email ?? '').slice(0, 254),
              password: String(credentials?.password ?? '').slice(0, 1000),
              userAgent: requested.get('user-agent') ?? '',
              address: clientAddress(requested),
            },
            new Date(),
          );
          if (!signedIn.ok) return null;
          const { userId, sessionId, sessionVersion } = signedIn.value;
          return { id: userId, sid: sessionId, version: sessionVersion };
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user !== undefined && 'sid' in user && 'version' in user)
          return { sid: user.sid, version: user.version };
        return { sid: token.sid, version: token.version };
      },
      async session({ session, token }) {
        const viewer =
          typeof token.sid === 'string' && typeof token.version === 'number'
            ? await findViewer(token.sid, token.version, new Date())
            : null;
        return viewer === null
          ? { expires: session.expires }
          : { expires: session.expires, user: { name: viewer.name, role: viewer.role } };
      },
    },
  };
}
