import { asc, eq } from 'drizzle-orm';
import { drawExam, type ExamCourse, examSize, leastExam } from '#lib/compiler/exam.ts';
import type { ItemPrompt } from '#lib/course/present-item.ts';
import type { Tx } from './client.ts';
import { type EditionBody, loadEdition } from './edition-body.ts';
import { itemOfPlace } from './joins.ts';
import { claims, items, lessonItems } from './schema/content.ts';

/** What an exam over an edition is drawn from, keys included, and how each question is asked. */
export async function loadExamCourse(
  tx: Tx,
  editionId: string,
  edition: EditionBody,
): Promise<{ course: ExamCourse; prompts: ReadonlyMap<string, ItemPrompt> }> {
  const [bank, own] = await Promise.all([
    tx
      .select({
        lessonId: lessonItems.lessonId,
        selected: lessonItems.selected,
        claimIds: lessonItems.claimIds,
        evidence: lessonItems.evidence,
        prompt: items.prompt,
        key: items.key,
      })
      .from(lessonItems)
      .innerJoin(items, itemOfPlace)
      .where(eq(lessonItems.editionId, editionId))
      .orderBy(asc(lessonItems.position), asc(lessonItems.itemId)),
    tx
      .select({ id: claims.id, type: claims.type, parts: claims.parts, salience: claims.salience })
      .from(claims)
      .where(eq(claims.editionId, editionId)),
  ]);
  const places = new Map(edition.lessons.map((lesson) => [lesson.id, lesson.position]));
  const placeOf = ({ lessonId }: { lessonId: string }) => places.get(lessonId) ?? 0;
  return {
    // A lesson teaches one section: they have one id here.
    course: {
      lessons: edition.lessons.map(({ id }) => ({ id, sectionId: id })),
      sections: edition.lessons.map(({ id, start, end }) => ({ id, start, end })),
      claims: own,
      items: bank
        .sort((a, b) => placeOf(a) - placeOf(b))
        .map(({ lessonId, selected, claimIds, evidence, prompt, key }) => ({
          id: prompt.id,
          lessonId,
          claimIds,
          kind: prompt.kind,
          stem: prompt.stem,
          options: prompt.options.map(({ id, text }) => ({ text, correct: key.correct.includes(id) })),
          pairs: key.pairs,
          order: key.order,
          accept: key.accept,
          evidence,
          selected,
        })),
    },
    prompts: new Map(bank.map(({ prompt }) => [prompt.id, prompt])),
  };
}

/** Goes with the edition when that is dropped from memory. */
const sizes = new WeakMap<EditionBody, number>();

/** How many questions an exam over the edition has, or about how many where that is fewer than most have; 0 for no exam. */
export async function examSizeOf(tx: Tx, schoolId: string, editionId: string): Promise<number> {
  const edition = await loadEdition(tx, schoolId, editionId);
  const known = sizes.get(edition);
  if (known !== undefined) return known;
  const { course } = await loadExamCourse(tx, editionId, edition);
  const drawn = drawExam(course, { size: examSize, seed: 'size' }).length;
  const size = drawn < leastExam ? 0 : drawn;
  sizes.set(edition, size);
  return size;
}
