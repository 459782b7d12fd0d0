import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { canAnswer } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { shareOf } from '#lib/grading/score.ts';
import { isPassed } from '#lib/mastery/pass-mark.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { courseOfAttempt } from '../joins.ts';
import { newCertificateCode } from '../new-certificate-code.ts';
import { newId } from '../new-id.ts';
import { courses } from '../schema/content.ts';
import { attempts } from '../schema/learning.ts';
import { certificates } from '../schema/own.ts';

/**
 * Gives the certificate of a passed exam to whoever passed it, in the name that they have now. Asking again
 * finds the one that was given.
 */
export async function issueCertificate(
  viewer: Viewer | null,
  attemptId: string,
  now: Date = new Date(),
): Promise<Result<{ code: string }, 'not-passed'>> {
  const person = requirePerson(viewer);
  const id = requireId(attemptId);
  return inSchool(person, async (tx, schoolId) => {
    const [exam] = await tx
      .select({
        userId: attempts.userId,
        courseId: attempts.courseId,
        courseTitle: courses.title,
        score: attempts.score,
        maxScore: attempts.maxScore,
      })
      .from(attempts)
      .innerJoin(courses, courseOfAttempt)
      .where(and(eq(attempts.id, id), isNull(attempts.lessonId)));
    if (exam === undefined || !canAnswer(person, exam)) throw new NotFound('no such exam');
    const { userId, courseId, courseTitle, score, maxScore } = exam;
    if (score === null || maxScore === null) return refuse('not-passed');
    const share = shareOf({ score, maxScore });
    if (!isPassed(share)) return refuse('not-passed');
    await tx
      .insert(certificates)
      .values({
        schoolId,
        id: newId(now),
        userId,
        courseId,
        attemptId: id,
        code: newCertificateCode(),
        name: person.name,
        courseTitle,
        share,
        issuedAt: now,
      })
      .onConflictDoNothing({ target: [certificates.schoolId, certificates.attemptId] });
    const [given] = await tx
      .select({ code: certificates.code })
      .from(certificates)
      .where(eq(certificates.attemptId, id));
    if (given === undefined) throw new Error('a certificate was neither given nor found');
    return ok({ code: given.code });
  });
}
