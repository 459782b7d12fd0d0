import 'server-only';
import { and, eq, notExists, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { requireTaughtClass } from '../access/class.ts';
import { requirePerson } from '../access/person.ts';
import { audit } from '../audit.ts';
import { inSchool } from '../client.ts';
import { newJoinCode } from '../new-join-code.ts';
import { classes } from '../schema/classes.ts';

/** A new code; the old one leads nowhere from now on. */
export async function renewJoinCode(
  viewer: Viewer | null,
  classId: string,
  now: Date = new Date(),
): Promise<{ joinCode: string }> {
  const person = requirePerson(viewer);
  return inSchool(person, async (tx, schoolId) => {
    const found = await requireTaughtClass(tx, person, classId);
    for (let round = 0; round < 10; round += 1) {
      const joinCode = newJoinCode();
      const taken = tx.select({ one: sql`1` }).from(sql`classes k`).where(sql`k.join_code = ${joinCode}`);
      const renewed = await tx
        .update(classes)
        .set({ joinCode })
        .where(and(eq(classes.id, found.id), notExists(taken)))
        .returning({ id: classes.id });
      if (renewed.length === 0) continue;
      await audit(tx, schoolId, { actor: person, action: 'class.code-renewed', subjectId: found.id }, now);
      return { joinCode };
    }
    throw new Error('ten join codes in a row were taken');
  });
}
