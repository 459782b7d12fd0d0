import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { type NoteRow, noteColumns } from '../note-places.ts';
import { courses, lessons } from '../schema/content.ts';
import { notes } from '../schema/own.ts';

/** With the titles of the course and of the lesson it was made in: these stay when a page is gone. */
export type OwnNote = NoteRow & { courseTitle: string; lessonTitle: string | null };

export async function ownNotes(tx: Tx, userId: string, which?: SQL): Promise<OwnNote[]> {
  return tx
    .select({ ...noteColumns, courseTitle: courses.title, lessonTitle: lessons.title })
    .from(notes)
    .innerJoin(courses, and(eq(courses.schoolId, notes.schoolId), eq(courses.id, notes.courseId)))
    .leftJoin(
      lessons,
      and(
        eq(lessons.schoolId, notes.schoolId),
        eq(lessons.editionId, notes.editionId),
        eq(lessons.id, notes.lessonId),
      ),
    )
    .where(and(eq(notes.userId, userId), which))
    .orderBy(asc(courses.title), asc(courses.slug), asc(notes.createdAt), asc(notes.id));
}
