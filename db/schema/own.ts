import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, schoolId, schoolPolicy } from './columns.ts';
import { courses, editions, items, lessonItems, options } from './content.ts';
import { attempts } from './learning.ts';
import { users } from './people.ts';

/** What a learner keeps for themselves, asks for and is given. */

/** A passage that a learner marked in a lesson, with or without words of their own. Nobody else reads it. */
export const notes = pgTable(
  'notes',
  {
    schoolId: schoolId(),
    /** Made by the client, so that a retry is the same note. */
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    courseId: uuid('course_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    /** The edition that `start` and `end` are offsets into; in a later one the quotation is looked for. */
    editionId: uuid('edition_id').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    /** What was marked, letter by letter, and what stood around it: enough to find it again in a new edition. */
    quote: text('quote').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    /** Empty for a highlight alone. */
    words: text('words').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    index('notes_lesson').on(t.schoolId, t.userId, t.courseId, t.lessonId),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    foreignKey({
      columns: [t.schoolId, t.courseId, t.editionId],
      foreignColumns: [editions.schoolId, editions.courseId, editions.id],
    }),
    check('notes_span', sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    check(
      'notes_lengths',
      sql`char_length(${t.quote}) between 1 and 2000 and char_length(${t.words}) <= 4000
        and char_length(${t.before}) <= 64 and char_length(${t.after}) <= 64`,
    ),
    schoolPolicy(),
  ],
).enableRLS();

/** "This question seems wrong": one from a learner for a question of an edition, with what the text says. */
export const disputes = pgTable(
  'disputes',
  {
    schoolId: schoolId(),
    /** Made by the client, so that a retry is the same dispute. */
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    editionId: uuid('edition_id').notNull(),
    itemId: text('item_id').notNull(),
    /** The sitting in which it was seen; null for one seen in review. */
    attemptId: uuid('attempt_id'),
    /** Words of the lesson that speak for the learner; empty where none were given. */
    quote: text('quote').notNull(),
    words: text('words').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('disputes_one').on(t.schoolId, t.userId, t.editionId, t.itemId),
    index('disputes_item').on(t.schoolId, t.editionId, t.itemId),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    foreignKey({ columns: [t.schoolId, t.attemptId], foreignColumns: [attempts.schoolId, attempts.id] }),
    foreignKey({
      columns: [t.schoolId, t.editionId, t.itemId],
      foreignColumns: [lessonItems.schoolId, lessonItems.editionId, lessonItems.itemId],
    }),
    check(
      'disputes_lengths',
      sql`char_length(${t.words}) between 1 and 2000 and char_length(${t.quote}) <= 1000`,
    ),
    schoolPolicy(),
  ],
).enableRLS();

/** What a learner has set for themselves; without a row the defaults hold. */
export const learnerSettings = pgTable(
  'learner_settings',
  {
    schoolId: schoolId(),
    userId: uuid('user_id').notNull(),
    /** Reviews asked in a day, at most. */
    dailyCap: integer('daily_cap').notNull(),
    /** Days a week with at least one answer; null where no goal is set. */
    weeklyGoal: integer('weekly_goal'),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.userId] }),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    check('learner_settings_cap', sql`${t.dailyCap} between 5 and 200`),
    check('learner_settings_goal', sql`${t.weeklyGoal} is null or ${t.weeklyGoal} between 1 and 7`),
    schoolPolicy(),
  ],
).enableRLS();

/** That an exam was passed. The public page that checks it shows the name, the course, the date: nothing else. */
export const certificates = pgTable(
  'certificates',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    courseId: uuid('course_id').notNull(),
    attemptId: uuid('attempt_id').notNull(),
    /** What its address ends in: random, so that nobody finds one without having been given it. */
    code: text('code').notNull(),
    /** As it stood when it was given: a certificate does not change. */
    name: text('name').notNull(),
    courseTitle: text('course_title').notNull(),
    share: doublePrecision('share').notNull(),
    issuedAt: moment('issued_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('certificates_attempt').on(t.schoolId, t.attemptId),
    unique('certificates_code').on(t.schoolId, t.code),
    index('certificates_user').on(t.schoolId, t.userId, t.courseId),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    foreignKey({ columns: [t.schoolId, t.courseId], foreignColumns: [courses.schoolId, courses.id] }),
    foreignKey({ columns: [t.schoolId, t.attemptId], foreignColumns: [attempts.schoolId, attempts.id] }),
    check('certificates_code_form', sql`${t.code} ~ '^[A-Z0-9]{16}$'`),
    check('certificates_share', sql`${t.share} between 0 and 1`),
    schoolPolicy(),
  ],
).enableRLS();

/** What stays of answers whose learner had their account deleted: how many, and how well, of nobody. */
export const erasedAnswers = pgTable(
  'erased_answers',
  {
    schoolId: schoolId(),
    editionId: uuid('edition_id').notNull(),
    itemId: text('item_id').notNull(),
    answers: integer('answers').notNull(),
    marks: doublePrecision('marks').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.editionId, t.itemId] }),
    foreignKey({
      columns: [t.schoolId, t.editionId, t.itemId],
      foreignColumns: [lessonItems.schoolId, lessonItems.editionId, lessonItems.itemId],
    }),
    schoolPolicy(),
  ],
).enableRLS();

export const erasedChoices = pgTable(
  'erased_choices',
  {
    schoolId: schoolId(),
    itemId: text('item_id').notNull(),
    optionId: text('option_id').notNull(),
    chosen: integer('chosen').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.itemId, t.optionId] }),
    foreignKey({ columns: [t.schoolId, t.itemId], foreignColumns: [items.schoolId, items.id] }),
    foreignKey({
      columns: [t.schoolId, t.itemId, t.optionId],
      foreignColumns: [options.schoolId, options.itemId, options.id],
    }),
    schoolPolicy(),
  ],
).enableRLS();
