import 'server-only';
import { and, desc, eq, inArray, lt, not, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { requirePerson } from '../access/person.ts';
import { isAskedNow } from '../asked-now.ts';
import { inSchool, type Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { courses, items, lessonItems, lessons, options } from '../schema/content.ts';
import { attemptItems, attempts, responses } from '../schema/learning.ts';
import { type MissedView, missedOf } from './result.ts';

type Named = { slug: string; title: string };

export type MistakeView = {
  attemptId: string;
  course: Named;
  lesson: Named;
  answeredAt: Date;
  missed: MissedView;
};

export type MistakesView = {
  /** The latest first. */
  mistakes: MistakeView[];
  /** There are older ones than are shown. */
  more: boolean;
};

/** More on one page nobody works through. */
const shown = 30;

/**
 * The questions whose latest answer by this learner was not all right. One answered right since is none any more,
 * and one that an open quiz asks just now is left out, since its answer is not given yet; so is all that an open
 * exam asks, since nothing is told of it yet.
 */
export async function listMistakes(viewer: Viewer | null): Promise<MistakesView> {
  const person = requirePerson(viewer);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const rows = await latestWrong(tx, person.userId);
      const here = rows.slice(0, shown);
      const reasons = here.length === 0 ? [] : await reasonsOf(tx, here);
      const mistakes: MistakeView[] = [];
      for (const row of here) {
        const edition = await loadEdition(tx, schoolId, row.editionId);
        const own = reasons.filter((each) => each.itemId === row.itemId && each.editionId === row.editionId);
        mistakes.push({
          attemptId: row.attemptId,
          course: { slug: row.courseSlug, title: row.courseTitle },
          lesson: { slug: row.lessonSlug, title: row.lessonTitle },
          answeredAt: row.answeredAt,
          missed: missedOf(edition, row, { key: row.key, evidence: row.evidence }, own),
        });
      }
      return { mistakes, more: rows.length > shown };
    },
    { readOnly: true },
  );
}

function latestWrong(tx: Tx, userId: string) {
  const latest = tx
    .selectDistinctOn([responses.itemId], {
      schoolId: responses.schoolId,
      attemptId: responses.attemptId,
      itemId: responses.itemId,
      answer: responses.answer,
      mark: responses.mark,
      certainty: responses.certainty,
      answeredAt: responses.answeredAt,
      editionId: attempts.editionId,
      courseId: attempts.courseId,
    })
    .from(attempts)
    .innerJoin(
      responses,
      and(eq(responses.schoolId, attempts.schoolId), eq(responses.attemptId, attempts.id)),
    )
    .where(eq(attempts.userId, userId))
    .orderBy(responses.itemId, desc(responses.answeredAt))
    .as('latest');
  return tx
    .select({
      attemptId: latest.attemptId,
      itemId: latest.itemId,
      position: attemptItems.position,
      prompt: items.prompt,
      key: items.key,
      evidence: lessonItems.evidence,
      answer: latest.answer,
      mark: latest.mark,
      certainty: latest.certainty,
      answeredAt: latest.answeredAt,
      editionId: latest.editionId,
      courseSlug: courses.slug,
      courseTitle: courses.title,
      lessonSlug: lessons.slug,
      lessonTitle: lessons.title,
    })
    .from(latest)
    .innerJoin(
      attemptItems,
      and(
        eq(attemptItems.schoolId, latest.schoolId),
        eq(attemptItems.attemptId, latest.attemptId),
        eq(attemptItems.itemId, latest.itemId),
      ),
    )
    .innerJoin(items, and(eq(items.schoolId, latest.schoolId), eq(items.id, latest.itemId)))
    .innerJoin(
      lessonItems,
      and(
        eq(lessonItems.schoolId, latest.schoolId),
        eq(lessonItems.editionId, latest.editionId),
        eq(lessonItems.itemId, latest.itemId),
      ),
    )
    .innerJoin(courses, and(eq(courses.schoolId, latest.schoolId), eq(courses.id, latest.courseId)))
    .innerJoin(
      lessons,
      and(
        eq(lessons.schoolId, latest.schoolId),
        eq(lessons.editionId, latest.editionId),
        eq(lessons.id, lessonItems.lessonId),
      ),
    )
    .where(and(lt(latest.mark, 1), not(isAskedNow(userId, latest.itemId))))
    .orderBy(desc(latest.answeredAt), latest.itemId)
    .limit(shown + 1);
}

/** Why each option of these questions is right or wrong, in the edition in which each was answered. */
function reasonsOf(tx: Tx, asked: readonly { editionId: string; itemId: string }[]) {
  return tx
    .select({
      editionId: lessonItems.editionId,
      itemId: options.itemId,
      id: options.id,
      correct: options.correct,
      rationale: sql<string>`coalesce(${lessonItems.optionRationales} ->> ${options.id}, ${options.rationale})`,
    })
    .from(options)
    .innerJoin(
      lessonItems,
      and(eq(lessonItems.schoolId, options.schoolId), eq(lessonItems.itemId, options.itemId)),
    )
    .where(
      and(
        inArray(options.itemId, [...new Set(asked.map(({ itemId }) => itemId))]),
        inArray(lessonItems.editionId, [...new Set(asked.map(({ editionId }) => editionId))]),
      ),
    )
    .orderBy(options.position);
}
