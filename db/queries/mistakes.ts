import 'server-only';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool, isId, type Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { lessonOfPlace } from '../joins.ts';
import { courses, items, lessonItems, lessons, options } from '../schema/content.ts';
import { attemptItems } from '../schema/learning.ts';
import { type After, latestAnswers, notAllRight } from './latest-answers.ts';
import { type MissedView, missedOf } from './result.ts';

type Named = { slug: string; title: string };

export type MistakeView = {
  /** Where it was answered: in an attempt, or in review. */
  attemptId: string | null;
  reviewId: string | null;
  course: Named;
  lesson: Named;
  answeredAt: Date;
  missed: MissedView;
};

export type MistakesView = {
  /** The latest first. */
  mistakes: MistakeView[];
  /** Where the older ones begin; null where there are none. */
  next: string | null;
};

/** More on one page nobody works through. */
const shown = 30;

/**
 * The questions whose latest answer by this learner, in a quiz or in review, was not all right. One answered right
 * since is none any more, and one that an open quiz asks just now is left out, since its answer is not given yet; so
 * is all that an open exam asks, since nothing is told of it yet. `from` is the `next` of the page before.
 */
export async function listMistakes(viewer: Viewer | null, from: string | null = null): Promise<MistakesView> {
  const person = requirePerson(viewer);
  const after = afterOf(from);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const rows = await latestWrong(tx, person.userId, after);
      const here = rows.slice(0, shown);
      const reasons = here.length === 0 ? [] : await reasonsOf(tx, here);
      const mistakes: MistakeView[] = [];
      for (const row of here) {
        const edition = await loadEdition(tx, schoolId, row.editionId);
        const own = reasons.filter((each) => each.itemId === row.itemId && each.editionId === row.editionId);
        mistakes.push({
          attemptId: row.attemptId,
          reviewId: row.reviewId,
          course: { slug: row.courseSlug, title: row.courseTitle },
          lesson: { slug: row.lessonSlug, title: row.lessonTitle },
          answeredAt: row.answeredAt,
          missed: missedOf(edition, row, { key: row.key, evidence: row.evidence }, own),
        });
      }
      const last = rows.length > shown ? here.at(-1) : undefined;
      return { mistakes, next: last === undefined ? null : `${last.lastAt.getTime()}_${last.cardId}` };
    },
    { readOnly: true },
  );
}

/** A place in the list as it stood in an address; what is none begins at the top. */
function afterOf(from: string | null): After | null {
  const found = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(from ?? '');
  const cardId = found?.[2] ?? '';
  return found === null || !isId(cardId) ? null : { lastAt: new Date(Number(found[1])), cardId };
}

async function latestWrong(tx: Tx, userId: string, after: After | null) {
  const page = latestAnswers(tx, userId, { after, only: notAllRight })
    .limit(shown + 1)
    .as('page');
  return tx
    .select({
      cardId: page.cardId,
      lastAt: page.lastAt,
      attemptId: page.attemptId,
      reviewId: page.reviewId,
      itemId: page.itemId,
      position: sql<number>`coalesce(${attemptItems.position}, 0)`,
      prompt: items.prompt,
      key: items.key,
      evidence: lessonItems.evidence,
      answer: page.answer,
      mark: page.mark,
      certainty: page.certainty,
      answeredAt: page.answeredAt,
      editionId: page.editionId,
      courseSlug: courses.slug,
      courseTitle: courses.title,
      lessonSlug: lessons.slug,
      lessonTitle: lessons.title,
    })
    .from(page)
    .leftJoin(
      attemptItems,
      and(eq(attemptItems.attemptId, page.attemptId), eq(attemptItems.itemId, page.itemId)),
    )
    .innerJoin(items, eq(items.id, page.itemId))
    .innerJoin(
      lessonItems,
      and(eq(lessonItems.editionId, page.editionId), eq(lessonItems.itemId, page.itemId)),
    )
    .innerJoin(courses, eq(courses.id, page.courseId))
    .innerJoin(lessons, lessonOfPlace)
    .orderBy(desc(page.lastAt), desc(page.cardId));
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
