import { DatabaseAway } from '#db/database-away.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { getViewer } from './viewer.ts';

/** Who is asking, for the bar of a page that must be shown even while the database is away. */
export async function getViewerIfReachable(): Promise<Viewer | null> {
  try {
    return await getViewer();
  } catch (error) {
    if (error instanceof DatabaseAway) return null;
    throw error;
  }
}
