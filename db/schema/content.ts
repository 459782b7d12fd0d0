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
import type { Block, Bloom, Claim, Concept, ItemKind, Span } from '../../lib/course/model.ts';
import type { ItemPrompt } from '../../lib/course/present-item.ts';
import type { ItemKey } from '../../lib/grading/item-key.ts';
import { moment, schoolId, schoolPolicy, tsvector } from './columns.ts';
import { schools } from './people.ts';

export const courses = pgTable(
  'courses',
  {
    schoolId: schoolId().references(() => schools.id),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    /** public: anyone may read the lessons; class: only its classes and its instructors. */
    visibility: text('visibility', { enum: ['public', 'class'] }).notNull(),
    /** The edition that new attempts use; null until the first is published. */
    currentEditionId: uuid('current_edition_id'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('courses_slug').on(t.schoolId, t.slug),
    check('courses_visibility', sql`${t.visibility} in ('public', 'class')`),
    schoolPolicy(),
  ],
).enableRLS();

/** One immutable compilation. */
export const editions = pgTable(
  'editions',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull(),
    courseId: uuid('course_id').notNull(),
    number: integer('number').notNull(),
    /** Digest of the compiled course: publishing the same again makes no new edition. */
    fingerprint: text('fingerprint').notNull(),
    compiler: text('compiler').notNull(),
    sourceSha256: text('source_sha256').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    words: integer('words').notNull(),
    blocks: jsonb('blocks').$type<Block[]>().notNull(),
    publishedAt: moment('published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('editions_number').on(t.schoolId, t.courseId, t.number),
    unique('editions_fingerprint').on(t.schoolId, t.courseId, t.fingerprint),
    unique('editions_course').on(t.schoolId, t.courseId, t.id),
    foreignKey({ columns: [t.schoolId, t.courseId], foreignColumns: [courses.schoolId, courses.id] }),
    schoolPolicy(),
  ],
).enableRLS();

export const lessons = pgTable(
  'lessons',
  {
    schoolId: schoolId(),
    editionId: uuid('edition_id').notNull(),
    /** The compiler's id: the same lesson keeps it from edition to edition. */
    id: text('id').notNull(),
    position: integer('position').notNull(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    objectives: jsonb('objectives').$type<string[]>().notNull(),
    summary: jsonb('summary').$type<Span[]>().notNull(),
    concepts: jsonb('concepts').$type<Concept[]>().notNull(),
    readingLow: integer('reading_low').notNull(),
    readingHigh: integer('reading_high').notNull(),
    /** Stems of the title and the text, for search; null in an edition published before there was any. */
    words: tsvector('words'),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.editionId, t.id] }),
    unique('lessons_position').on(t.schoolId, t.editionId, t.position),
    unique('lessons_slug').on(t.schoolId, t.editionId, t.slug),
    index('lessons_words').using('gin', t.words),
    foreignKey({ columns: [t.schoolId, t.editionId], foreignColumns: [editions.schoolId, editions.id] }),
    schoolPolicy(),
  ],
).enableRLS();

export const claims = pgTable(
  'claims',
  {
    schoolId: schoolId(),
    editionId: uuid('edition_id').notNull(),
    id: text('id').notNull(),
    lessonId: text('lesson_id').notNull(),
    position: integer('position').notNull(),
    type: text('type').$type<Claim['type']>().notNull(),
    label: text('label').$type<Claim['label']>().notNull(),
    origin: text('origin').$type<Claim['origin']>().notNull(),
    attribution: text('attribution'),
    text: text('text').notNull(),
    parts: jsonb('parts').$type<Claim['parts']>().notNull(),
    confidence: doublePrecision('confidence').notNull(),
    salience: doublePrecision('salience').notNull(),
    evidence: jsonb('evidence').$type<Span>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.editionId, t.id] }),
    foreignKey({
      columns: [t.schoolId, t.editionId, t.lessonId],
      foreignColumns: [lessons.schoolId, lessons.editionId, lessons.id],
    }),
    schoolPolicy(),
  ],
).enableRLS();

/** Named by fingerprint and never changed: an unchanged item keeps its history across editions. */
export const items = pgTable(
  'items',
  {
    schoolId: schoolId().references(() => schools.id),
    id: text('id').notNull(),
    kind: text('kind').$type<ItemKind>().notNull(),
    bloom: text('bloom').$type<Bloom>().notNull(),
    difficulty: doublePrecision('difficulty').notNull(),
    prompt: jsonb('prompt').$type<ItemPrompt>().notNull(),
    key: jsonb('key').$type<ItemKey>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    check(
      'items_kind',
      sql`${t.kind} in ('single', 'multiple', 'true-false', 'short', 'cloze', 'matching', 'ordering')`,
    ),
    schoolPolicy(),
  ],
).enableRLS();

export const options = pgTable(
  'options',
  {
    schoolId: schoolId(),
    itemId: text('item_id').notNull(),
    id: text('id').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    correct: boolean('correct').notNull(),
    /** As first published; each edition has its own in `lesson_items`. */
    rationale: text('rationale').notNull(),
    /** True for the key of an item that has exactly one: the unique index below holds it to one. */
    soleKey: boolean('sole_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.itemId, t.id] }),
    unique('options_position').on(t.schoolId, t.itemId, t.position),
    uniqueIndex('options_one_key').on(t.schoolId, t.itemId).where(sql`${t.soleKey}`),
    check('options_sole_key', sql`not ${t.soleKey} or ${t.correct}`),
    foreignKey({ columns: [t.schoolId, t.itemId], foreignColumns: [items.schoolId, items.id] }),
    schoolPolicy(),
  ],
).enableRLS();

/** Where an edition asks an item, and where its text proves it: spans and addresses differ between editions. */
export const lessonItems = pgTable(
  'lesson_items',
  {
    schoolId: schoolId(),
    editionId: uuid('edition_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    itemId: text('item_id').notNull(),
    position: integer('position').notNull(),
    selected: boolean('selected').notNull(),
    claimIds: jsonb('claim_ids').$type<string[]>().notNull(),
    evidence: jsonb('evidence').$type<Span[]>().notNull(),
    optionEvidence: jsonb('option_evidence').$type<Record<string, Span>>().notNull(),
    /** By option. They name sentences by their place in this edition; of older editions the options' own hold. */
    optionRationales: jsonb('option_rationales').$type<Record<string, string>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.editionId, t.itemId] }),
    index('lesson_items_lesson').on(t.schoolId, t.editionId, t.lessonId, t.position),
    foreignKey({
      columns: [t.schoolId, t.editionId, t.lessonId],
      foreignColumns: [lessons.schoolId, lessons.editionId, lessons.id],
    }),
    foreignKey({ columns: [t.schoolId, t.itemId], foreignColumns: [items.schoolId, items.id] }),
    schoolPolicy(),
  ],
).enableRLS();
