import { headers } from 'next/headers';
import { signIn } from '#db/commands/sign-in.ts';
import { clientAddress } from './client-address.ts';
import { writeSessionCookie } from './session-cookie.ts';

/** Signs a person in and puts the session into the browser; call from an action. */
export async function startSession(input: { email: string; password: string }) {
  const requested = await headers();
  const signedIn = await signIn(
    null,
    {
      ...input,
      userAgent: (requested.get('user-agent') ?? '').slice(0, 500),
      address: clientAddress(requested),
    },
    new Date(),
  );
  if (signedIn.ok)
    await writeSessionCookie({ sid: signedIn.value.sessionId, version: signedIn.value.sessionVersion });
  return signedIn;
}
