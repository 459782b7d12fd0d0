import 'server-only';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { foldJoinCode } from '#lib/access/join-code.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { requireTaughtClass } from '../access/class.ts';
import { noPerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { courseOfClass } from '../joins.ts';
import { classes, classInstructors } from '../schema/classes.ts';
import { courses } from '../schema/content.ts';
import { users } from '../schema/people.ts';
import { type ClassGridView, type GridCellView, gridOf } from './class-grid.ts';
import { type AttemptView, attemptOf, type LearnerView, learnerOf } from './class-learner.ts';

export type { AttemptView, ClassGridView, GridCellView, LearnerView };

type Named = { slug: string; title: string };

export type ClassCardView = {
  id: string;
  name: string;
  course: Named;
  learners: number;
  joinCode: string;
  createdAt: Date;
  archived: boolean;
};

export type ClassInviteView = {
  id: string;
  name: string;
  course: Named;
  instructors: string[];
  joined: boolean;
};

/** The classes that an instructor teaches; to an admin, all of them. */
export async function listClasses(viewer: Viewer | null): Promise<ClassCardView[]> {
  if (viewer === null || viewer.role === 'learner') throw new NotFound('not for this person');
  const taught = sql`exists (
    select 1 from class_instructors i
    where i.school_id = classes.school_id and i.class_id = classes.id and i.user_id = ${viewer.userId})`;
  const rows = await inSchool(
    viewer,
    (tx) =>
      tx
        .select({
          id: classes.id,
          name: classes.name,
          slug: courses.slug,
          title: courses.title,
          learners: sql<number>`(select count(*)::int from enrollments e
            where e.school_id = classes.school_id and e.class_id = classes.id and e.removed_at is null)`,
          joinCode: classes.joinCode,
          createdAt: classes.createdAt,
          archivedAt: classes.archivedAt,
        })
        .from(classes)
        .innerJoin(courses, courseOfClass)
        .where(viewer.role === 'admin' ? undefined : taught)
        .orderBy(sql`${classes.archivedAt} is not null`, desc(classes.createdAt), asc(classes.name)),
    { readOnly: true },
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    course: { slug: row.slug, title: row.title },
    learners: row.learners,
    joinCode: row.joinCode,
    createdAt: row.createdAt,
    archived: row.archivedAt !== null,
  }));
}

/** What a code leads to; an archived class takes nobody in, and is not found. */
export async function findClassByCode(viewer: Viewer | null, code: string): Promise<ClassInviteView | null> {
  const folded = foldJoinCode(code);
  return inSchool(
    viewer,
    async (tx) => {
      const [row] = await tx
        .select({
          id: classes.id,
          name: classes.name,
          slug: courses.slug,
          title: courses.title,
          joined: sql<boolean>`exists (
            select 1 from enrollments e
            where e.school_id = classes.school_id and e.class_id = classes.id
            and e.user_id = ${viewer?.userId ?? noPerson} and e.removed_at is null)`,
        })
        .from(classes)
        .innerJoin(courses, courseOfClass)
        .where(and(eq(classes.joinCode, folded), isNull(classes.archivedAt)));
      if (row === undefined) return null;
      const instructors = await tx
        .select({ name: users.name })
        .from(classInstructors)
        .innerJoin(
          users,
          and(eq(users.schoolId, classInstructors.schoolId), eq(users.id, classInstructors.userId)),
        )
        .where(eq(classInstructors.classId, row.id))
        .orderBy(asc(classInstructors.addedAt), asc(users.name));
      return {
        id: row.id,
        name: row.name,
        course: { slug: row.slug, title: row.title },
        instructors: instructors.map((person) => person.name),
        joined: row.joined,
      };
    },
    { readOnly: true },
  );
}

/** Learners by lessons, for whoever teaches the class. */
export async function readClassGrid(viewer: Viewer | null, classId: string): Promise<ClassGridView> {
  return inSchool(viewer, async (tx) => gridOf(tx, await requireTaughtClass(tx, viewer, classId)), {
    readOnly: true,
  });
}

/** One of the learners of a class that the viewer teaches. */
export async function readLearnerInClass(
  viewer: Viewer | null,
  classId: string,
  userId: string,
): Promise<LearnerView> {
  return inSchool(
    viewer,
    async (tx) => learnerOf(tx, await requireTaughtClass(tx, viewer, classId), userId),
    { readOnly: true },
  );
}

/** One attempt of a learner of a class that the viewer teaches, with the keys. */
export async function readAttemptForInstructor(
  viewer: Viewer | null,
  classId: string,
  attemptId: string,
): Promise<AttemptView> {
  return inSchool(
    viewer,
    async (tx, schoolId) => attemptOf(tx, schoolId, await requireTaughtClass(tx, viewer, classId), attemptId),
    { readOnly: true },
  );
}
