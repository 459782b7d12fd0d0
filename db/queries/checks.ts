import 'server-only';
import { sql } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import type { PresentedItem } from '#lib/course/present-item.ts';
import type { Answer } from '#lib/grading/answer.ts';
import { grade } from '#lib/grading/grade.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { requireCourse } from '../access/course.ts';
import { isAskedNow } from '../asked-now.ts';
import { inSchool, type Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { loadChecks } from '../edition-checks.ts';
import { type ExplanationView, explain, readProof } from './feedback.ts';

/** What the text says to an answer that was given while reading. */
export type CheckedView = {
  number: number;
  item: PresentedItem;
  /** 0 to 1. Kept nowhere. */
  mark: number;
  explanation: ExplanationView;
};

/**
 * Looks at the answer to a question that stands between the paragraphs of a lesson, and stores nothing. It tells
 * of that question alone, and not while a quiz of the viewer waits for its answer.
 */
export async function readCheck(
  viewer: Viewer | null,
  courseSlug: string,
  lessonSlug: string,
  { number, answer }: { number: number; answer: Answer },
): Promise<Result<CheckedView, 'asked-now' | 'answer-misfit'>> {
  return inSchool(
    viewer,
    async (tx, schoolId) => {
      const course = await requireCourse(tx, viewer, courseSlug);
      const edition = await loadEdition(tx, schoolId, course.editionId);
      const lesson = edition.lessons.find((candidate) => candidate.slug === lessonSlug);
      if (lesson === undefined) throw new NotFound('no such lesson');
      const checks = await loadChecks(tx, course.editionId, edition, lesson);
      const check = checks.find((candidate) => candidate.number === number);
      if (check === undefined) throw new NotFound('no such question');
      if (viewer !== null && (await standsOpen(tx, viewer, check.prompt.id))) return refuse('asked-now');
      const proof = await readProof(tx, course.editionId, check.prompt.id);
      const graded = grade(check.prompt, proof.key, answer);
      if (!graded.ok) return graded;
      return ok({
        number,
        item: check.item,
        mark: graded.value.mark,
        explanation: explain(edition, check.item, proof, answer),
      });
    },
    { readOnly: true },
  );
}

async function standsOpen(tx: Tx, viewer: Viewer, itemId: string): Promise<boolean> {
  const [row] = await tx.execute<{ asked: boolean }>(
    sql`select ${isAskedNow(viewer.userId, sql`${itemId}`)} as asked`,
  );
  return row?.asked === true;
}
