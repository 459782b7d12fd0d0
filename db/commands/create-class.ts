import 'server-only';
import { cleanClassName } from '#lib/access/class-name.ts';
import { canCreateClass } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound, ok, type Result } from '#lib/result.ts';
import { requireCourse } from '../access/course.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { newId } from '../new-id.ts';
import { newJoinCode } from '../new-join-code.ts';
import { classes, classInstructors } from '../schema/classes.ts';

/** Opens a class that works through a course, with whoever opens it as its instructor. */
export async function createClass(
  viewer: Viewer | null,
  input: { name: string; course: string },
  now: Date = new Date(),
): Promise<Result<{ classId: string; joinCode: string }, 'name-empty' | 'name-long'>> {
  if (!canCreateClass(viewer)) throw new NotFound('not for this person');
  const name = cleanClassName(input.name);
  if (!name.ok) return name;
  return inSchool(viewer, async (tx, schoolId) => {
    const course = await requireCourse(tx, viewer, input.course);
    for (let round = 0; round < 10; round += 1) {
      const classId = newId(now);
      const joinCode = newJoinCode();
      const made = await tx
        .insert(classes)
        .values({ schoolId, id: classId, name: name.value, courseId: course.id, joinCode, createdAt: now })
        .onConflictDoNothing({ target: [classes.schoolId, classes.joinCode] })
        .returning({ id: classes.id });
      if (made.length === 0) continue;
      await tx.insert(classInstructors).values({ schoolId, classId, userId: viewer.userId, addedAt: now });
      await audit(tx, schoolId, { actor: viewer, action: 'class.created', subjectId: classId }, now);
      return ok({ classId, joinCode });
    }
    throw new Error('ten join codes in a row were taken');
  });
}
