import 'server-only';
import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import type { RecordHead } from '#lib/exchange/record.ts';
import { NotFound } from '#lib/result.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool, type Tx } from '../client.ts';
import { courseColumns, courseOf, lessonOf } from '../named-place.ts';
import { classes, classInstructors, enrollments } from '../schema/classes.ts';
import { courses, editions, items } from '../schema/content.ts';
import { lessonProgress, lessonVisits } from '../schema/learning.ts';
import { certificates, disputes, learnerSettings, notes } from '../schema/own.ts';
import { auditLog, sessions, users } from '../schema/people.ts';

export type OwnRecordView = RecordHead;

/** All that is kept of the viewer, but for the lists of what they answered: those are read page by page. */
export async function readOwnRecord(viewer: Viewer | null): Promise<OwnRecordView> {
  const { userId, ...person } = requirePerson(viewer);
  return inSchool(
    person,
    async (tx) => ({
      account: await accountOf(tx, userId),
      settings: await settingsOf(tx, userId),
      sessions: await sessionsOf(tx, userId),
      classes: await classesOf(tx, userId),
      progress: await progressOf(tx, userId),
      visits: await visitsOf(tx, userId),
      notes: await notesOf(tx, userId),
      disputes: await disputesOf(tx, userId),
      certificates: await certificatesOf(tx, userId),
      log: await logOf(tx, userId),
    }),
    { readOnly: true, deadline: 10_000 },
  );
}

async function accountOf(tx: Tx, userId: string): Promise<RecordHead['account']> {
  const [row] = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      createdAt: users.createdAt,
      suspendedAt: users.suspendedAt,
    })
    .from(users)
    .where(eq(users.id, userId));
  if (row === undefined) throw new NotFound('no such person');
  return row;
}

async function settingsOf(tx: Tx, userId: string): Promise<RecordHead['settings']> {
  const [row] = await tx
    .select({
      dailyCap: learnerSettings.dailyCap,
      weeklyGoal: learnerSettings.weeklyGoal,
      updatedAt: learnerSettings.updatedAt,
    })
    .from(learnerSettings)
    .where(eq(learnerSettings.userId, userId));
  return row ?? null;
}

function sessionsOf(tx: Tx, userId: string): Promise<RecordHead['sessions']> {
  return tx
    .select({
      signedInAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      endedAt: sessions.revokedAt,
      browser: sessions.userAgent,
    })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(asc(sessions.createdAt), asc(sessions.id));
}

async function classesOf(tx: Tx, userId: string): Promise<RecordHead['classes']> {
  const learnt = await tx
    .select({
      class: classes.name,
      course: courseColumns,
      since: enrollments.joinedAt,
      until: enrollments.removedAt,
    })
    .from(enrollments)
    .innerJoin(classes, and(eq(classes.schoolId, enrollments.schoolId), eq(classes.id, enrollments.classId)))
    .innerJoin(courses, courseOf(classes))
    .where(eq(enrollments.userId, userId))
    .orderBy(asc(enrollments.joinedAt), asc(classes.id));
  const taught = await tx
    .select({ class: classes.name, course: courseColumns, since: classInstructors.addedAt })
    .from(classInstructors)
    .innerJoin(
      classes,
      and(eq(classes.schoolId, classInstructors.schoolId), eq(classes.id, classInstructors.classId)),
    )
    .innerJoin(courses, courseOf(classes))
    .where(eq(classInstructors.userId, userId))
    .orderBy(asc(classInstructors.addedAt), asc(classes.id));
  return [
    ...learnt.map(({ class: name, course, since, until }) => ({
      class: name,
      course,
      as: 'learner' as const,
      since,
      until,
    })),
    ...taught.map(({ class: name, course, since }) => ({
      class: name,
      course,
      as: 'instructor' as const,
      since,
      until: null,
    })),
  ];
}

function progressOf(tx: Tx, userId: string): Promise<RecordHead['progress']> {
  return tx
    .select({
      course: courseColumns,
      lesson: lessonOf(lessonProgress),
      attempts: lessonProgress.attempts,
      answers: lessonProgress.answers,
      bestShare: lessonProgress.bestShare,
      lastShare: lessonProgress.lastShare,
      lastFinishedAt: lessonProgress.lastFinishedAt,
      mastered: lessonProgress.mastered,
      lastActiveAt: lessonProgress.lastActiveAt,
    })
    .from(lessonProgress)
    .innerJoin(courses, courseOf(lessonProgress))
    .where(eq(lessonProgress.userId, userId))
    .orderBy(asc(courses.slug), asc(lessonProgress.lessonId));
}

function visitsOf(tx: Tx, userId: string): Promise<RecordHead['visits']> {
  return tx
    .select({
      course: courseColumns,
      lesson: lessonOf(lessonVisits),
      firstAt: lessonVisits.firstAt,
      lastAt: lessonVisits.lastAt,
    })
    .from(lessonVisits)
    .innerJoin(courses, courseOf(lessonVisits))
    .where(eq(lessonVisits.userId, userId))
    .orderBy(asc(courses.slug), asc(lessonVisits.lessonId));
}

function notesOf(tx: Tx, userId: string): Promise<RecordHead['notes']> {
  return tx
    .select({
      id: notes.id,
      course: courseColumns,
      lesson: lessonOf(notes),
      start: notes.start,
      end: notes.end,
      quote: notes.quote,
      before: notes.before,
      after: notes.after,
      words: notes.words,
      createdAt: notes.createdAt,
      updatedAt: notes.updatedAt,
    })
    .from(notes)
    .innerJoin(courses, courseOf(notes))
    .where(eq(notes.userId, userId))
    .orderBy(asc(notes.createdAt), asc(notes.id));
}

function disputesOf(tx: Tx, userId: string): Promise<RecordHead['disputes']> {
  return tx
    .select({
      id: disputes.id,
      course: courseColumns,
      stem: sql<string>`${items.prompt} ->> 'stem'`,
      attempt: disputes.attemptId,
      quote: disputes.quote,
      words: disputes.words,
      createdAt: disputes.createdAt,
    })
    .from(disputes)
    .innerJoin(editions, and(eq(editions.schoolId, disputes.schoolId), eq(editions.id, disputes.editionId)))
    .innerJoin(courses, courseOf(editions))
    .innerJoin(items, and(eq(items.schoolId, disputes.schoolId), eq(items.id, disputes.itemId)))
    .where(eq(disputes.userId, userId))
    .orderBy(asc(disputes.createdAt), asc(disputes.id));
}

function certificatesOf(tx: Tx, userId: string): Promise<RecordHead['certificates']> {
  return tx
    .select({
      id: certificates.id,
      code: certificates.code,
      name: certificates.name,
      course: certificates.courseTitle,
      attempt: certificates.attemptId,
      share: certificates.share,
      issuedAt: certificates.issuedAt,
    })
    .from(certificates)
    .where(eq(certificates.userId, userId))
    .orderBy(asc(certificates.issuedAt), asc(certificates.id));
}

/** What this person did, and what was done about them: not who else did it. */
async function logOf(tx: Tx, userId: string): Promise<RecordHead['log']> {
  const rows = await tx
    .select({
      at: auditLog.at,
      action: auditLog.action,
      actorId: auditLog.actorId,
      details: auditLog.details,
    })
    .from(auditLog)
    .where(
      or(
        eq(auditLog.actorId, userId),
        eq(auditLog.subjectId, userId),
        sql`${auditLog.details} ->> 'userId' = ${userId}`,
      ),
    )
    .orderBy(asc(auditLog.at), asc(auditLog.id));
  return rows.map(({ at, action, actorId, details }) => ({
    at,
    action,
    as: actorId === userId ? ('actor' as const) : ('subject' as const),
    // Whom a person did something to is another's affair.
    details: Object.fromEntries(
      Object.entries(details).filter(([name, value]) => name !== 'userId' || value === userId),
    ),
  }));
}
