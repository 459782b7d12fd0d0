import 'server-only';
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { prepared } from '../client.ts';
import {
  courseOfAttempt,
  itemServed,
  lessonOfAttempt,
  lessonOfPlace,
  placeOfServed,
  responseToServed,
} from '../joins.ts';
import { courses, items, lessonItems, lessons, options } from '../schema/content.ts';
import { attemptItems, attempts, responses } from '../schema/learning.ts';

export const attemptById = prepared((tx) =>
  tx
    .select({
      userId: attempts.userId,
      courseId: attempts.courseId,
      editionId: attempts.editionId,
      /** Null of an exam, and so are the names of the lesson. */
      lessonId: attempts.lessonId,
      number: attempts.number,
      score: attempts.score,
      maxScore: attempts.maxScore,
      currentEditionId: courses.currentEditionId,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      courseSlug: courses.slug,
      courseTitle: courses.title,
      lessonSlug: lessons.slug,
      lessonTitle: lessons.title,
      lessonPosition: lessons.position,
    })
    .from(attempts)
    .innerJoin(courses, courseOfAttempt)
    .leftJoin(lessons, lessonOfAttempt)
    .where(eq(attempts.id, sql.placeholder('attemptId')))
    .prepare('attempt_by_id'),
);

/** The places of an attempt in order, each with its response if there is one. */
export const placesOf = prepared((tx) =>
  tx
    .select({
      position: attemptItems.position,
      marked: attemptItems.marked,
      responseId: responses.id,
    })
    .from(attemptItems)
    .leftJoin(responses, responseToServed)
    .where(eq(attemptItems.attemptId, sql.placeholder('attemptId')))
    .orderBy(asc(attemptItems.position))
    .prepare('places_of'),
);

/** An item without its key, and its own lesson: what decides is read by another query, once there is an answer. */
export const servedItem = prepared((tx) =>
  tx
    .select({
      prompt: items.prompt,
      reason: attemptItems.reason,
      lessonSlug: lessons.slug,
      lessonTitle: lessons.title,
      lessonPosition: lessons.position,
      optionOrder: attemptItems.optionOrder,
      choiceOrder: attemptItems.choiceOrder,
      responseId: responses.id,
      answer: responses.answer,
      mark: responses.mark,
      certainty: responses.certainty,
      answeredAt: responses.answeredAt,
    })
    .from(attemptItems)
    .innerJoin(items, itemServed)
    .innerJoin(lessonItems, placeOfServed)
    .innerJoin(lessons, lessonOfPlace)
    .leftJoin(responses, responseToServed)
    .where(
      and(
        eq(attemptItems.attemptId, sql.placeholder('attemptId')),
        eq(attemptItems.position, sql.placeholder('position')),
      ),
    )
    .prepare('served_item'),
);

/** All questions of an attempt as they were asked, with the answers given; no keys. */
export const askedItems = prepared((tx) =>
  tx
    .select({
      itemId: attemptItems.itemId,
      position: attemptItems.position,
      prompt: items.prompt,
      lessonId: lessons.id,
      lessonSlug: lessons.slug,
      lessonTitle: lessons.title,
      answer: responses.answer,
      mark: responses.mark,
      certainty: responses.certainty,
      answeredAt: responses.answeredAt,
    })
    .from(attemptItems)
    .innerJoin(items, itemServed)
    .innerJoin(lessonItems, placeOfServed)
    .innerJoin(lessons, lessonOfPlace)
    .leftJoin(responses, responseToServed)
    .where(eq(attemptItems.attemptId, sql.placeholder('attemptId')))
    .orderBy(asc(attemptItems.position))
    .prepare('asked_items'),
);

/** Keys and evidence of the questions of an attempt; `answeredOnly` for its own learner. */
const proofs = (answeredOnly: boolean) =>
  prepared((tx) =>
    tx
      .select({
        itemId: attemptItems.itemId,
        key: items.key,
        claimIds: lessonItems.claimIds,
        evidence: lessonItems.evidence,
      })
      .from(attemptItems)
      .leftJoin(responses, responseToServed)
      .innerJoin(items, itemServed)
      .innerJoin(lessonItems, placeOfServed)
      .where(
        and(
          eq(attemptItems.attemptId, sql.placeholder('attemptId')),
          answeredOnly ? isNotNull(responses.id) : undefined,
        ),
      )
      .prepare(answeredOnly ? 'proofs_of_answered' : 'proofs_of_all'),
  );
export const proofsOfAnswered = proofs(true);
/** For the instructor's page alone: it shows the key of what the learner left open, too. */
export const proofsOfAll = proofs(false);

/** Why each option of the answered questions is right or wrong. */
export const reasonsOfAnswered = prepared((tx) =>
  tx
    .select({
      itemId: options.itemId,
      id: options.id,
      correct: options.correct,
      rationale: sql<string>`coalesce(${lessonItems.optionRationales} ->> ${options.id}, ${options.rationale})`,
    })
    .from(responses)
    .innerJoin(options, and(eq(options.schoolId, responses.schoolId), eq(options.itemId, responses.itemId)))
    .innerJoin(attemptItems, responseToServed)
    .innerJoin(lessonItems, placeOfServed)
    .where(eq(responses.attemptId, sql.placeholder('attemptId')))
    .orderBy(asc(options.position))
    .prepare('reasons_of_answered'),
);
