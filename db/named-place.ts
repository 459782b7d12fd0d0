import { type AnyColumn, and, eq, sql } from 'drizzle-orm';
import { courses } from './schema/content.ts';

export type Named = { slug: string; title: string };

export const courseColumns = { slug: courses.slug, title: courses.title };

/** Joins the course that a row names. */
export const courseOf = (row: { schoolId: AnyColumn; courseId: AnyColumn }) =>
  and(eq(courses.schoolId, row.schoolId), eq(courses.id, row.courseId));

/**
 * The lesson that a row names, as the latest edition that has it calls it: a lesson that was taken out of the
 * course keeps the name it had. For queries of more than one table (see `access/course.ts`).
 */
export const lessonOf = (row: { schoolId: AnyColumn; courseId: AnyColumn; lessonId: AnyColumn }) =>
  sql<Named>`coalesce((
    select json_build_object('slug', taught.slug, 'title', taught.title)
    from editions printed
    join lessons taught on taught.school_id = printed.school_id and taught.edition_id = printed.id
    where printed.school_id = ${row.schoolId} and printed.course_id = ${row.courseId}
      and taught.id = ${row.lessonId}
    order by printed.number desc limit 1
  ), json_build_object('slug', ${row.lessonId}, 'title', ${row.lessonId}))`;
