import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Answer } from '../../lib/grading/answer.ts';
import { moment, schoolId, schoolPolicy } from './columns.ts';
import { courses, editions, items, lessonItems, lessons, options } from './content.ts';
import { users } from './people.ts';

/** One sitting. */
export const attempts = pgTable(
  'attempts',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    courseId: uuid('course_id').notNull(),
    editionId: uuid('edition_id').notNull(),
    /** Null for a mixed exam over the course. */
    lessonId: text('lesson_id'),
    /** 1 for the learner's first sitting of the lesson, or of the exam. */
    number: integer('number').notNull(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
    /** Sum of marks and of the marks that could be had; set together when it is finished. */
    score: doublePrecision('score'),
    maxScore: doublePrecision('max_score'),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('attempts_edition').on(t.schoolId, t.id, t.editionId),
    unique('attempts_number').on(t.schoolId, t.userId, t.courseId, t.lessonId, t.number).nullsNotDistinct(),
    uniqueIndex('attempts_one_open')
      .on(t.schoolId, t.userId, t.courseId, t.lessonId)
      .where(sql`${t.finishedAt} is null`),
    // Two nulls never collide in the index above.
    uniqueIndex('attempts_one_open_exam')
      .on(t.schoolId, t.userId, t.courseId)
      .where(sql`${t.finishedAt} is null and ${t.lessonId} is null`),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    foreignKey({
      columns: [t.schoolId, t.courseId, t.editionId],
      foreignColumns: [editions.schoolId, editions.courseId, editions.id],
    }),
    foreignKey({
      columns: [t.schoolId, t.editionId, t.lessonId],
      foreignColumns: [lessons.schoolId, lessons.editionId, lessons.id],
    }),
    index('attempts_course').on(t.schoolId, t.courseId, t.userId),
    check(
      'attempts_finished_scored',
      sql`(${t.finishedAt} is null) = (${t.score} is null) and (${t.score} is null) = (${t.maxScore} is null)`,
    ),
    schoolPolicy(),
  ],
).enableRLS();

/** What an attempt serves, in which order: fixed when it starts, so that a reload shows the same page. */
export const attemptItems = pgTable(
  'attempt_items',
  {
    schoolId: schoolId(),
    attemptId: uuid('attempt_id').notNull(),
    itemId: text('item_id').notNull(),
    editionId: uuid('edition_id').notNull(),
    /** From 1. */
    position: integer('position').notNull(),
    optionOrder: jsonb('option_order').$type<string[]>().notNull(),
    choiceOrder: jsonb('choice_order').$type<string[]>().notNull(),
    /** The learner wants to come back to it before handing in. */
    marked: boolean('marked').notNull().default(false),
    /** Why it was drawn for this learner, in a word that the page can say; null where nothing is said. */
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.attemptId, t.itemId] }),
    unique('attempt_items_position').on(t.schoolId, t.attemptId, t.position),
    foreignKey({
      columns: [t.schoolId, t.attemptId, t.editionId],
      foreignColumns: [attempts.schoolId, attempts.id, attempts.editionId],
    }),
    foreignKey({
      columns: [t.schoolId, t.editionId, t.itemId],
      foreignColumns: [lessonItems.schoolId, lessonItems.editionId, lessonItems.itemId],
    }),
    schoolPolicy(),
  ],
).enableRLS();

/** One answer to one served item. Append-only for the application's role. */
export const responses = pgTable(
  'responses',
  {
    schoolId: schoolId(),
    /** Made by the client, so that a retry is the same response. */
    id: uuid('id').notNull(),
    attemptId: uuid('attempt_id').notNull(),
    itemId: text('item_id').notNull(),
    answer: jsonb('answer').$type<Answer>().notNull(),
    /** 0 to 1: the share of the item that is right. */
    mark: doublePrecision('mark').notNull(),
    /** 1 a guess, 2 fairly, 3 sure; null where it was not said. */
    certainty: integer('certainty'),
    answeredAt: moment('answered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('responses_one').on(t.schoolId, t.attemptId, t.itemId),
    unique('responses_item').on(t.schoolId, t.id, t.itemId),
    foreignKey({
      columns: [t.schoolId, t.attemptId, t.itemId],
      foreignColumns: [attemptItems.schoolId, attemptItems.attemptId, attemptItems.itemId],
    }),
    check('responses_mark', sql`${t.mark} between 0 and 1`),
    check('responses_certainty', sql`${t.certainty} is null or ${t.certainty} between 1 and 3`),
    schoolPolicy(),
  ],
).enableRLS();

/** The options that a response chose: each of its own item, or the row is refused. */
export const responseOptions = pgTable(
  'response_options',
  {
    schoolId: schoolId(),
    responseId: uuid('response_id').notNull(),
    itemId: text('item_id').notNull(),
    optionId: text('option_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.responseId, t.optionId] }),
    foreignKey({
      columns: [t.schoolId, t.responseId, t.itemId],
      foreignColumns: [responses.schoolId, responses.id, responses.itemId],
    }),
    foreignKey({
      columns: [t.schoolId, t.itemId, t.optionId],
      foreignColumns: [options.schoolId, options.itemId, options.id],
    }),
    index('response_options_option').on(t.schoolId, t.itemId, t.optionId),
    schoolPolicy(),
  ],
).enableRLS();

/**
 * Rollup: what the outline and the class grid show, kept in the transaction that changes it.
 * `rebuild-progress` makes it anew from attempts and responses; a test holds both equal.
 */
export const lessonProgress = pgTable(
  'lesson_progress',
  {
    schoolId: schoolId(),
    userId: uuid('user_id').notNull(),
    courseId: uuid('course_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    /** Finished attempts. */
    attempts: integer('attempts').notNull(),
    /** Responses in all attempts. */
    answers: integer('answers').notNull(),
    /** Share of the marks, 0 to 1; null before the first finished attempt. */
    bestShare: doublePrecision('best_share'),
    lastShare: doublePrecision('last_share'),
    /** When the attempt or exam was finished that `lastShare` is of. */
    lastFinishedAt: moment('last_finished_at'),
    /** Proficient, and shown to be so still by a mixed exam at least twelve hours later. */
    mastered: boolean('mastered').notNull().default(false),
    /** The latest answer, or the latest start or finish of an attempt. */
    lastActiveAt: moment('last_active_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.userId, t.courseId, t.lessonId] }),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    foreignKey({ columns: [t.schoolId, t.courseId], foreignColumns: [courses.schoolId, courses.id] }),
    index('lesson_progress_course').on(t.schoolId, t.courseId, t.userId),
    schoolPolicy(),
  ],
).enableRLS();

/** That a signed-in person opened a lesson, and when last: where "continue" leads. */
export const lessonVisits = pgTable(
  'lesson_visits',
  {
    schoolId: schoolId(),
    userId: uuid('user_id').notNull(),
    courseId: uuid('course_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    firstAt: moment('first_at').notNull(),
    lastAt: moment('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.userId, t.courseId, t.lessonId] }),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    foreignKey({ columns: [t.schoolId, t.courseId], foreignColumns: [courses.schoolId, courses.id] }),
    schoolPolicy(),
  ],
).enableRLS();

/**
 * What a learner remembers of a question: made from their answers, and from nothing else, so that
 * `rebuild-cards` can make all of them anew. The question is named by its item in the course.
 */
export const cards = pgTable(
  'cards',
  {
    schoolId: schoolId(),
    /** What a browser may know a card by: an item's own id says too much. */
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    courseId: uuid('course_id').notNull(),
    itemId: text('item_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    dueAt: moment('due_at').notNull(),
    stability: doublePrecision('stability').notNull(),
    difficulty: doublePrecision('difficulty').notNull(),
    scheduledDays: integer('scheduled_days').notNull(),
    reps: integer('reps').notNull(),
    lapses: integer('lapses').notNull(),
    state: text('state', { enum: ['new', 'learning', 'review', 'relearning'] }).notNull(),
    lastAt: moment('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('cards_one').on(t.schoolId, t.userId, t.courseId, t.itemId),
    index('cards_due').on(t.schoolId, t.userId, t.dueAt),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    foreignKey({ columns: [t.schoolId, t.courseId], foreignColumns: [courses.schoolId, courses.id] }),
    foreignKey({ columns: [t.schoolId, t.itemId], foreignColumns: [items.schoolId, items.id] }),
    check('cards_state', sql`${t.state} in ('new', 'learning', 'review', 'relearning')`),
    check('cards_counts', sql`${t.reps} > 0 and ${t.lapses} >= 0 and ${t.scheduledDays} >= 0`),
    schoolPolicy(),
  ],
).enableRLS();

/** One answer in review. Append-only for the application's role; it changes the card and no score. */
export const reviews = pgTable(
  'reviews',
  {
    schoolId: schoolId(),
    /** Made by the client, so that a retry is the same review. */
    id: uuid('id').notNull(),
    cardId: uuid('card_id').notNull(),
    userId: uuid('user_id').notNull(),
    /** The card's count of answers when this was asked: each is answered once. */
    reps: integer('reps').notNull(),
    editionId: uuid('edition_id').notNull(),
    itemId: text('item_id').notNull(),
    answer: jsonb('answer').$type<Answer>().notNull(),
    mark: doublePrecision('mark').notNull(),
    certainty: integer('certainty'),
    answeredAt: moment('answered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('reviews_one').on(t.schoolId, t.cardId, t.reps),
    index('reviews_day').on(t.schoolId, t.userId, t.answeredAt),
    foreignKey({ columns: [t.schoolId, t.cardId], foreignColumns: [cards.schoolId, cards.id] }),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    foreignKey({
      columns: [t.schoolId, t.editionId, t.itemId],
      foreignColumns: [lessonItems.schoolId, lessonItems.editionId, lessonItems.itemId],
    }),
    check('reviews_mark', sql`${t.mark} between 0 and 1`),
    check('reviews_certainty', sql`${t.certainty} is null or ${t.certainty} between 1 and 3`),
    schoolPolicy(),
  ],
).enableRLS();
