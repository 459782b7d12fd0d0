import { type SQL, sql } from 'drizzle-orm';
import { anchorOf } from '#lib/course/evidence.ts';
import { hitEnd, hitStart, type Piece, piecesOf } from '#lib/text/hits.ts';
import type { CourseRow } from '../access/course.ts';
import type { Tx } from '../client.ts';
import { type EditionBody, type EditionLesson, loadEdition } from '../edition-body.ts';
import { searchedCharacters, searchWords } from '../search-words.ts';

export type FoundSentence = { address: string; anchor: string; pieces: Piece[] };

export type FoundLessonView = {
  course: { slug: string; title: string };
  lesson: { slug: string; position: number; title: Piece[] };
  /** Those that say most of what was looked for; none where only the title does, or a heading. */
  sentences: FoundSentence[];
  /** Sentences that say some of it, beyond those. */
  more: number;
};

const mostLessons = 10;
const mostSentences = 3;
/** Read through for one search: some tenths of a second. Of a longer lesson the beginning is read. */
const sentencesRead = 6000;
/** Nobody writes a longer sentence; what was taken for one is shown and read up to here. */
const longestSentence = 4000;

/** All that was asked for must stand in a lesson; in a sentence, some of it. What must not stand there is left out. */
export const strictQuery = (text: string): SQL => sql`websearch_to_tsquery('english', ${text}::text)`;
export const looseQuery = (text: string): SQL =>
  sql`replace(querytree(${strictQuery(text)}), ' & ', ' | ')::tsquery`;

/** The whole text again, with its hits between two characters that no text has. */
export const wholeHeadline = (text: SQL, query: string): SQL<string> =>
  sql<string>`ts_headline('english', ${text}, ${looseQuery(query)},
    ${`HighlightAll=true, StartSel=${hitStart}, StopSel=${hitEnd}`})`;

/** Lessons of the current editions of these courses, the best first. */
export async function findLessons(
  tx: Tx,
  schoolId: string,
  courses: readonly CourseRow[],
  query: string,
): Promise<{ found: FoundLessonView[]; more: boolean }> {
  const byEdition = new Map(courses.map((course) => [course.editionId, course]));
  if (byEdition.size === 0) return { found: [], more: false };
  const editions = sql`(${sql.join(
    [...byEdition.keys()].map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
  const strict = strictQuery(query);
  // An edition that a process before this one published has no words yet: they are made of its text, now.
  const own = searchWords(
    sql`l.title`,
    sql`substring(e.text from l.start + 1 for least(l."end" - l.start, ${searchedCharacters}::int))`,
  );
  const rows = await tx.execute<{ edition: string; lesson: string; title: string }>(sql`
    select edition, lesson, ${wholeHeadline(sql`title`, query)} as title from (
      select l.edition_id as edition, l.id as lesson, l.title, l.position, ts_rank_cd(l.words, ${strict}, 1) as rank
      from lessons l where l.edition_id in ${editions} and l.words @@ ${strict}
      union all
      select l.edition_id, l.id, l.title, l.position, ts_rank_cd(made.words, ${strict}, 1)
      from lessons l join editions e on e.school_id = l.school_id and e.id = l.edition_id,
        lateral (select ${own} as words) made
      where l.edition_id in ${editions} and l.words is null and made.words @@ ${strict}
      order by rank desc, position, edition limit ${mostLessons + 1}
    ) best`);
  const lessons: Candidate[] = [];
  for (const row of rows.slice(0, mostLessons)) {
    const course = byEdition.get(row.edition);
    if (course === undefined) continue;
    const edition = await loadEdition(tx, schoolId, course.editionId);
    const lesson = edition.lessons.find((one) => one.id === row.lesson);
    if (lesson !== undefined) lessons.push({ course, edition, lesson, title: piecesOf(row.title) });
  }
  const sentences = await findSentences(tx, lessons, query);
  return {
    found: lessons.map(({ course, lesson, title }, at) => {
      const own = sentences.get(at) ?? [];
      return {
        course: { slug: course.slug, title: course.title },
        lesson: { slug: lesson.slug, position: lesson.position, title },
        sentences: own.map(({ address, text }) => ({
          address,
          anchor: anchorOf(address),
          pieces: piecesOf(text),
        })),
        more: Math.max(0, (own[0]?.of ?? 0) - own.length),
      };
    }),
    more: rows.length > mostLessons,
  };
}

type Candidate = { course: CourseRow; edition: EditionBody; lesson: EditionLesson; title: Piece[] };
type Hit = { lesson: number; address: string; text: string; of: number };

/** The sentences of each lesson that say what was looked for: all of it first, then most of it. */
async function findSentences(
  tx: Tx,
  lessons: readonly Candidate[],
  query: string,
): Promise<Map<number, Hit[]>> {
  const rows = lessons
    .flatMap(({ edition, lesson }, at) =>
      edition.sentences
        .filter((sentence) => sentence.sectionIndex === lesson.position - 1)
        .map(({ address, start, end }, n) => ({
          lesson: at,
          n,
          address,
          text: edition.text.slice(start, Math.min(end, start + longestSentence)),
        })),
    )
    .slice(0, sentencesRead);
  if (rows.length === 0) return new Map();
  // (As text first: the driver would write a string that goes to jsonb as JSON once more.)
  const hits = await tx.execute<Hit>(sql`
    select lesson, address, "of", ${wholeHeadline(sql`text`, query)} as text from (
      select lesson, n, address, text, count(*) over (partition by lesson)::int as "of",
        row_number() over (partition by lesson order by words @@ ${strictQuery(query)} desc,
          ts_rank(words, ${looseQuery(query)}) desc, n) as place
      from (
        select *, to_tsvector('english', text) as words
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as s(lesson int, n int, address text, text text)
      ) read
      where words @@ ${looseQuery(query)}
    ) ranked where place <= ${mostSentences} order by lesson, place`);
  const byLesson = new Map<number, Hit[]>();
  for (const hit of hits) byLesson.set(hit.lesson, [...(byLesson.get(hit.lesson) ?? []), hit]);
  return byLesson;
}
