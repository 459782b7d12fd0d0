import { cookies } from 'next/headers';

/** Says once, on the page after it, what has gone; the page's script takes it away. */
export const justDeletedCookie = 'lectern.deleted';

const seconds = 60;
/** More would not go into a cookie. Nobody has as many quizzes open. */
const mostIds = 50;

/** Ids under which this device may still keep something: of the person, and of sittings. Call from an action. */
export async function rememberDeleted(ids: readonly string[]): Promise<void> {
  const value = ids.slice(0, mostIds).join('.');
  (await cookies()).set(justDeletedCookie, value, { path: '/', sameSite: 'lax', maxAge: seconds });
}

export async function readJustDeleted(): Promise<string[] | null> {
  const value = (await cookies()).get(justDeletedCookie)?.value;
  if (value === undefined) return null;
  return value.split('.').filter((id) => /^[0-9a-f-]{36}$/.test(id));
}
