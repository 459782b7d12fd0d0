import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { requireTaughtClass } from '../access/class.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { enrollments } from '../schema/classes.ts';

/** Takes a learner out of a class; what the learner did stays the learner's. */
export async function removeLearner(
  viewer: Viewer | null,
  input: { classId: string; userId: string },
  now: Date = new Date(),
): Promise<void> {
  const person = requirePerson(viewer);
  await inSchool(person, async (tx, schoolId) => {
    const found = await requireTaughtClass(tx, person, input.classId);
    const userId = requireId(input.userId);
    const removed = await tx
      .update(enrollments)
      .set({ removedAt: now })
      .where(
        and(eq(enrollments.classId, found.id), eq(enrollments.userId, userId), isNull(enrollments.removedAt)),
      )
      .returning({ id: enrollments.userId });
    if (removed.length === 0) throw new NotFound('no such learner');
    await audit(
      tx,
      schoolId,
      { actor: person, action: 'class.learner-removed', subjectId: found.id, details: { userId } },
      now,
    );
  });
}
