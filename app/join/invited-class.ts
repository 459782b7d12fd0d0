import { findClassByCode } from '#db/queries/classes.ts';

/** The class that somebody was about to join when they were asked to sign in; null when they were not. */
export async function invitedClass(to: string): Promise<{ name: string } | null> {
  const code = /^\/join\/([A-Za-z]{1,20})$/.exec(to)?.[1];
  return code === undefined ? null : findClassByCode(null, code);
}
