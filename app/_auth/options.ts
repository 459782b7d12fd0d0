import { headers } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { signIn } from '#db/commands/sign-in.ts';
import { signOut } from '#db/commands/sign-out.ts';
import { env } from '#db/env.ts';
import { findViewer } from '#db/queries/sessions.ts';
import type { Viewer } from '#lib/access/viewer.ts';
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
    events: {
      // Clearing the cookie is not enough: a copy of it must be worth nothing.
      async signOut({ token }) {
        const viewer = await viewerOf(token);
        if (viewer !== null) await signOut(viewer, new Date());
      },
    },
    callbacks: {
      jwt({ token, user }) {
        if (user !== undefined && 'sid' in user && 'version' in user)
          return { sid: user.sid, version: user.version };
        return { sid: token.sid, version: token.version };
      },
      async session({ session, token }) {
        const viewer = await viewerOf(token);
        return viewer === null
          ? { expires: session.expires }
          : { expires: session.expires, user: { name: viewer.name, role: viewer.role } };
      },
    },
  };
}

async function viewerOf(token: JWT): Promise<Viewer | null> {
  return typeof token.sid === 'string' && typeof token.version === 'number'
    ? findViewer(token.sid, token.version, new Date())
    : null;
}
