import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { canAnswer } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { type PresentedItem, presentItem } from '#lib/course/present-item.ts';
import { answerText } from '#lib/grading/answer-text.ts';
import { NotFound } from '#lib/result.ts';
import { requireCourse } from '../access/course.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool, type Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { lessonOfAttempt } from '../joins.ts';
import { answeredOf, totalOf } from '../lesson-progress.ts';
import type { PairView } from '../matched-pairs.ts';
import { lessons } from '../schema/content.ts';
import { attempts } from '../schema/learning.ts';
import { attemptById, placesOf, servedItem } from './attempt-rows.ts';
import { disputeOf } from './disputes.ts';
import { type DrawView, drawOf } from './draw-reason.ts';
import { type FeedbackView, feedbackOf, readProof } from './feedback.ts';
import { type MissedView, type ResultView, resultOf } from './result.ts';

export type { FeedbackView, MissedView, PairView, ResultView };

type Named = { slug: string; title: string };

export type QuestionView = {
  attemptId: string;
  /** A mixed exam over the course, not the quiz of a lesson. */
  exam: boolean;
  course: Named;
  /** Where the question is taught; in an exam it is not said before it is handed in. */
  lesson: Named & { position: number };
  position: number;
  total: number;
  /** Positions answered so far, ascending. */
  answered: number[];
  /** Positions that the learner wants to come back to and has not answered, ascending. */
  marked: number[];
  item: PresentedItem;
  /** Why it was drawn; null where nothing is said of it, and once it is answered. */
  draw: DrawView | null;
  response: FeedbackView | null;
  /** An answer that is saved and told nothing of yet: in an exam that is not handed in. */
  saved: { answerText: string; answeredAt: Date } | null;
  finished: boolean;
  startedAt: Date;
};

export type OpenAttemptView = { id: string; position: number; answered: number; total: number };

/**
 * One question of one's own attempt, open or finished; the key and the evidence only once it is answered, and in
 * an exam once all of it is handed in.
 */
export async function readQuestion(
  viewer: Viewer | null,
  attemptId: string,
  position: number,
): Promise<QuestionView> {
  const person = requirePerson(viewer);
  const id = requireId(attemptId);
  if (!Number.isInteger(position) || position < 1 || position > 10_000)
    throw new NotFound('no such question');
  return inSchool(
    person,
    async (tx, schoolId) => {
      const [[attempt], places, [served]] = await Promise.all([
        attemptById(tx).execute({ attemptId: id }),
        placesOf(tx).execute({ attemptId: id }),
        servedItem(tx).execute({ attemptId: id, position }),
      ]);
      if (attempt === undefined || !canAnswer(person, attempt) || served === undefined)
        throw new NotFound('no such question');
      const item = presentItem(served.prompt, served);
      const exam = attempt.lessonId === null;
      const isTold = !exam || attempt.finishedAt !== null;
      return {
        attemptId: id,
        exam,
        course: { slug: attempt.courseSlug, title: attempt.courseTitle },
        lesson: { slug: served.lessonSlug, title: served.lessonTitle, position: served.lessonPosition },
        position,
        total: places.length,
        answered: places.filter((place) => place.responseId !== null).map((place) => place.position),
        marked: places
          .filter((place) => place.marked && place.responseId === null)
          .map((place) => place.position),
        item,
        response: isTold ? await feedbackFor(tx, schoolId, attempt, served.prompt.id, item, served) : null,
        saved:
          isTold || served.answer === null || served.answeredAt === null
            ? null
            : { answerText: answerText(served.prompt, served.answer), answeredAt: served.answeredAt },
        draw:
          served.responseId !== null
            ? null
            : await drawOf(tx, served.reason, {
                userId: attempt.userId,
                courseId: attempt.courseId,
                editionId: attempt.editionId,
                itemId: served.prompt.id,
                before: attempt.startedAt,
              }),
        finished: attempt.finishedAt !== null,
        startedAt: attempt.startedAt,
      };
    },
    { readOnly: true },
  );
}

type Served = {
  responseId: string | null;
  answer: FeedbackView['answer'] | null;
  mark: number | null;
  certainty: number | null;
  answeredAt: Date | null;
};

async function feedbackFor(
  tx: Tx,
  schoolId: string,
  { userId, editionId }: { userId: string; editionId: string },
  itemId: string,
  item: PresentedItem,
  { responseId, answer, mark, certainty, answeredAt }: Served,
): Promise<FeedbackView | null> {
  if (responseId === null || answer === null || mark === null || answeredAt === null) return null;
  const edition = await loadEdition(tx, schoolId, editionId);
  const proof = await readProof(tx, editionId, itemId);
  const dispute = await disputeOf(tx, userId, editionId, itemId);
  return feedbackOf(edition, item, proof, { responseId, answer, mark, certainty, answeredAt }, dispute);
}

/** The viewer's open attempt at a lesson, and the first question of it that waits for an answer. */
export async function findOpenAttempt(
  viewer: Viewer | null,
  courseSlug: string,
  lessonSlug: string,
): Promise<OpenAttemptView | null> {
  if (viewer === null) return null;
  return inSchool(
    viewer,
    async (tx) => {
      const course = await requireCourse(tx, viewer, courseSlug);
      const [row] = await tx
        .select({ id: attempts.id, answered: answeredOf, total: totalOf })
        .from(attempts)
        .innerJoin(lessons, lessonOfAttempt)
        .where(
          and(
            eq(attempts.userId, viewer.userId),
            eq(attempts.courseId, course.id),
            eq(lessons.slug, lessonSlug),
            isNull(attempts.finishedAt),
          ),
        );
      if (row === undefined) return null;
      const places = await placesOf(tx).execute({ attemptId: row.id });
      const position = places.find((place) => place.responseId === null)?.position ?? 1;
      return { id: row.id, position, answered: row.answered, total: row.total };
    },
    { readOnly: true },
  );
}

/** What a finished quiz of one's own has come to; of an exam tells `readExamResult`. */
export async function readResult(viewer: Viewer | null, attemptId: string): Promise<ResultView> {
  const person = requirePerson(viewer);
  const id = requireId(attemptId);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const [attempt] = await attemptById(tx).execute({ attemptId: id });
      if (attempt === undefined || !canAnswer(person, attempt)) throw new NotFound('no such attempt');
      return resultOf(tx, schoolId, id, attempt);
    },
    { readOnly: true },
  );
}
