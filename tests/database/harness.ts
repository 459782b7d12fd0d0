import { randomBytes, randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { closeDatabase, inSchool, useDatabase } from '#db/client.ts';
import { joinClass } from '#db/commands/join-class.ts';
import { publishCourse } from '#db/commands/publish-course.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';
import { demoAnswer } from '#db/demo-answer.ts';
import { findSchoolId } from '#db/queries/sessions.ts';
import { items } from '#db/schema/content.ts';
import { attemptItems } from '#db/schema/learning.ts';
import { sessions, users } from '#db/schema/people.ts';
import type { Role, Viewer } from '#lib/access/viewer.ts';
import type { Course } from '#lib/course/model.ts';
import { NotFound, type Result } from '#lib/result.ts';
import { buildCourse } from '../fixtures/course.ts';
import { namedDatabase } from './databases.ts';

export type TestDatabase = {
  url: string;
  /** As the owner, whom no policy binds on the embedded server: to look behind the application's back. */
  owner: postgres.Sql;
};

/** A database of this test file's own, copied from the migrated template, and the application's pool on it. */
export function ownDatabase(): TestDatabase {
  const templateUrl = inject('templateUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const url = namedDatabase(templateUrl, name);
  const admin = postgres(namedDatabase(templateUrl, 'postgres'), { max: 1, onnotice: () => {} });
  const owner = postgres(url, { max: 3, onnotice: () => {}, fetch_types: false });
  beforeAll(async () => {
    const template = new URL(templateUrl).pathname.slice(1);
    await cloneWhenFree(admin, name, template);
    await useDatabase(url);
  });
  afterAll(async () => {
    await closeDatabase();
    await owner.end();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return { url, owner };
}

/** Postgres copies a template only while nobody is connected to it; another worker may be copying. */
async function cloneWhenFree(admin: postgres.Sql, name: string, template: string): Promise<void> {
  await admin`select pg_advisory_lock(7305199)`;
  try {
    await admin.unsafe(`create database ${name} template ${template} strategy file_copy`);
  } finally {
    await admin`select pg_advisory_unlock(7305199)`;
  }
}

export const at = (minutes: number) => new Date(Date.UTC(2026, 0, 5, 9, 0) + minutes * 60_000);

/** Somebody signed in: a row of their own and a session, without the cost of a password. */
export async function person(role: Role, name = `Some ${role}`, schoolId?: string): Promise<Viewer> {
  const school = schoolId ?? (await findSchoolId());
  const viewer: Viewer = { schoolId: school, userId: randomUUID(), sessionId: randomUUID(), name, role };
  await inSchool(viewer, async (tx) => {
    const email = `${viewer.userId}@example.org`;
    await tx.insert(users).values({
      schoolId: school,
      id: viewer.userId,
      email,
      emailFolded: email,
      name,
      role,
      createdAt: at(0),
    });
    await tx.insert(sessions).values({
      schoolId: school,
      id: viewer.sessionId,
      userId: viewer.userId,
      version: 1,
      createdAt: at(0),
      expiresAt: new Date(Date.UTC(2099, 0, 1)),
    });
  });
  return viewer;
}

export const courseSlug = 'fixture';
export const lessonSlug = 'trade-and-money';

export async function publishFixture(
  course: Course = buildCourse(),
  visibility: 'public' | 'class' = 'public',
  slug = courseSlug,
) {
  return publishCourse('system', { slug, course, visibility }, at(0));
}

export async function start(viewer: Viewer, lesson = lessonSlug, seed = viewer.userId, now = at(1)) {
  return granted(await startAttempt(viewer, { course: courseSlug, lesson, seed }, now)).attemptId;
}

/** What an attempt asks, with the keys: for the tests alone. */
export async function servedItems(viewer: Viewer, attemptId: string) {
  return inSchool(viewer, (tx) =>
    tx
      .select({ itemId: items.id, position: attemptItems.position, prompt: items.prompt, key: items.key })
      .from(attemptItems)
      .innerJoin(items, and(eq(items.schoolId, attemptItems.schoolId), eq(items.id, attemptItems.itemId)))
      .where(eq(attemptItems.attemptId, attemptId))
      .orderBy(asc(attemptItems.position)),
  );
}

export type Served = Awaited<ReturnType<typeof servedItems>>[number];

export function inputFor(
  attemptId: string,
  item: Served,
  isRight: boolean,
  responseId: string = randomUUID(),
) {
  return {
    attemptId,
    position: item.position,
    responseId,
    answer: demoAnswer(item.prompt, item.key, isRight),
    certainty: null,
  };
}

/** Answers all of an attempt, the first `right` questions rightly. */
export async function sit(viewer: Viewer, attemptId: string, right: number, now = at(2)): Promise<void> {
  for (const [index, item] of (await servedItems(viewer, attemptId)).entries())
    granted(await recordResponse(viewer, inputFor(attemptId, item, index < right), now));
}

export async function enroll(viewer: Viewer, code: string): Promise<void> {
  granted(await joinClass(viewer, { code }, at(1)));
}

export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

export function refusalOf(result: Result<unknown>): string {
  return result.ok ? 'not refused' : result.refusal;
}

export async function expectAbsent(promise: Promise<unknown>): Promise<void> {
  await expect(promise).rejects.toBeInstanceOf(NotFound);
}
