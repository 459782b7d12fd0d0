import 'server-only';
import { and, asc, eq, gt, inArray, not, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { type ItemPrompt, presentItem } from '#lib/course/present-item.ts';
import {
  givenOf,
  type RecordAnswer,
  type RecordAttempt,
  type RecordCard,
  type RecordQuestion,
  type RecordReview,
} from '#lib/exchange/record.ts';
import type { Answer } from '#lib/grading/answer.ts';
import { requirePerson } from '../access/person.ts';
import { isInOpenExam } from '../asked-now.ts';
import { inSchool, type Tx } from '../client.ts';
import { itemServed, lessonOfPlace, placeOfServed, responseToServed } from '../joins.ts';
import { courseColumns, courseOf, lessonOf } from '../named-place.ts';
import { courses, editions, items, lessonItems, lessons } from '../schema/content.ts';
import { attemptItems, attempts, cards, responses, reviews } from '../schema/learning.ts';

/** A part of a long list, and the id after which the next begins; null after the last. */
export type PageOf<T> = { entries: T[]; next: string | null };

const attemptsInAPage = 50;
const rowsInAPage = 500;

/** Sorts before every id that a row can have. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** The viewer's sittings with what each asked and what they answered; no key of anything. */
export async function listOwnAttempts(
  viewer: Viewer | null,
  after: string | null = null,
): Promise<PageOf<RecordAttempt>> {
  const { userId, ...person } = requirePerson(viewer);
  return inSchool(
    person,
    async (tx) => {
      const rows = await attemptsAfter(tx, userId, after ?? beforeAll);
      const served =
        rows.length === 0
          ? []
          : await servedIn(
              tx,
              rows.map(({ id }) => id),
            );
      const entries = rows.map((row) => {
        const isOpenExam = row.lessonId === null && row.finishedAt === null;
        return {
          id: row.id,
          course: row.course,
          lesson: row.lessonId === null ? null : row.lesson,
          number: row.number,
          startedAt: row.startedAt,
          finishedAt: row.finishedAt,
          score: row.score,
          maxScore: row.maxScore,
          served: served
            .filter(({ attemptId }) => attemptId === row.id)
            .map((place) => ({
              position: place.position,
              lesson: place.lesson,
              question: questionOf(place.prompt, place),
              marked: place.marked,
              reason: place.reason,
              answer: answerOf(place.prompt, place, isOpenExam),
            })),
        };
      });
      return { entries, next: nextOf(rows, attemptsInAPage) };
    },
    { readOnly: true },
  );
}

function attemptsAfter(tx: Tx, userId: string, after: string) {
  return tx
    .select({
      id: attempts.id,
      course: courseColumns,
      lessonId: attempts.lessonId,
      lesson: lessonOf(attempts),
      number: attempts.number,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      score: attempts.score,
      maxScore: attempts.maxScore,
    })
    .from(attempts)
    .innerJoin(courses, courseOf(attempts))
    .where(and(eq(attempts.userId, userId), gt(attempts.id, after)))
    .orderBy(asc(attempts.id))
    .limit(attemptsInAPage);
}

/** The lesson in which an edition asks an item. */
const itsLesson = lessonOfPlace;
const lessonColumns = { slug: lessons.slug, title: lessons.title };

function servedIn(tx: Tx, attemptIds: readonly string[]) {
  return tx
    .select({
      attemptId: attemptItems.attemptId,
      position: attemptItems.position,
      lesson: lessonColumns,
      prompt: items.prompt,
      optionOrder: attemptItems.optionOrder,
      choiceOrder: attemptItems.choiceOrder,
      marked: attemptItems.marked,
      reason: attemptItems.reason,
      responseId: responses.id,
      answer: responses.answer,
      mark: responses.mark,
      certainty: responses.certainty,
      answeredAt: responses.answeredAt,
    })
    .from(attemptItems)
    .innerJoin(items, itemServed)
    .innerJoin(lessonItems, placeOfServed)
    .innerJoin(lessons, itsLesson)
    .leftJoin(responses, responseToServed)
    .where(inArray(attemptItems.attemptId, [...attemptIds]))
    .orderBy(asc(attemptItems.attemptId), asc(attemptItems.position));
}

/** The viewer's answers in review. */
export async function listOwnReviews(
  viewer: Viewer | null,
  after: string | null = null,
): Promise<PageOf<RecordReview>> {
  const { userId, ...person } = requirePerson(viewer);
  const rows = await inSchool(
    person,
    (tx) =>
      tx
        .select({
          id: reviews.id,
          card: reviews.cardId,
          course: courseColumns,
          lesson: lessonColumns,
          prompt: items.prompt,
          reps: reviews.reps,
          responseId: reviews.id,
          answer: reviews.answer,
          mark: reviews.mark,
          certainty: reviews.certainty,
          answeredAt: reviews.answeredAt,
        })
        .from(reviews)
        .innerJoin(editions, and(eq(editions.schoolId, reviews.schoolId), eq(editions.id, reviews.editionId)))
        .innerJoin(courses, courseOf(editions))
        .innerJoin(items, and(eq(items.schoolId, reviews.schoolId), eq(items.id, reviews.itemId)))
        .innerJoin(
          lessonItems,
          and(
            eq(lessonItems.schoolId, reviews.schoolId),
            eq(lessonItems.editionId, reviews.editionId),
            eq(lessonItems.itemId, reviews.itemId),
          ),
        )
        .innerJoin(lessons, itsLesson)
        .where(and(eq(reviews.userId, userId), gt(reviews.id, after ?? beforeAll)))
        .orderBy(asc(reviews.id))
        .limit(rowsInAPage),
    { readOnly: true },
  );
  const entries = rows.flatMap((row) => {
    const answer = answerOf(row.prompt, row, false);
    if (answer === null) return [];
    const { card, course, lesson, reps } = row;
    // Which order a review showed follows from the learner and the day; it is not kept.
    return [{ card, course, lesson, question: questionOf(row.prompt, noOrder), reps, answer }];
  });
  return { entries, next: nextOf(rows, rowsInAPage) };
}

/** What is remembered of each question that the viewer has answered; of an exam not handed in, nothing. */
export async function listOwnCards(
  viewer: Viewer | null,
  after: string | null = null,
): Promise<PageOf<RecordCard>> {
  const { userId, ...person } = requirePerson(viewer);
  const entries = await inSchool(
    person,
    (tx) =>
      tx
        .select({
          id: cards.id,
          course: courseColumns,
          lesson: lessonOf(cards),
          stem: sql<string>`${items.prompt} ->> 'stem'`,
          dueAt: cards.dueAt,
          stability: cards.stability,
          difficulty: cards.difficulty,
          scheduledDays: cards.scheduledDays,
          reps: cards.reps,
          lapses: cards.lapses,
          state: cards.state,
          lastAt: cards.lastAt,
        })
        .from(cards)
        .innerJoin(courses, courseOf(cards))
        .innerJoin(items, and(eq(items.schoolId, cards.schoolId), eq(items.id, cards.itemId)))
        .where(
          and(
            eq(cards.userId, userId),
            gt(cards.id, after ?? beforeAll),
            not(isInOpenExam(userId, cards.itemId)),
          ),
        )
        .orderBy(asc(cards.id))
        .limit(rowsInAPage),
    { readOnly: true },
  );
  return { entries, next: nextOf(entries, rowsInAPage) };
}

const noOrder = { optionOrder: [], choiceOrder: [] };

function questionOf(
  prompt: ItemPrompt,
  order: { optionOrder: readonly string[]; choiceOrder: readonly string[] },
): RecordQuestion {
  const { kind, stem, options, lefts, choices } = presentItem(prompt, order);
  return { kind, stem, options: options.map(({ text }) => text), lefts, choices };
}

type Given = {
  responseId: string | null;
  answer: Answer | null;
  mark: number | null;
  certainty: number | null;
  answeredAt: Date | null;
};

function answerOf(
  prompt: ItemPrompt,
  { responseId, answer, mark, certainty, answeredAt }: Given,
  isOpenExam: boolean,
): RecordAnswer | null {
  if (responseId === null || answer === null || answeredAt === null) return null;
  return {
    id: responseId,
    given: givenOf(prompt.options, answer),
    share: isOpenExam ? null : mark,
    certainty,
    answeredAt,
  };
}

function nextOf(rows: readonly { id: string }[], size: number): string | null {
  return rows.length < size ? null : (rows.at(-1)?.id ?? null);
}
