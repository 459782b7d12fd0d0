import 'server-only';
import { sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { hitEnd, hitStart, type Piece, piecesOf } from '#lib/text/hits.ts';
import { readQuery } from '#lib/text/search-query.ts';
import { type CourseRow, readableCourses } from '../access/course.ts';
import { inSchool, type Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { placeNote } from '../note-places.ts';
import { type FoundLessonView, findLessons, looseQuery, strictQuery } from './found-lessons.ts';
import { ownNotes } from './own-notes.ts';

export type { FoundLessonView };

export type FoundNoteView = {
  id: string;
  quote: Piece[];
  words: Piece[];
  /** Where it can be seen in its lesson; null where it stands there no more. */
  lesson: { course: string; slug: string } | null;
  courseTitle: string;
  lessonTitle: string | null;
  address: string | null;
};

export type SearchView =
  /** Nothing was asked; too much was; or no word that can be looked for. */
  | { is: 'empty' | 'long' | 'wordless'; text: string }
  | {
      is: 'asked';
      text: string;
      lessons: FoundLessonView[];
      moreLessons: boolean;
      notes: FoundNoteView[];
      moreNotes: boolean;
    };

const mostNotes = 10;

/** Looks through the lessons that the viewer may read, as they stand now, and through their own notes. */
export async function search(viewer: Viewer | null, typed: string): Promise<SearchView> {
  const query = readQuery(typed);
  if (query.is === 'empty') return { is: 'empty', text: '' };
  if (query.is === 'long') return { is: 'long', text: query.text };
  const { text } = query;
  return inSchool(
    viewer,
    async (tx, schoolId) => {
      // “T” is Postgres's word for a query that only says what must not be there.
      const [tree] = await tx.execute<{ tree: string }>(sql`select querytree(${strictQuery(text)}) as tree`);
      if (tree === undefined || tree.tree === '' || tree.tree === 'T') return { is: 'wordless', text };
      const readable = await readableCourses(tx, viewer);
      const lessons = await findLessons(tx, schoolId, readable, text);
      const notes = viewer === null ? [] : await findNotes(tx, schoolId, viewer.userId, readable, text);
      return {
        is: 'asked',
        text,
        lessons: lessons.found,
        moreLessons: lessons.more,
        notes: notes.slice(0, mostNotes),
        moreNotes: notes.length > mostNotes,
      };
    },
    { readOnly: true },
  );
}

/** By stems, as in a lesson, or letter by letter: notes are written in any language. The latest first. */
async function findNotes(
  tx: Tx,
  schoolId: string,
  userId: string,
  readable: readonly CourseRow[],
  query: string,
): Promise<FoundNoteView[]> {
  const short = `MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … ", StartSel=${hitStart}, StopSel=${hitEnd}`;
  const headline = (column: 'quote' | 'words') =>
    sql`ts_headline('english', ${sql.identifier(column)}, ${looseQuery(query)}, ${short})`;
  const hits = await tx.execute<{ id: string; quote: string; words: string }>(sql`
    select id, ${headline('quote')} as quote, ${headline('words')} as words from notes
    where user_id = ${userId} and (
      to_tsvector('english', words || ' ' || quote) @@ ${strictQuery(query)}
      or position(lower(${query}::text) in lower(words || ' ' || quote)) > 0)
    order by updated_at desc, id limit ${mostNotes + 1}`);
  if (hits.length === 0) return [];
  const ids = sql.join(
    hits.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = new Map((await ownNotes(tx, userId, sql`notes.id in (${ids})`)).map((row) => [row.id, row]));
  const found: FoundNoteView[] = [];
  for (const hit of hits) {
    const row = rows.get(hit.id);
    if (row === undefined) continue;
    const course = readable.find((one) => one.id === row.courseId);
    const placed =
      course === undefined
        ? null
        : placeNote(await loadEdition(tx, schoolId, course.editionId), course.editionId, row);
    found.push({
      id: hit.id,
      quote: piecesOf(hit.quote),
      words: piecesOf(hit.words),
      lesson:
        course === undefined || placed === null || placed.lesson === null
          ? null
          : { course: course.slug, slug: placed.lesson.slug },
      courseTitle: row.courseTitle,
      lessonTitle: placed?.lesson?.title ?? row.lessonTitle,
      address: placed?.note.place?.address ?? null,
    });
  }
  return found;
}
