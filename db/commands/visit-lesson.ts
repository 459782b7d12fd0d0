import 'server-only';
import { sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { requireCourse } from '../access/course.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { lessonVisits } from '../schema/learning.ts';

/** Remembers that a person has opened a lesson: where "continue" leads. */
export async function visitLesson(
  viewer: Viewer | null,
  courseSlug: string,
  lessonSlug: string,
  now: Date = new Date(),
): Promise<void> {
  const person = requirePerson(viewer);
  await inSchool(person, async (tx, schoolId) => {
    const course = await requireCourse(tx, person, courseSlug);
    const edition = await loadEdition(tx, schoolId, course.editionId);
    const lesson = edition.lessons.find((candidate) => candidate.slug === lessonSlug);
    if (lesson === undefined) throw new NotFound('no such lesson');
    await tx
      .insert(lessonVisits)
      .values({
        schoolId,
        userId: person.userId,
        courseId: course.id,
        lessonId: lesson.id,
        firstAt: now,
        lastAt: now,
      })
      .onConflictDoUpdate({
        target: [lessonVisits.schoolId, lessonVisits.userId, lessonVisits.courseId, lessonVisits.lessonId],
        set: { lastAt: sql`greatest(${lessonVisits.lastAt}, excluded.last_at)` },
      });
  });
}
