import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { sentencesWithin } from '#lib/course/evidence.ts';
import { answerText, correctText } from '#lib/grading/answer-text.ts';
import {
  type AnsweredItem,
  type Knowing,
  knowings,
  type Standing,
  standingsBy,
} from '#lib/mastery/knowing.ts';
import type { CourseRow } from '../access/course.ts';
import type { Tx } from '../client.ts';
import type { EditionBody } from '../edition-body.ts';
import { items, lessonItems } from '../schema/content.ts';
import { attemptItems } from '../schema/learning.ts';
import { latestAnswers } from './latest-answers.ts';

/** A question as it was answered last: only of one that has been answered. */
export type AnsweredQuestionView = {
  stem: string;
  answerText: string;
  correctText: string;
  mark: number;
  certainty: number | null;
  answeredAt: Date;
  /** Where it was answered: at a place of an attempt, or in review. */
  attemptId: string | null;
  position: number;
  reviewId: string | null;
};

export type AnsweredHere = AnsweredItem & { question: AnsweredQuestionView };

/**
 * The latest answer of a learner to each question of the course's current edition that they have answered, the last
 * one first. Nothing is read of a question without an answer: whether there is one must not be seen.
 */
export async function answeredIn(
  tx: Tx,
  userId: string,
  course: CourseRow,
  edition: EditionBody,
): Promise<AnsweredHere[]> {
  const latest = latestAnswers(tx, userId, { courseId: course.id }).as('page');
  const rows = await tx
    .select({
      attemptId: latest.attemptId,
      reviewId: latest.reviewId,
      position: sql<number>`coalesce(${attemptItems.position}, 0)`,
      prompt: items.prompt,
      key: items.key,
      claimIds: lessonItems.claimIds,
      evidence: lessonItems.evidence,
      answer: latest.answer,
      mark: latest.mark,
      certainty: latest.certainty,
      answeredAt: latest.answeredAt,
    })
    .from(latest)
    .innerJoin(
      lessonItems,
      and(eq(lessonItems.editionId, course.editionId), eq(lessonItems.itemId, latest.itemId)),
    )
    .innerJoin(items, eq(items.id, latest.itemId))
    .leftJoin(
      attemptItems,
      and(eq(attemptItems.attemptId, latest.attemptId), eq(attemptItems.itemId, latest.itemId)),
    )
    .orderBy(desc(latest.lastAt), desc(latest.cardId));
  return rows.map((row) => ({
    claimIds: row.claimIds,
    sentences: row.evidence.flatMap((span) =>
      sentencesWithin(edition.sentences, span).map(({ address }) => address),
    ),
    answer: { mark: row.mark, certainty: row.certainty },
    question: {
      stem: row.prompt.stem,
      answerText: answerText(row.prompt, row.answer),
      correctText: correctText(row.prompt, row.key),
      mark: row.mark,
      certainty: row.certainty,
      answeredAt: row.answeredAt,
      attemptId: row.attemptId,
      position: row.position,
      reviewId: row.reviewId,
    },
  }));
}

/** How many sentences of a course stand where; the rest is not answered yet, asked or not. */
export type SentenceCounts = Record<Knowing, number> & { sentences: number };

export function bySentence(answered: readonly AnsweredItem[]): Map<string, Standing> {
  return standingsBy(answered, (item) => item.sentences);
}

export function countSentences(
  edition: EditionBody,
  standings: ReadonlyMap<string, Standing>,
): SentenceCounts {
  const count = (knowing: Knowing) =>
    [...standings.values()].filter((standing) => standing.knowing === knowing).length;
  const [missed, shaky, known] = knowings.map(count);
  return { sentences: edition.sentences.length, missed: missed ?? 0, shaky: shaky ?? 0, known: known ?? 0 };
}
