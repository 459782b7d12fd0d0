import { redirect } from 'next/navigation';
import { cache } from 'react';
import { findViewer } from '#db/queries/sessions.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Who is asking, by the session row as it stands now; once for each request. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const token = await readSessionCookie();
  return token === null ? null : findViewer(token.sid, token.version, new Date());
});

/** The viewer, or the sign-in page, which leads back to `returnTo` (a path of ours). */
export async function requireViewer(returnTo: string): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer === null) redirect(`/sign-in?to=${encodeURIComponent(returnTo)}`);
  return viewer;
}
