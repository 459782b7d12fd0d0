import 'server-only';
import { and, asc, eq, gte, lt, ne, or } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { readableCourses, requireCourse } from '../access/course.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import {
  type NotePlaceView,
  type NoteView,
  noteColumns,
  type PlacedNote,
  placeNote,
  unplacedNote,
} from '../note-places.ts';
import { notes } from '../schema/own.ts';
import { type OwnNote, ownNotes } from './own-notes.ts';

export type { NotePlaceView, NoteView };

/** `slug` is null where there is no page to lead to any more. */
type Named = { slug: string | null; title: string };

export type LessonNotesView = {
  /** Of the edition that the points of a new mark count in. */
  edition: number;
  notes: NoteView[];
};

export type CourseNotesView = Named & {
  lessons: (Named & { notes: NoteView[] })[];
};

export type OwnNoteView = { course: Named; lesson: Named; note: NoteView };

/** What the viewer has marked in a lesson, as it stands in the text; what has lost its place comes last. */
export async function listLessonNotes(
  viewer: Viewer | null,
  courseSlug: string,
  lessonSlug: string,
): Promise<LessonNotesView> {
  const person = requirePerson(viewer);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const course = await requireCourse(tx, person, courseSlug);
      const edition = await loadEdition(tx, schoolId, course.editionId);
      const lesson = edition.lessons.find((candidate) => candidate.slug === lessonSlug);
      if (lesson === undefined) throw new NotFound('no such lesson');
      const rows = await tx
        .select(noteColumns)
        .from(notes)
        .where(
          and(
            eq(notes.userId, person.userId),
            eq(notes.courseId, course.id),
            // Of this edition, the lesson's own; of earlier ones all, since sentences may have moved.
            or(
              ne(notes.editionId, course.editionId),
              and(gte(notes.start, lesson.start), lt(notes.start, lesson.end)),
            ),
          ),
        )
        .orderBy(asc(notes.createdAt), asc(notes.id));
      const placed = rows.map((row) => placeNote(edition, course.editionId, row));
      return {
        edition: edition.number,
        notes: inOrder(placed.filter((one) => one.lesson?.id === lesson.id)).map(({ note }) => note),
      };
    },
    { readOnly: true },
  );
}

/** Everything that the viewer has marked, by course and lesson. */
export async function listNotes(viewer: Viewer | null): Promise<CourseNotesView[]> {
  const person = requirePerson(viewer);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const rows = await ownNotes(tx, person.userId);
      const readable = new Map((await readableCourses(tx, person)).map((course) => [course.id, course]));
      const byCourse = new Map<string, OwnNote[]>();
      for (const row of rows) byCourse.set(row.courseId, [...(byCourse.get(row.courseId) ?? []), row]);
      const out: CourseNotesView[] = [];
      for (const [courseId, own] of byCourse) {
        const course = readable.get(courseId);
        const title = course?.title ?? own[0]?.courseTitle ?? '';
        const edition = course && (await loadEdition(tx, schoolId, course.editionId));
        const placed = own.map((row) =>
          edition === undefined || course === undefined
            ? { note: unplacedNote(row), lesson: null, start: null, row }
            : { ...placeNote(edition, course.editionId, row), row },
        );
        out.push({ slug: course?.slug ?? null, title, lessons: byLesson(placed) });
      }
      return out;
    },
    { readOnly: true },
  );
}

export async function readNote(viewer: Viewer | null, noteId: string): Promise<OwnNoteView> {
  const person = requirePerson(viewer);
  const id = requireId(noteId);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const [row] = await ownNotes(tx, person.userId, eq(notes.id, id));
      if (row === undefined) throw new NotFound('no such note');
      const course = (await readableCourses(tx, person)).find((one) => one.id === row.courseId);
      const lost: Named = { slug: null, title: row.lessonTitle ?? '' };
      if (course === undefined)
        return { course: { slug: null, title: row.courseTitle }, lesson: lost, note: unplacedNote(row) };
      const edition = await loadEdition(tx, schoolId, course.editionId);
      const { note, lesson } = placeNote(edition, course.editionId, row);
      return {
        course: { slug: course.slug, title: course.title },
        lesson: lesson === null ? lost : { slug: lesson.slug, title: lesson.title },
        note,
      };
    },
    { readOnly: true },
  );
}

/** In the order of the course; lessons that are no more come last, under the title they had. */
function byLesson(placed: readonly (PlacedNote & { row: OwnNote })[]): CourseNotesView['lessons'] {
  const lessonsOf = new Map<string, Named & { position: number; own: PlacedNote[] }>();
  for (const one of placed) {
    const { lesson, row } = one;
    const key = lesson?.id ?? `gone ${row.lessonId}`;
    const entry = lessonsOf.get(key) ?? {
      slug: lesson?.slug ?? null,
      title: lesson?.title ?? row.lessonTitle ?? '',
      position: lesson?.position ?? Number.MAX_SAFE_INTEGER,
      own: [],
    };
    entry.own.push(one);
    lessonsOf.set(key, entry);
  }
  return [...lessonsOf.values()]
    .sort((a, b) => a.position - b.position)
    .map(({ slug, title, own }) => ({ slug, title, notes: inOrder(own).map(({ note }) => note) }));
}

function inOrder(placed: readonly PlacedNote[]): PlacedNote[] {
  const last = Number.MAX_SAFE_INTEGER;
  return [...placed].sort((a, b) => (a.start ?? last) - (b.start ?? last));
}
