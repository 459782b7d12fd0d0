import 'server-only';
import type { Viewer } from '#lib/access/viewer.ts';
import { anchorOf, sentenceOf } from '#lib/course/evidence.ts';
import type { Block, BlockKind, ClaimLabel } from '#lib/course/model.ts';
import type { PresentedItem } from '#lib/course/present-item.ts';
import { markTerms } from '#lib/course/term-marks.ts';
import { NotFound } from '#lib/result.ts';
import { readableCourses, requireCourse } from '../access/course.ts';
import { inSchool, type Tx } from '../client.ts';
import { type EditionBody, type EditionLesson, loadEdition } from '../edition-body.ts';
import { loadChecks } from '../edition-checks.ts';
import { type LessonProgressView, progressIn } from '../lesson-progress.ts';

export type { LessonProgressView };

export type CourseCardView = {
  slug: string;
  title: string;
  lessons: number;
  questions: number;
  words: number;
};

export type LessonCardView = {
  slug: string;
  title: string;
  position: number;
  readingLow: number;
  readingHigh: number;
  /** What a learner will be able to say. */
  objectives: string[];
  /** How many the quiz asks. */
  questions: number;
  /** Characters of each sentence, by paragraph: the lesson in miniature. */
  paragraphs: number[][];
  progress: LessonProgressView | null;
};

export type CourseView = {
  slug: string;
  title: string;
  editionNumber: number;
  publishedAt: Date;
  words: number;
  lessons: LessonCardView[];
};

/** Every `start` and `end` counts UTF-16 units in the whole course's text: subtract the paragraph's `start`. */
export type ParagraphView = {
  kind: BlockKind;
  level: number;
  /** Where the facts of a context box come from. */
  source: string | null;
  start: number;
  end: number;
  text: string;
  /** Empty for headings, context boxes, code and tables. `id` is the sentence's anchor: "s2-7". */
  sentences: { address: string; id: string; text: string; start: number; end: number }[];
  claims: { address: string; label: ClaimLabel; attribution: string | null }[];
  termMarks: { start: number; end: number; termId: string }[];
};

export type TermView = { id: string; term: string; definition: string | null; address: string | null };

/** A question to try while reading, after the paragraph of that place in `paragraphs`. */
export type CheckView = { number: number; after: number; item: PresentedItem };

export type LessonView = {
  course: { slug: string; title: string };
  id: string;
  slug: string;
  title: string;
  position: number;
  /** Lessons in the course. */
  count: number;
  objectives: string[];
  readingLow: number;
  readingHigh: number;
  questions: number;
  paragraphs: ParagraphView[];
  terms: TermView[];
  /** The text's own sentences that say most of it, each with its address. */
  summary: { address: string; text: string }[];
  checks: CheckView[];
  previous: { slug: string; title: string } | null;
  next: { slug: string; title: string } | null;
  progress: LessonProgressView | null;
};

export async function listCourses(viewer: Viewer | null): Promise<CourseCardView[]> {
  return inSchool(
    viewer,
    async (tx, schoolId) => {
      const cards: CourseCardView[] = [];
      for (const course of await readableCourses(tx, viewer)) {
        const edition = await loadEdition(tx, schoolId, course.editionId);
        cards.push({
          slug: course.slug,
          title: course.title,
          lessons: edition.lessons.length,
          questions: edition.lessons.reduce((sum, lesson) => sum + lesson.questions, 0),
          words: edition.words,
        });
      }
      return cards;
    },
    { readOnly: true },
  );
}

export async function readCourse(viewer: Viewer | null, slug: string): Promise<CourseView> {
  return inSchool(
    viewer,
    async (tx, schoolId) => {
      const course = await requireCourse(tx, viewer, slug);
      const edition = await loadEdition(tx, schoolId, course.editionId);
      const progress = await progressOf(tx, viewer, course.id);
      return {
        slug: course.slug,
        title: course.title,
        editionNumber: edition.number,
        publishedAt: edition.publishedAt,
        words: edition.words,
        lessons: edition.lessons.map((lesson) => ({
          slug: lesson.slug,
          title: lesson.title,
          position: lesson.position,
          readingLow: lesson.readingLow,
          readingHigh: lesson.readingHigh,
          objectives: lesson.objectives,
          questions: lesson.questions,
          paragraphs: sentenceLengths(edition, lesson),
          progress: progress.get(lesson.id) ?? null,
        })),
      };
    },
    { readOnly: true },
  );
}

export async function readLesson(
  viewer: Viewer | null,
  courseSlug: string,
  lessonSlug: string,
): Promise<LessonView> {
  return inSchool(
    viewer,
    async (tx, schoolId) => {
      const course = await requireCourse(tx, viewer, courseSlug);
      const edition = await loadEdition(tx, schoolId, course.editionId);
      const at = edition.lessons.findIndex((candidate) => candidate.slug === lessonSlug);
      const lesson = edition.lessons[at];
      if (lesson === undefined) throw new NotFound('no such lesson');
      const progress = await progressOf(tx, viewer, course.id);
      const body = bodyOf(edition, lesson);
      const checks = await loadChecks(tx, course.editionId, edition, lesson);
      return {
        course: { slug: course.slug, title: course.title },
        id: lesson.id,
        slug: lesson.slug,
        title: lesson.title,
        position: lesson.position,
        count: edition.lessons.length,
        objectives: lesson.objectives,
        readingLow: lesson.readingLow,
        readingHigh: lesson.readingHigh,
        questions: lesson.questions,
        paragraphs: body.paragraphs,
        terms: body.terms,
        summary: body.summary,
        checks: checks.map(({ number, afterBlock, item }) => ({ number, after: afterBlock, item })),
        previous: named(edition.lessons[at - 1]),
        next: named(edition.lessons[at + 1]),
        progress: progress.get(lesson.id) ?? null,
      };
    },
    { readOnly: true },
  );
}

async function progressOf(
  tx: Tx,
  viewer: Viewer | null,
  courseId: string,
): Promise<Map<string, LessonProgressView>> {
  return viewer === null ? new Map() : progressIn(tx, viewer.userId, courseId);
}

function named(lesson: EditionLesson | undefined): { slug: string; title: string } | null {
  return lesson === undefined ? null : { slug: lesson.slug, title: lesson.title };
}

function sentenceLengths(edition: EditionBody, lesson: EditionLesson): number[][] {
  const byBlock = new Map<number, number[]>();
  for (const sentence of edition.sentences) {
    if (sentence.sectionIndex !== lesson.position - 1) continue;
    const lengths = byBlock.get(sentence.blockIndex) ?? [];
    lengths.push(sentence.end - sentence.start);
    byBlock.set(sentence.blockIndex, lengths);
  }
  return [...byBlock.values()];
}

type LessonBody = Pick<LessonView, 'paragraphs' | 'terms' | 'summary'>;

/** Goes with the edition when that is dropped from memory. */
const bodies = new WeakMap<EditionLesson, LessonBody>();

function bodyOf(edition: EditionBody, lesson: EditionLesson): LessonBody {
  const found = bodies.get(lesson);
  if (found !== undefined) return found;
  const sentences = edition.sentences.filter((sentence) => sentence.sectionIndex === lesson.position - 1);
  // A heading or a table is no place for a mark: terms are marked where sentences stand.
  const marks = markTerms(edition.text, sentences, lesson.concepts);
  const claims = edition.claims
    .filter((claim) => claim.lessonId === lesson.id)
    .flatMap((claim) => {
      const address = sentenceOf(edition.sentences, claim.evidence)?.address;
      return address === undefined ? [] : [{ address, label: claim.label, attribution: claim.attribution }];
    });
  const paragraphs = edition.blocks.flatMap((block, blockIndex) => {
    if (block.start < lesson.start || block.end > lesson.end) return [];
    const own = sentences.filter((sentence) => sentence.blockIndex === blockIndex);
    const addresses = new Set(own.map((sentence) => sentence.address));
    return [
      paragraphOf(edition.text, block, {
        sentences: own.map((sentence) => ({
          address: sentence.address,
          id: anchorOf(sentence.address),
          text: edition.text.slice(sentence.start, sentence.end),
          start: sentence.start,
          end: sentence.end,
        })),
        claims: withoutRepeats(claims.filter((claim) => addresses.has(claim.address))),
        termMarks: marks.filter((mark) => mark.start >= block.start && mark.end <= block.end),
      }),
    ];
  });
  const terms = lesson.concepts.map((concept) => ({
    id: concept.id,
    term: concept.term,
    definition: concept.definition?.quote ?? null,
    address:
      concept.definition === null
        ? null
        : (sentenceOf(edition.sentences, concept.definition)?.address ?? null),
  }));
  const summary = lesson.summary.flatMap((span) => {
    const address = sentenceOf(edition.sentences, span)?.address;
    return address === undefined ? [] : [{ address, text: span.quote }];
  });
  const body = { paragraphs, terms, summary };
  bodies.set(lesson, body);
  return body;
}

function paragraphOf(
  text: string,
  block: Block,
  parts: Pick<ParagraphView, 'sentences' | 'claims' | 'termMarks'>,
): ParagraphView {
  return {
    kind: block.kind,
    level: block.level,
    source: block.source ?? null,
    start: block.start,
    end: block.end,
    text: text.slice(block.start, block.end),
    sentences: parts.sentences,
    claims: parts.claims,
    termMarks: parts.termMarks,
  };
}

function withoutRepeats<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((entry) => [JSON.stringify(entry), entry])).values()];
}
