import 'server-only';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { type Level, levelOf } from '#lib/mastery/level.ts';
import type { ClassRow } from '../access/class.ts';
import type { Tx } from '../client.ts';
import { answeredOf } from '../lesson-progress.ts';
import { enrollments } from '../schema/classes.ts';
import { lessons } from '../schema/content.ts';
import { attempts, lessonProgress } from '../schema/learning.ts';
import { users } from '../schema/people.ts';

type Named = { slug: string; title: string };

export type GridCellView = {
  lessonId: string;
  level: Level | null;
  bestShare: number | null;
  lastShare: number | null;
  attempts: number;
  answers: number;
  /** Answers in the attempt that is open; null when none is. */
  openAnswered: number | null;
};

export type ClassGridView = {
  id: string;
  name: string;
  joinCode: string;
  archived: boolean;
  course: Named;
  lessons: (Named & { id: string; position: number })[];
  /** One cell for each lesson, in the lessons' order. */
  learners: { userId: string; name: string; lastActiveAt: Date | null; cells: GridCellView[] }[];
  /** How many learners stand where; in the lessons' order. */
  summary: ({ lessonId: string; none: number } & Record<Level, number>)[];
};

/**
 * Four statements whatever the class's size: its lessons, its learners with the rollup, their open attempts, and
 * when they last sat an exam, which belongs to no cell.
 */
export async function gridOf(tx: Tx, found: ClassRow): Promise<ClassGridView> {
  const [taught, rows, open, exams] = await Promise.all([
    lessonsOf(tx, found),
    tx
      .select({
        userId: users.id,
        name: users.name,
        lessonId: lessonProgress.lessonId,
        attempts: lessonProgress.attempts,
        answers: lessonProgress.answers,
        bestShare: lessonProgress.bestShare,
        lastShare: lessonProgress.lastShare,
        mastered: lessonProgress.mastered,
        lastActiveAt: lessonProgress.lastActiveAt,
      })
      .from(enrollments)
      .innerJoin(users, and(eq(users.schoolId, enrollments.schoolId), eq(users.id, enrollments.userId)))
      .leftJoin(
        lessonProgress,
        and(
          eq(lessonProgress.schoolId, enrollments.schoolId),
          eq(lessonProgress.userId, enrollments.userId),
          eq(lessonProgress.courseId, found.course.id),
        ),
      )
      .where(and(eq(enrollments.classId, found.id), isNull(enrollments.removedAt)))
      .orderBy(asc(sql`lower(${users.name})`), asc(users.id)),
    tx
      .select({ userId: attempts.userId, lessonId: attempts.lessonId, answered: answeredOf })
      .from(attempts)
      .innerJoin(
        enrollments,
        and(eq(enrollments.schoolId, attempts.schoolId), eq(enrollments.userId, attempts.userId)),
      )
      .where(
        and(
          eq(enrollments.classId, found.id),
          isNull(enrollments.removedAt),
          eq(attempts.courseId, found.course.id),
          isNotNull(attempts.lessonId),
          isNull(attempts.finishedAt),
        ),
      ),
    tx
      .select({
        userId: attempts.userId,
        // Of a moment and null, `greatest` takes the moment.
        lastAt: sql<Date>`max(greatest(${attempts.startedAt}, ${attempts.finishedAt}))`.mapWith(
          attempts.startedAt,
        ),
      })
      .from(attempts)
      .innerJoin(
        enrollments,
        and(eq(enrollments.schoolId, attempts.schoolId), eq(enrollments.userId, attempts.userId)),
      )
      .where(
        and(
          eq(enrollments.classId, found.id),
          isNull(enrollments.removedAt),
          eq(attempts.courseId, found.course.id),
          isNull(attempts.lessonId),
        ),
      )
      .groupBy(attempts.userId),
  ]);
  const examAt = new Map(exams.map((row) => [row.userId, row.lastAt]));
  const openAnswered = new Map(open.map((row) => [`${row.userId}/${row.lessonId}`, row.answered]));
  const learners = new Map<string, { name: string; rows: typeof rows }>();
  for (const row of rows) {
    const learner = learners.get(row.userId) ?? { name: row.name, rows: [] };
    learner.rows.push(row);
    learners.set(row.userId, learner);
  }
  const shown = [...learners].map(([userId, learner]) => ({
    userId,
    name: learner.name,
    lastActiveAt: latest([...learner.rows.map((row) => row.lastActiveAt), examAt.get(userId) ?? null]),
    cells: taught.map((lesson): GridCellView => {
      const row = learner.rows.find((candidate) => candidate.lessonId === lesson.id);
      return {
        lessonId: lesson.id,
        level: levelOf({ lastShare: row?.lastShare ?? null, mastered: row?.mastered ?? false }),
        bestShare: row?.bestShare ?? null,
        lastShare: row?.lastShare ?? null,
        attempts: row?.attempts ?? 0,
        answers: row?.answers ?? 0,
        openAnswered: openAnswered.get(`${userId}/${lesson.id}`) ?? null,
      };
    }),
  }));
  return {
    id: found.id,
    name: found.name,
    joinCode: found.joinCode,
    archived: found.archivedAt !== null,
    course: { slug: found.course.slug, title: found.course.title },
    lessons: taught,
    learners: shown,
    summary: taught.map((lesson, at) => {
      const levels = shown.map((learner) => learner.cells[at]?.level ?? null);
      const count = (level: Level | null) => levels.filter((candidate) => candidate === level).length;
      return {
        lessonId: lesson.id,
        mastered: count('mastered'),
        proficient: count('proficient'),
        familiar: count('familiar'),
        attempted: count('attempted'),
        none: count(null),
      };
    }),
  };
}

/** The lessons of the class's course as it stands now. */
export async function lessonsOf(tx: Tx, found: ClassRow): Promise<ClassGridView['lessons']> {
  if (found.course.editionId === null) return [];
  return tx
    .select({ id: lessons.id, slug: lessons.slug, title: lessons.title, position: lessons.position })
    .from(lessons)
    .where(eq(lessons.editionId, found.course.editionId))
    .orderBy(asc(lessons.position));
}

function latest(moments: readonly (Date | null)[]): Date | null {
  const known = moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()]));
  return known.length === 0 ? null : new Date(Math.max(...known));
}
