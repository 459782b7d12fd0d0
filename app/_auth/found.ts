import { notFound } from 'next/navigation';
import { NotFound } from '#lib/result.ts';

/** What the data layer calls absent, or not the viewer's, is shown as the one 404 page. */
export async function found<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

/** An id from an address; one that cannot be an id leads to the same 404 as one that is nobody's. */
export function foundId(value: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) notFound();
  return value.toLowerCase();
}
