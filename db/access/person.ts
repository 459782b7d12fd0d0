import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { isId } from '../client.ts';

/** A signed-in person, or nothing to be seen: the page has sent whoever is not to the sign-in before. */
export function requirePerson(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new NotFound('nobody is signed in');
  return viewer;
}

/** An id from outside; what cannot be one names nothing. */
export function requireId(text: string): string {
  if (!isId(text)) throw new NotFound('not an id');
  return text.toLowerCase();
}

/** Stands for anyone in a query that asks about a person; no row has it. */
export const noPerson = '00000000-0000-0000-0000-000000000000';
