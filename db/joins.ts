import { and, eq } from 'drizzle-orm';
import { classes } from './schema/classes.ts';
import { courses, items, lessonItems, lessons } from './schema/content.ts';
import { attemptItems, attempts, responses } from './schema/learning.ts';

/** How the tables of the road from a course to an answer hang together: each joined by its whole key, school first. */

export const courseOfClass = and(eq(courses.schoolId, classes.schoolId), eq(courses.id, classes.courseId));

export const courseOfAttempt = and(
  eq(courses.schoolId, attempts.schoolId),
  eq(courses.id, attempts.courseId),
);

/** None for an exam. */
export const lessonOfAttempt = and(
  eq(lessons.schoolId, attempts.schoolId),
  eq(lessons.editionId, attempts.editionId),
  eq(lessons.id, attempts.lessonId),
);

export const servedByAttempt = and(
  eq(attemptItems.schoolId, attempts.schoolId),
  eq(attemptItems.attemptId, attempts.id),
);

export const itemServed = and(eq(items.schoolId, attemptItems.schoolId), eq(items.id, attemptItems.itemId));

/** Where the edition that was sat asks the item that was served. */
export const placeOfServed = and(
  eq(lessonItems.schoolId, attemptItems.schoolId),
  eq(lessonItems.editionId, attemptItems.editionId),
  eq(lessonItems.itemId, attemptItems.itemId),
);

/** The answer to what was served; none while it waits. */
export const responseToServed = and(
  eq(responses.schoolId, attemptItems.schoolId),
  eq(responses.attemptId, attemptItems.attemptId),
  eq(responses.itemId, attemptItems.itemId),
);

export const itemOfPlace = and(eq(items.schoolId, lessonItems.schoolId), eq(items.id, lessonItems.itemId));

export const lessonOfPlace = and(
  eq(lessons.schoolId, lessonItems.schoolId),
  eq(lessons.editionId, lessonItems.editionId),
  eq(lessons.id, lessonItems.lessonId),
);
