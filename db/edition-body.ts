import { asc, eq, sql } from 'drizzle-orm';
import type { Block, Claim, Concept, Span } from '#lib/course/model.ts';
import { type NumberedSentence, numberSentences } from '#lib/course/numbered-sentences.ts';
import type { Tx } from './client.ts';
import { claims, editions, lessons } from './schema/content.ts';

/** A published edition as the pages need it, without its items. It never changes: read once, and kept. */
export type EditionBody = {
  number: number;
  publishedAt: Date;
  words: number;
  text: string;
  blocks: Block[];
  sentences: NumberedSentence[];
  lessons: EditionLesson[];
  claims: Pick<Claim, 'id' | 'lessonId' | 'label' | 'attribution' | 'text' | 'evidence'>[];
};

export type EditionLesson = {
  id: string;
  /** From 1, as in an address. */
  position: number;
  slug: string;
  title: string;
  start: number;
  end: number;
  objectives: string[];
  /** The sentences that say most of it. */
  summary: Span[];
  concepts: Concept[];
  readingLow: number;
  readingHigh: number;
  /** How many items its quiz asks. */
  questions: number;
};

/** A book's text and sentences take a few megabytes. */
const most = 24;
const kept = new Map<string, EditionBody>();

export async function loadEdition(tx: Tx, schoolId: string, editionId: string): Promise<EditionBody> {
  const name = `${schoolId}/${editionId}`;
  const found = kept.get(name);
  const body = found ?? (await readEdition(tx, editionId));
  // The one that was used longest ago stands first, and goes first.
  kept.delete(name);
  kept.set(name, body);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return body;
}

async function readEdition(tx: Tx, editionId: string): Promise<EditionBody> {
  const [[edition], lessonRows, claimRows] = await Promise.all([
    tx
      .select({
        number: editions.number,
        publishedAt: editions.publishedAt,
        words: editions.words,
        text: editions.text,
        blocks: editions.blocks,
      })
      .from(editions)
      .where(eq(editions.id, editionId)),
    tx
      .select({
        id: lessons.id,
        position: lessons.position,
        slug: lessons.slug,
        title: lessons.title,
        start: lessons.start,
        end: lessons.end,
        objectives: lessons.objectives,
        summary: lessons.summary,
        concepts: lessons.concepts,
        readingLow: lessons.readingLow,
        readingHigh: lessons.readingHigh,
        questions: sql<number>`(select count(*)::int from lesson_items i
          where i.school_id = lessons.school_id and i.edition_id = lessons.edition_id
          and i.lesson_id = lessons.id and i.selected)`,
      })
      .from(lessons)
      .where(eq(lessons.editionId, editionId))
      .orderBy(asc(lessons.position)),
    tx
      .select({
        id: claims.id,
        lessonId: claims.lessonId,
        label: claims.label,
        attribution: claims.attribution,
        text: claims.text,
        evidence: claims.evidence,
      })
      .from(claims)
      .where(eq(claims.editionId, editionId))
      .orderBy(asc(claims.position)),
  ]);
  if (edition === undefined) throw new Error(`edition ${editionId} is not there`);
  // A lesson teaches one section: their numbers are the same.
  const sections = lessonRows.map((lesson) => ({
    id: lesson.id,
    title: lesson.title,
    level: 1,
    start: lesson.start,
    end: lesson.end,
  }));
  return {
    ...edition,
    sentences: numberSentences({ text: edition.text, blocks: edition.blocks, sections }),
    lessons: lessonRows,
    claims: claimRows,
  };
}
