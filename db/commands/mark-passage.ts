import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { anchorAt } from '#lib/course/anchor.ts';
import { noteWords } from '#lib/course/note-words.ts';
import { type Point, passageOf } from '#lib/course/passage.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { type CourseRow, requireCourse } from '../access/course.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool, type Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { newId } from '../new-id.ts';
import { editions } from '../schema/content.ts';
import { notes } from '../schema/own.ts';

type Input = {
  /** Made by the page, once for each form it shows. */
  noteId: string;
  course: string;
  lesson: string;
  /** The number of the edition that was on the page: the points count in its text. */
  edition: number;
  from: Point;
  to: Point;
  words: string;
};
type Refusal = 'no-such-place' | 'nothing-marked' | 'passage-too-long' | 'words-too-long' | 'too-many-notes';

/** More than anybody reads again; one person cannot fill the disk. */
export const mostNotes = 2000;

/**
 * Marks a passage of a lesson, with or without words to it. Sent twice, it is one note; an id that names a note
 * which says something else came with an old page, and what it brings is kept under a new one.
 */
export async function markPassage(
  viewer: Viewer | null,
  input: Input,
  now: Date = new Date(),
): Promise<Result<{ noteId: string }, Refusal>> {
  const person = requirePerson(viewer);
  const noteId = requireId(input.noteId);
  return inSchool(person, async (tx, schoolId) => {
    const course = await requireCourse(tx, person, input.course);
    const editionId = await editionOf(tx, course, input.edition);
    const edition = await loadEdition(tx, schoolId, editionId);
    const lesson = edition.lessons.find((candidate) => candidate.slug === input.lesson);
    if (lesson === undefined) throw new NotFound('no such lesson');
    const words = noteWords(input.words);
    if (!words.ok) return words;
    const passage = passageOf(edition, lesson.position - 1, input.from, input.to);
    if (!passage.ok) return passage;
    const note = {
      schoolId,
      id: noteId,
      userId: person.userId,
      courseId: course.id,
      lessonId: lesson.id,
      editionId,
      ...anchorAt(edition.text, passage.value),
      words: words.value,
      createdAt: now,
      updatedAt: now,
    };
    const [count] = await tx
      .select({ notes: sql<number>`count(*)::int`, same: sql<boolean>`bool_or(${notes.id} = ${noteId})` })
      .from(notes)
      .where(eq(notes.userId, person.userId));
    const isFull = (count?.notes ?? 0) >= mostNotes;
    if (isFull && count?.same !== true) return refuse('too-many-notes');
    if (await insert(tx, note)) return ok({ noteId });
    if (await isThere(tx, note)) return ok({ noteId });
    if (isFull) return refuse('too-many-notes');
    const other = { ...note, id: newId(now) };
    await insert(tx, other);
    return ok({ noteId: other.id });
  });
}

/** The page may have been open while a new edition came: what was marked in it is not lost for that. */
async function editionOf(tx: Tx, course: CourseRow, number: number): Promise<string> {
  const [row] = await tx
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.courseId, course.id), eq(editions.number, number)));
  if (row === undefined) throw new NotFound('no such edition');
  return row.id;
}

type Note = typeof notes.$inferInsert;

async function insert(tx: Tx, note: Note): Promise<boolean> {
  const made = await tx
    .insert(notes)
    .values(note)
    .onConflictDoNothing({ target: [notes.schoolId, notes.id] })
    .returning({ id: notes.id });
  return made.length > 0;
}

async function isThere(tx: Tx, note: Note): Promise<boolean> {
  const same = await tx
    .select({ id: notes.id })
    .from(notes)
    .where(
      and(
        eq(notes.id, note.id),
        eq(notes.userId, note.userId),
        eq(notes.editionId, note.editionId),
        eq(notes.start, note.start),
        eq(notes.end, note.end),
        eq(notes.words, note.words),
      ),
    );
  return same.length > 0;
}
