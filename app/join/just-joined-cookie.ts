import { cookies } from 'next/headers';

/** Says once, on the page after joining, which class was joined; the page's script takes it away. */
export const justJoinedCookie = 'lectern.joined';

const seconds = 60;

/** The id of the class alone: whoever shows it looks its name up among the viewer's own classes. Call from an action. */
export async function rememberJoined(classId: string): Promise<void> {
  (await cookies()).set(justJoinedCookie, classId, { path: '/', sameSite: 'lax', maxAge: seconds });
}

export async function readJustJoined(): Promise<string | null> {
  return (await cookies()).get(justJoinedCookie)?.value ?? null;
}
