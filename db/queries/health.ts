import 'server-only';
import { sql } from 'drizzle-orm';
import { DatabaseAway, outsideSchools } from '../client.ts';

const patience = 2000;

/** Whether the database answers; a paused one neither answers nor refuses. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await outsideSchools((tx) => tx.execute(sql`select 1`), { readOnly: true, deadline: patience });
    return true;
  } catch (error) {
    if (error instanceof DatabaseAway) return false;
    throw error;
  }
}
