import 'server-only';
import { and, eq } from 'drizzle-orm';
import { canAnswer } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { chunkSection } from '#lib/compiler/chunks.ts';
import { hintPassages } from '#lib/course/hint-passages.ts';
import { NotFound } from '#lib/result.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { itemServed, placeOfServed, responseToServed, servedByAttempt } from '../joins.ts';
import { items, lessonItems } from '../schema/content.ts';
import { attemptItems, attempts, responses } from '../schema/learning.ts';

export type HintView = {
  /** In reading order, each several sentences that stand together; none where the lesson is all there is to say. */
  passages: { address: string; text: string }[][];
};

/**
 * Where the lesson speaks of a question that is open, for its learner and when they ask: passages, and never the
 * sentence that decides. Null where there is nothing to hint at any more: answered, handed in, or an exam.
 */
export async function readHint(
  viewer: Viewer | null,
  attemptId: string,
  position: number,
): Promise<HintView | null> {
  const person = requirePerson(viewer);
  const id = requireId(attemptId);
  if (!Number.isInteger(position) || position < 1 || position > 1000) throw new NotFound('no such question');
  return inSchool(
    person,
    async (tx, schoolId) => {
      const [asked] = await tx
        .select({
          userId: attempts.userId,
          editionId: attempts.editionId,
          lessonId: attempts.lessonId,
          finishedAt: attempts.finishedAt,
          kind: items.kind,
          evidence: lessonItems.evidence,
          responseId: responses.id,
        })
        .from(attempts)
        .innerJoin(attemptItems, servedByAttempt)
        .innerJoin(items, itemServed)
        .innerJoin(lessonItems, placeOfServed)
        .leftJoin(responses, responseToServed)
        .where(and(eq(attempts.id, id), eq(attemptItems.position, position)));
      if (asked === undefined || !canAnswer(person, asked)) throw new NotFound('no such question');
      if (asked.responseId !== null || asked.finishedAt !== null || asked.lessonId === null) return null;
      const edition = await loadEdition(tx, schoolId, asked.editionId);
      const at = edition.lessons.findIndex((lesson) => lesson.id === asked.lessonId);
      const lesson = edition.lessons[at];
      if (lesson === undefined) return { passages: [] };
      const own = edition.sentences.filter((sentence) => sentence.sectionIndex === at);
      const { title, start, end } = lesson;
      const chunks = chunkSection(edition, { id: lesson.id, title, level: 1, start, end }, own);
      return {
        passages: hintPassages(asked.kind, asked.evidence, chunks, own).map((passage) =>
          passage.map((sentence) => ({
            address: sentence.address,
            text: edition.text.slice(sentence.start, sentence.end),
          })),
        ),
      };
    },
    { readOnly: true },
  );
}
