import { eq, sql } from 'drizzle-orm';
import { canTeachClass } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import type { Tx } from '../client.ts';
import { courseOfClass } from '../joins.ts';
import { classes } from '../schema/classes.ts';
import { courses } from '../schema/content.ts';
import { requireId } from './person.ts';

export type ClassRow = {
  id: string;
  name: string;
  joinCode: string;
  archivedAt: Date | null;
  course: { id: string; slug: string; title: string; editionId: string | null };
};

/** A class that the viewer teaches; to everybody else it is absent. */
export async function requireTaughtClass(tx: Tx, viewer: Viewer | null, classId: string): Promise<ClassRow> {
  const id = requireId(classId);
  if (viewer === null) throw new NotFound('no such class');
  const [row] = await tx
    .select({
      id: classes.id,
      name: classes.name,
      joinCode: classes.joinCode,
      archivedAt: classes.archivedAt,
      courseId: courses.id,
      slug: courses.slug,
      title: courses.title,
      editionId: courses.currentEditionId,
      instructs: sql<boolean>`exists (
        select 1 from class_instructors i
        where i.school_id = classes.school_id and i.class_id = classes.id and i.user_id = ${viewer.userId})`,
    })
    .from(classes)
    .innerJoin(courses, courseOfClass)
    .where(eq(classes.id, id));
  if (row === undefined || !canTeachClass(viewer, row)) throw new NotFound('no such class');
  return {
    id: row.id,
    name: row.name,
    joinCode: row.joinCode,
    archivedAt: row.archivedAt,
    course: { id: row.courseId, slug: row.slug, title: row.title, editionId: row.editionId },
  };
}
