import { cache } from 'react';
import { found, foundId } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { readClassGrid } from '#db/queries/classes.ts';

/** The class with its learners, once for a page and its title; 404 for whoever may not see it. */
export const loadGrid = cache(async (given: string, page = '') => {
  const viewer = await requireViewer(`/teach/classes/${given}${page}`);
  const grid = await found(readClassGrid(viewer, foundId(given)));
  return { viewer, grid };
});
