import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { type Calibration, calibrate } from '#lib/analytics/calibration.ts';
import { type Level, levels } from '#lib/mastery/level.ts';
import { readableCourses } from '../access/course.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool, type Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { progressIn } from '../lesson-progress.ts';
import { cards } from '../schema/learning.ts';
import { answeredIn, bySentence, countSentences, type SentenceCounts } from './own-standing.ts';

export type { SentenceCounts };

export type CourseStandingView = {
  slug: string;
  title: string;
  /** How many lessons stand where; `none` without a finished quiz. */
  lessons: Record<Level | 'none', number>;
  sentences: SentenceCounts;
};

export type OwnProgressView = {
  /** Those in which anything was answered. */
  courses: CourseStandingView[];
  calibration: Calibration;
};

/** What a learner knows, course by course, and how well they judge it. */
export async function readOwnProgress(viewer: Viewer | null): Promise<OwnProgressView> {
  const person = requirePerson(viewer);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const begun = await tx
        .selectDistinct({ courseId: cards.courseId })
        .from(cards)
        .where(eq(cards.userId, person.userId));
      const courses: CourseStandingView[] = [];
      for (const course of await readableCourses(tx, person)) {
        if (!begun.some(({ courseId }) => courseId === course.id)) continue;
        const edition = await loadEdition(tx, schoolId, course.editionId);
        const progress = await progressIn(tx, person.userId, course.id);
        const standings = bySentence(await answeredIn(tx, person.userId, course, edition));
        const own = edition.lessons.map(({ id }) => progress.get(id)?.level ?? 'none');
        const count = (level: Level | 'none') => own.filter((found) => found === level).length;
        const [attempted, familiar, proficient, mastered] = levels.map(count);
        courses.push({
          slug: course.slug,
          title: course.title,
          lessons: {
            attempted: attempted ?? 0,
            familiar: familiar ?? 0,
            proficient: proficient ?? 0,
            mastered: mastered ?? 0,
            none: count('none'),
          },
          sentences: countSentences(edition, standings),
        });
      }
      return { courses, calibration: calibrate(await certaintyCounts(tx, person.userId)) };
    },
    { readOnly: true },
  );
}

/** Answers by the certainty that was said with them; of an open exam nothing is told before it is handed in. */
async function certaintyCounts(
  tx: Tx,
  userId: string,
): Promise<{ certainty: number; right: number; answers: number }[]> {
  return tx.execute<{ certainty: number; right: number; answers: number }>(sql`
    select certainty, count(*) filter (where mark >= 1)::int as right, count(*)::int as answers from (
      select r.certainty, r.mark from attempts a
      join responses r on r.school_id = a.school_id and r.attempt_id = a.id
      where a.user_id = ${userId} and r.certainty is not null
        and (a.lesson_id is not null or a.finished_at is not null)
      union all
      select v.certainty, v.mark from reviews v where v.user_id = ${userId} and v.certainty is not null
    ) said group by certainty`);
}
