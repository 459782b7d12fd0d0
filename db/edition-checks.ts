import { and, asc, eq } from 'drizzle-orm';
import { chunkSection } from '#lib/compiler/chunks.ts';
import { sentencesWithin } from '#lib/course/evidence.ts';
import { type ItemPrompt, type PresentedItem, presentItem } from '#lib/course/present-item.ts';
import { pickChecks } from '#lib/mastery/pick-checks.ts';
import { presentOrder } from '#lib/mastery/present-order.ts';
import type { Tx } from './client.ts';
import type { EditionBody, EditionLesson } from './edition-body.ts';
import { itemOfPlace } from './joins.ts';
import { items, lessonItems } from './schema/content.ts';

/** A question to try while reading a lesson. Its prompt names the item, and stays on the server. */
export type LessonCheck = {
  prompt: ItemPrompt;
  /** From 1, in reading order. */
  number: number;
  /** The place of the lesson's block after which it stands, from 0. */
  afterBlock: number;
  item: PresentedItem;
};

/** Goes with the edition when that is dropped from memory. */
const kept = new WeakMap<EditionLesson, LessonCheck[]>();

/** The questions between the paragraphs of a lesson: the same for everybody, so that they are read once. No keys. */
export async function loadChecks(
  tx: Tx,
  editionId: string,
  edition: EditionBody,
  lesson: EditionLesson,
): Promise<LessonCheck[]> {
  const found = kept.get(lesson);
  if (found !== undefined) return found;
  const checks = await readChecks(tx, editionId, edition, lesson);
  kept.set(lesson, checks);
  return checks;
}

async function readChecks(
  tx: Tx,
  editionId: string,
  edition: EditionBody,
  lesson: EditionLesson,
): Promise<LessonCheck[]> {
  const bank = await tx
    .select({
      itemId: lessonItems.itemId,
      position: lessonItems.position,
      selected: lessonItems.selected,
      claimIds: lessonItems.claimIds,
      evidence: lessonItems.evidence,
      prompt: items.prompt,
    })
    .from(lessonItems)
    .innerJoin(items, itemOfPlace)
    .where(and(eq(lessonItems.editionId, editionId), eq(lessonItems.lessonId, lesson.id)))
    .orderBy(asc(lessonItems.position));
  const section = { id: lesson.id, title: lesson.title, level: 1, start: lesson.start, end: lesson.end };
  const chunks = chunkSection(
    edition,
    section,
    edition.sentences.filter((sentence) => sentence.sectionIndex === lesson.position - 1),
  );
  const blocks = edition.blocks.filter((block) => block.start >= lesson.start && block.end <= lesson.end);
  const candidates = bank.map(({ itemId, position, selected, claimIds, evidence, prompt }) => ({
    itemId,
    position,
    selected,
    claimIds,
    evidence,
    kind: prompt.kind,
    sentences: evidence.flatMap((span) =>
      sentencesWithin(edition.sentences, span).map(({ address }) => address),
    ),
  }));
  return pickChecks(chunks, candidates).flatMap(({ itemId, chunk }, at) => {
    const prompt = bank.find((entry) => entry.itemId === itemId)?.prompt;
    const end = chunks[chunk]?.end;
    if (prompt === undefined || end === undefined) return [];
    return {
      prompt,
      number: at + 1,
      // A chunk may end within a paragraph: the question does not break that.
      afterBlock: blocks.findLastIndex((block) => block.start < end),
      item: presentItem(prompt, presentOrder(prompt, lesson.id)),
    };
  });
}
