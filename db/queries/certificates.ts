import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { foldCertificateCode } from '#lib/access/certificate-code.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { attempts } from '../schema/learning.ts';
import { certificates } from '../schema/own.ts';

/** What anybody with its address sees of a certificate: nothing of the person but the name. */
export type CertificateView = {
  code: string;
  name: string;
  courseTitle: string;
  share: number;
  /** Questions of the exam. */
  asked: number;
  /** When the exam was handed in. */
  passedAt: Date;
};

export type OwnCertificateView = { code: string; courseTitle: string; issuedAt: Date };

/** A certificate by its code, as it was given; null where there is none. */
export async function findCertificate(viewer: Viewer | null, typed: string): Promise<CertificateView | null> {
  const code = foldCertificateCode(typed);
  if (code === null) return null;
  return inSchool(
    viewer,
    async (tx) => {
      const [row] = await tx
        .select({
          code: certificates.code,
          name: certificates.name,
          courseTitle: certificates.courseTitle,
          share: certificates.share,
          asked: attempts.maxScore,
          finishedAt: attempts.finishedAt,
          issuedAt: certificates.issuedAt,
        })
        .from(certificates)
        .innerJoin(
          attempts,
          and(eq(attempts.schoolId, certificates.schoolId), eq(attempts.id, certificates.attemptId)),
        )
        .where(eq(certificates.code, code));
      if (row === undefined) return null;
      return {
        code: row.code,
        name: row.name,
        courseTitle: row.courseTitle,
        share: row.share,
        asked: row.asked ?? 0,
        passedAt: row.finishedAt ?? row.issuedAt,
      };
    },
    { readOnly: true },
  );
}

/** One's own, the latest first. */
export async function listCertificates(viewer: Viewer | null): Promise<OwnCertificateView[]> {
  const person = requirePerson(viewer);
  return inSchool(
    person,
    (tx) =>
      tx
        .select({
          code: certificates.code,
          courseTitle: certificates.courseTitle,
          issuedAt: certificates.issuedAt,
        })
        .from(certificates)
        .where(eq(certificates.userId, person.userId))
        .orderBy(desc(certificates.issuedAt), desc(certificates.code)),
    { readOnly: true },
  );
}
