import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { canPublishCourse } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import type { Course, Item } from '#lib/course/model.ts';
import { promptOf } from '#lib/course/present-item.ts';
import type { ItemKey } from '#lib/grading/item-key.ts';
import { NotFound } from '#lib/result.ts';
import { audit } from '../audit.ts';
import { inSchool, type Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { claims, courses, editions, items, lessonItems, lessons, options } from '../schema/content.ts';
import { searchedCharacters, searchWords } from '../search-words.ts';

type Published = { courseId: string; editionId: string; created: boolean };

const twoMinutes = 120_000;

/**
 * Makes a compiled course the current edition of a slug. What was published before, to the letter, is
 * taken up again and no new edition made; an item that has not changed keeps its row and so its history.
 * `system` is the command line, which needs nobody's leave.
 */
export async function publishCourse(
  actor: Viewer | 'system',
  input: { slug: string; course: Course; visibility: 'public' | 'class' },
  now: Date = new Date(),
): Promise<Published> {
  if (actor !== 'system' && !canPublishCourse(actor)) throw new NotFound('not for this person');
  const viewer = actor === 'system' ? null : actor;
  const { course } = input;
  return inSchool(
    viewer,
    async (tx, schoolId) => {
      const courseId = await holdCourse(tx, schoolId, input, now);
      const fingerprint = digest({ ...course, diagnostics: [] });
      const [before] = await tx
        .select({ id: editions.id })
        .from(editions)
        .where(and(eq(editions.courseId, courseId), eq(editions.fingerprint, fingerprint)));
      const editionId = before?.id ?? (await insertEdition(tx, schoolId, courseId, fingerprint, course, now));
      await tx
        .update(courses)
        .set({ title: course.title, visibility: input.visibility, currentEditionId: editionId })
        .where(eq(courses.id, courseId));
      const created = before === undefined;
      if (created)
        await audit(
          tx,
          schoolId,
          { actor: viewer, action: 'course.published', subjectId: courseId, details: { editionId } },
          now,
        );
      return { courseId, editionId, created };
    },
    { deadline: twoMinutes },
  );
}

/** The course's row, locked: two who publish one course come one after the other. */
async function holdCourse(
  tx: Tx,
  schoolId: string,
  input: { slug: string; course: Course; visibility: 'public' | 'class' },
  now: Date,
): Promise<string> {
  await tx
    .insert(courses)
    .values({
      schoolId,
      id: newId(now),
      slug: input.slug,
      title: input.course.title,
      visibility: input.visibility,
      createdAt: now,
    })
    .onConflictDoNothing({ target: [courses.schoolId, courses.slug] });
  const [row] = await tx
    .select({ id: courses.id })
    .from(courses)
    .where(eq(courses.slug, input.slug))
    .for('update');
  if (row === undefined) throw new Error('the course was not made');
  return row.id;
}

async function insertEdition(
  tx: Tx,
  schoolId: string,
  courseId: string,
  fingerprint: string,
  course: Course,
  now: Date,
): Promise<string> {
  const editionId = newId(now);
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${editions.number}), 0)` })
    .from(editions)
    .where(eq(editions.courseId, courseId));
  await tx.insert(editions).values({
    schoolId,
    id: editionId,
    courseId,
    number: (last?.number ?? 0) + 1,
    fingerprint,
    compiler: course.compiler,
    sourceSha256: course.source.sha256,
    title: course.title,
    text: course.text,
    words: course.source.words,
    blocks: course.blocks,
    publishedAt: now,
  });
  const place = { schoolId, editionId };
  await insertAll(lessonRows(course, place), (rows) => tx.insert(lessons).values(rows));
  await insertAll(claimRows(course, place), (rows) => tx.insert(claims).values(rows));
  await insertAll(
    course.items.map((item) => itemRow(item, schoolId)),
    (rows) => tx.insert(items).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    course.items.flatMap((item) => optionRows(item, schoolId)),
    (rows) => tx.insert(options).values(rows).onConflictDoNothing(),
  );
  await insertAll(lessonItemRows(course, place), (rows) => tx.insert(lessonItems).values(rows));
  return editionId;
}

/** Few enough for the 65,534 values that one statement may carry. */
const batch = 500;

async function insertAll<T>(rows: T[], insert: (rows: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) await insert(rows.slice(at, at + batch));
}

type Place = { schoolId: string; editionId: string };

type LessonRow = Omit<typeof lessons.$inferInsert, 'words'> & { words: SQL };

function lessonRows(course: Course, place: Place): LessonRow[] {
  return course.lessons.map((lesson, at) => {
    const section = course.sections.find((candidate) => candidate.id === lesson.sectionId);
    if (section === undefined) throw new Error(`lesson ${lesson.id} has no section`);
    return {
      ...place,
      id: lesson.id,
      position: at + 1,
      slug: lesson.slug,
      title: lesson.title,
      start: section.start,
      end: section.end,
      objectives: lesson.objectives,
      summary: lesson.summary,
      concepts: lesson.concepts,
      readingLow: lesson.readingMinutes.low,
      readingHigh: lesson.readingMinutes.high,
      words: searchWords(
        lesson.title,
        course.text.slice(section.start, Math.min(section.end, section.start + searchedCharacters)),
      ),
    };
  });
}

function claimRows(course: Course, place: Place): (typeof claims.$inferInsert)[] {
  return course.claims.map((claim, at) => ({
    ...place,
    id: claim.id,
    lessonId: claim.lessonId,
    position: at + 1,
    type: claim.type,
    label: claim.label,
    origin: claim.origin,
    attribution: claim.attribution,
    text: claim.text,
    parts: claim.parts,
    confidence: claim.confidence,
    salience: claim.salience,
    evidence: claim.evidence,
  }));
}

function itemRow(item: Item, schoolId: string): typeof items.$inferInsert {
  const key: ItemKey = {
    correct: item.options.filter((option) => option.correct).map((option) => option.id),
    pairs: item.pairs,
    order: item.order,
    accept: item.accept,
  };
  const id = rowId(item);
  return {
    schoolId,
    id,
    kind: item.kind,
    bloom: item.bloom,
    difficulty: item.difficulty,
    prompt: promptOf({ ...item, id }),
    key,
  };
}

/**
 * The compiler's id and a digest of what is asked and what is right: rows are never changed, so that an
 * item with another word in it is another row, and one without is the row it was. Reasons are the edition's:
 * "Stated in 2.7" is said otherwise as soon as a sentence is put in before, and the question is the same.
 */
function rowId(item: Item): string {
  const { id, kind, stem, bloom, difficulty, pairs, order, accept } = item;
  const choices = item.options.map((option) => [option.id, option.text, option.correct]);
  return `${id}.${digest([kind, stem, bloom, difficulty, choices, pairs, order, accept]).slice(0, 12)}`;
}

function optionRows(item: Item, schoolId: string): (typeof options.$inferInsert)[] {
  const hasSoleKey = item.kind === 'single' || item.kind === 'true-false';
  return item.options.map((option, at) => ({
    schoolId,
    itemId: rowId(item),
    id: option.id,
    position: at + 1,
    text: option.text,
    correct: option.correct,
    rationale: option.rationale,
    soleKey: hasSoleKey && option.correct,
  }));
}

function lessonItemRows(course: Course, place: Place): (typeof lessonItems.$inferInsert)[] {
  const counts = new Map<string, number>();
  return course.items.map((item) => {
    const position = (counts.get(item.lessonId) ?? 0) + 1;
    counts.set(item.lessonId, position);
    return {
      ...place,
      lessonId: item.lessonId,
      itemId: rowId(item),
      position,
      selected: item.selected,
      claimIds: item.claimIds,
      evidence: item.evidence,
      optionRationales: Object.fromEntries(item.options.map(({ id, rationale }) => [id, rationale])),
      optionEvidence: Object.fromEntries(
        item.options.flatMap((option) => (option.evidence === null ? [] : [[option.id, option.evidence]])),
      ),
    };
  });
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
