import type { Viewer } from '#lib/access/viewer.ts';
import type { Tx } from './client.ts';
import { newId } from './new-id.ts';
import { auditLog } from './schema/people.ts';

export type AuditAction =
  | 'person.registered'
  | 'person.role-changed'
  | 'person.suspended'
  | 'person.restored'
  | 'person.password-changed'
  | 'person.signed-out-everywhere'
  /** Written by `erase_person` itself, and names nobody. */
  | 'person.erased'
  | 'class.created'
  | 'class.renamed'
  | 'class.archived'
  | 'class.reopened'
  | 'class.code-renewed'
  | 'class.joined'
  | 'class.learner-removed'
  | 'course.published';

/** One line of the log, in the transaction of what it tells: neither is there without the other. */
export async function audit(
  tx: Tx,
  schoolId: string,
  entry: {
    actor: Viewer | null;
    action: AuditAction;
    subjectId: string;
    details?: Record<string, string | number | boolean | null>;
  },
  now: Date,
): Promise<void> {
  await tx.insert(auditLog).values({
    schoolId,
    id: newId(now),
    at: now,
    actorId: entry.actor?.userId ?? null,
    action: entry.action,
    subjectId: entry.subjectId,
    details: entry.details ?? {},
  });
}
