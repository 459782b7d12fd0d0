import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, schoolId, schoolPolicy } from './columns.ts';
import { courses } from './content.ts';
import { users } from './people.ts';

export const classes = pgTable(
  'classes',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    courseId: uuid('course_id').notNull(),
    /** Six letters without look-alikes, stored folded to upper case without the dash. */
    joinCode: text('join_code').notNull(),
    createdAt: moment('created_at').notNull(),
    archivedAt: moment('archived_at'),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('classes_join_code').on(t.schoolId, t.joinCode),
    foreignKey({ columns: [t.schoolId, t.courseId], foreignColumns: [courses.schoolId, courses.id] }),
    index('classes_course').on(t.schoolId, t.courseId),
    check('classes_join_code_folded', sql`${t.joinCode} ~ '^[A-Z]{6}$'`),
    check('classes_name', sql`char_length(${t.name}) between 1 and 120`),
    schoolPolicy(),
  ],
).enableRLS();

export const classInstructors = pgTable(
  'class_instructors',
  {
    schoolId: schoolId(),
    classId: uuid('class_id').notNull(),
    userId: uuid('user_id').notNull(),
    addedAt: moment('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.classId, t.userId] }),
    foreignKey({ columns: [t.schoolId, t.classId], foreignColumns: [classes.schoolId, classes.id] }),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    index('class_instructors_user').on(t.schoolId, t.userId),
    schoolPolicy(),
  ],
).enableRLS();

export const enrollments = pgTable(
  'enrollments',
  {
    schoolId: schoolId(),
    classId: uuid('class_id').notNull(),
    userId: uuid('user_id').notNull(),
    joinedAt: moment('joined_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.classId, t.userId] }),
    foreignKey({ columns: [t.schoolId, t.classId], foreignColumns: [classes.schoolId, classes.id] }),
    foreignKey({ columns: [t.schoolId, t.userId], foreignColumns: [users.schoolId, users.id] }),
    index('enrollments_user').on(t.schoolId, t.userId),
    schoolPolicy(),
  ],
).enableRLS();
