import { sql } from 'drizzle-orm';
import { canReadCourse } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { prepared, type Tx } from '../client.ts';
import { courses } from '../schema/content.ts';
import { noPerson } from './person.ts';

export type CourseRow = { id: string; slug: string; title: string; editionId: string };

/**
 * Whether the person of the placeholder `userId` learns in a class of the course. (The outer columns are
 * written out: in a query of one table drizzle leaves the table's name away, and the inner one would be meant.)
 */
const enrolled = sql<boolean>`exists (
  select 1 from enrollments e join classes k on k.school_id = e.school_id and k.id = e.class_id
  where e.school_id = courses.school_id and k.course_id = courses.id
    and e.user_id = ${sql.placeholder('userId')} and e.removed_at is null)`;

const courseBySlug = prepared((tx) =>
  tx
    .select({
      id: courses.id,
      slug: courses.slug,
      title: courses.title,
      editionId: courses.currentEditionId,
      visibility: courses.visibility,
      enrolled,
    })
    .from(courses)
    .where(sql`${courses.slug} = ${sql.placeholder('slug')}`)
    .prepare('course_by_slug'),
);

const allCourses = prepared((tx) =>
  tx
    .select({
      id: courses.id,
      slug: courses.slug,
      title: courses.title,
      editionId: courses.currentEditionId,
      visibility: courses.visibility,
      enrolled,
    })
    .from(courses)
    .orderBy(courses.title, courses.slug)
    .prepare('all_courses'),
);

/** A course that the viewer may read, in its current edition. */
export async function requireCourse(tx: Tx, viewer: Viewer | null, slug: string): Promise<CourseRow> {
  // Postgres stores no such character, and throws at one.
  if (slug.includes('\0')) throw new NotFound('no such course');
  const [row] = await courseBySlug(tx).execute({ slug, userId: viewer?.userId ?? noPerson });
  if (row === undefined || row.editionId === null || !canReadCourse(viewer, row))
    throw new NotFound('no such course');
  return { id: row.id, slug: row.slug, title: row.title, editionId: row.editionId };
}

export async function readableCourses(tx: Tx, viewer: Viewer | null): Promise<CourseRow[]> {
  const rows = await allCourses(tx).execute({ userId: viewer?.userId ?? noPerson });
  return rows.flatMap((row) =>
    row.editionId === null || !canReadCourse(viewer, row)
      ? []
      : [{ id: row.id, slug: row.slug, title: row.title, editionId: row.editionId }],
  );
}
