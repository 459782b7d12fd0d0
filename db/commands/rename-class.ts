import 'server-only';
import { eq } from 'drizzle-orm';
import { cleanClassName } from '#lib/access/class-name.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { ok, type Result } from '#lib/result.ts';
import { requireTaughtClass } from '../access/class.ts';
import { requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { classes } from '../schema/classes.ts';

export async function renameClass(
  viewer: Viewer | null,
  input: { classId: string; name: string },
  now: Date = new Date(),
): Promise<Result<{ classId: string }, 'name-empty' | 'name-long'>> {
  const person = requirePerson(viewer);
  return inSchool(person, async (tx, schoolId) => {
    const found = await requireTaughtClass(tx, person, input.classId);
    const name = cleanClassName(input.name);
    if (!name.ok) return name;
    await tx.update(classes).set({ name: name.value }).where(eq(classes.id, found.id));
    await audit(
      tx,
      schoolId,
      {
        actor: person,
        action: 'class.renamed',
        subjectId: found.id,
        details: { from: found.name, to: name.value },
      },
      now,
    );
    return ok({ classId: found.id });
  });
}
