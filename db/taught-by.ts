import { asc, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { classes } from './schema/classes.ts';

/** Open classes that this person teaches: those with another instructor, and those that would be left without. */
export async function taughtBy(
  tx: Tx,
  userId: string,
): Promise<{ id: string; name: string; alone: boolean }[]> {
  return tx
    .select({
      id: classes.id,
      name: classes.name,
      // Who was made a learner again keeps the row and teaches no more.
      alone: sql<boolean>`not exists (
        select 1 from class_instructors i
        join users u on u.school_id = i.school_id and u.id = i.user_id
        where i.school_id = classes.school_id and i.class_id = classes.id and i.user_id <> ${userId}
          and u.role <> 'learner')`,
    })
    .from(classes)
    .where(
      sql`${classes.archivedAt} is null and exists (
        select 1 from class_instructors own
        join users me on me.school_id = own.school_id and me.id = own.user_id
        where own.school_id = classes.school_id and own.class_id = classes.id and own.user_id = ${userId}
          and me.role <> 'learner')`,
    )
    .orderBy(asc(classes.name), asc(classes.id));
}
