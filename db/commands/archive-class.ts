import 'server-only';
import { eq } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { requireTaughtClass } from '../access/class.ts';
import { requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { classes } from '../schema/classes.ts';

/** Closes a class to newcomers, or opens it again; what its learners did stays with them and on its grid. */
export async function archiveClass(
  viewer: Viewer | null,
  input: { classId: string; archived: boolean },
  now: Date = new Date(),
): Promise<void> {
  const person = requirePerson(viewer);
  await inSchool(person, async (tx, schoolId) => {
    const found = await requireTaughtClass(tx, person, input.classId);
    if ((found.archivedAt !== null) === input.archived) return;
    await tx
      .update(classes)
      .set({ archivedAt: input.archived ? now : null })
      .where(eq(classes.id, found.id));
    const action = input.archived ? 'class.archived' : 'class.reopened';
    await audit(tx, schoolId, { actor: person, action, subjectId: found.id }, now);
  });
}
