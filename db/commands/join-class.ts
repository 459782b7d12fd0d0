import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import { foldJoinCode } from '#lib/access/join-code.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { courseOfClass } from '../joins.ts';
import { giveBack, limits, mayTry } from '../rate-limit.ts';
import { classes, enrollments } from '../schema/classes.ts';
import { courses } from '../schema/content.ts';

/** Puts the viewer into the class of a code; whoever is in it already is told where it is. */
export async function joinClass(
  viewer: Viewer | null,
  input: { code: string },
  now: Date = new Date(),
): Promise<
  Result<
    { classId: string; course: { slug: string; title: string } },
    'unknown-code' | 'archived' | 'rate-limited'
  >
> {
  const person = requirePerson(viewer);
  const limit = limits.joinCode(person.userId);
  if (!(await mayTry([limit], now))) return refuse('rate-limited');
  const code = foldJoinCode(input.code);
  return inSchool(person, async (tx, schoolId) => {
    const [found] = await tx
      .select({
        id: classes.id,
        archivedAt: classes.archivedAt,
        slug: courses.slug,
        title: courses.title,
      })
      .from(classes)
      .innerJoin(courses, courseOfClass)
      .where(eq(classes.joinCode, code));
    if (found === undefined) return refuse('unknown-code');
    // Only wrong codes count: trying them out is what is limited.
    await giveBack(tx, limit);
    const joined = ok({ classId: found.id, course: { slug: found.slug, title: found.title } });
    const own = and(eq(enrollments.classId, found.id), eq(enrollments.userId, person.userId));
    const [before] = await tx.select({ removedAt: enrollments.removedAt }).from(enrollments).where(own);
    if (before !== undefined && before.removedAt === null) return joined;
    if (found.archivedAt !== null) return refuse('archived');
    const changed = await tx
      .insert(enrollments)
      .values({ schoolId, classId: found.id, userId: person.userId, joinedAt: now })
      .onConflictDoUpdate({
        target: [enrollments.schoolId, enrollments.classId, enrollments.userId],
        set: { joinedAt: now, removedAt: null },
        // Of two at once, one joins.
        setWhere: isNotNull(enrollments.removedAt),
      })
      .returning({ id: enrollments.classId });
    if (changed.length > 0)
      await audit(tx, schoolId, { actor: person, action: 'class.joined', subjectId: found.id }, now);
    return joined;
  });
}
