import 'server-only';
import { and, asc, desc, eq, gt, inArray, not, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { presentItem } from '#lib/course/present-item.ts';
import type { AnkiNote } from '#lib/exchange/anki.ts';
import { correctText } from '#lib/grading/answer-text.ts';
import { requirePerson } from '../access/person.ts';
import { isAskedNow } from '../asked-now.ts';
import { inSchool, type Tx } from '../client.ts';
import { lessonOfPlace, responseToServed } from '../joins.ts';
import { courseColumns, courseOf } from '../named-place.ts';
import { courses, items, lessonItems, lessons, options } from '../schema/content.ts';
import { attemptItems, attempts, responses } from '../schema/learning.ts';
import type { PageOf } from './own-answers.ts';

const inAPage = 200;

/**
 * Each question that the viewer has answered, with its key and what proves it, as the text said when they last
 * answered. One that waits for an answer just now is left out, and so is every one of an exam not handed in.
 */
export async function listAnsweredQuestions(
  viewer: Viewer | null,
  after: string | null = null,
): Promise<PageOf<AnkiNote>> {
  const { userId, ...person } = requirePerson(viewer);
  return inSchool(
    person,
    async (tx) => {
      const rows = await answeredAfter(tx, userId, after ?? '');
      const reasons = rows.length === 0 ? [] : await reasonsOf(tx, rows);
      const entries = rows.map((row) => ({
        item: presentItem(row.prompt, row),
        right: correctText(row.prompt, row.key),
        evidence: row.evidence.map(({ quote }) => quote),
        rationales: reasons
          .filter(({ itemId, editionId }) => itemId === row.itemId && editionId === row.editionId)
          .map(({ rationale }) => rationale),
        course: row.course,
        lesson: row.lesson,
      }));
      return { entries, next: rows.length < inAPage ? null : (rows.at(-1)?.itemId ?? null) };
    },
    { readOnly: true },
  );
}

function answeredAfter(tx: Tx, userId: string, after: string) {
  return tx
    .selectDistinctOn([responses.itemId], {
      itemId: responses.itemId,
      editionId: attempts.editionId,
      prompt: items.prompt,
      key: items.key,
      evidence: lessonItems.evidence,
      optionOrder: attemptItems.optionOrder,
      choiceOrder: attemptItems.choiceOrder,
      course: courseColumns,
      lesson: { slug: lessons.slug, title: lessons.title },
    })
    .from(attempts)
    .innerJoin(
      responses,
      and(eq(responses.schoolId, attempts.schoolId), eq(responses.attemptId, attempts.id)),
    )
    .innerJoin(attemptItems, responseToServed)
    .innerJoin(items, and(eq(items.schoolId, responses.schoolId), eq(items.id, responses.itemId)))
    .innerJoin(
      lessonItems,
      and(
        eq(lessonItems.schoolId, attempts.schoolId),
        eq(lessonItems.editionId, attempts.editionId),
        eq(lessonItems.itemId, responses.itemId),
      ),
    )
    .innerJoin(lessons, lessonOfPlace)
    .innerJoin(courses, courseOf(attempts))
    .where(
      and(
        eq(attempts.userId, userId),
        gt(responses.itemId, after),
        not(isAskedNow(userId, responses.itemId)),
      ),
    )
    .orderBy(asc(responses.itemId), desc(responses.answeredAt))
    .limit(inAPage);
}

/** Why the right options of these questions are right, in the edition in which each was answered. */
function reasonsOf(tx: Tx, asked: readonly { editionId: string; itemId: string }[]) {
  return tx
    .select({
      editionId: lessonItems.editionId,
      itemId: options.itemId,
      rationale: sql<string>`coalesce(${lessonItems.optionRationales} ->> ${options.id}, ${options.rationale})`,
    })
    .from(options)
    .innerJoin(
      lessonItems,
      and(eq(lessonItems.schoolId, options.schoolId), eq(lessonItems.itemId, options.itemId)),
    )
    .where(
      and(
        eq(options.correct, true),
        inArray(options.itemId, [...new Set(asked.map(({ itemId }) => itemId))]),
        inArray(lessonItems.editionId, [...new Set(asked.map(({ editionId }) => editionId))]),
      ),
    )
    .orderBy(asc(options.position));
}
