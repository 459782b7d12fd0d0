import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { canAnswer } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import type { Answer } from '#lib/grading/answer.ts';
import { grade } from '#lib/grading/grade.ts';
import { isSameAnswer } from '#lib/grading/same-answer.ts';
import { scoreOf, shareOf } from '#lib/grading/score.ts';
import { NotFound, ok, type Result, refuse } from '#lib/result.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { remember } from '../cards.ts';
import { inSchool, prepared, type Tx } from '../client.ts';
import { isViolation } from '../database-away.ts';
import { itemServed, placeOfServed, responseToServed } from '../joins.ts';
import { addProgress, keepMastery } from '../progress-rollup.ts';
import { items, lessonItems } from '../schema/content.ts';
import { attemptItems, attempts, responseOptions, responses } from '../schema/learning.ts';
import { isStorableAnswer } from '../storable-answer.ts';

type Input = {
  attemptId: string;
  /** Of the question in its attempt, from 1: its item's id says too much to be sent to a browser. */
  position: number;
  responseId: string;
  answer: Answer;
  certainty: number | null;
};
type Recorded = {
  responseId: string;
  position: number;
  next: number | null;
  finished: boolean;
  /** In an exam nothing is told of an answer before all is handed in. */
  exam: boolean;
};
type Refusal = 'attempt-finished' | 'already-answered' | 'different-answer' | 'not-served' | 'answer-misfit';

/**
 * Saves one answer and its mark; the last one finishes the attempt. The client makes the response's id, so
 * that a retry whose first reply was lost is told the same again, and saves nothing twice.
 */
export async function recordResponse(
  viewer: Viewer | null,
  input: Input,
  now: Date = new Date(),
): Promise<Result<Recorded, Refusal>> {
  const person = requirePerson(viewer);
  const attemptId = requireId(input.attemptId);
  const responseId = requireId(input.responseId);
  if (!isStorableAnswer(input.answer, input.certainty)) return refuse('answer-misfit');
  if (!Number.isInteger(input.position) || input.position < 1 || input.position > 1000)
    return refuse('not-served');
  try {
    return await inSchool(person, (tx, schoolId) =>
      record(tx, schoolId, person, { ...input, attemptId, responseId }, now),
    );
  } catch (error) {
    // The id names a response to another question, or of another person: nothing more is told.
    if (isViolation(error, 'responses_school_id_id_pk')) return refuse('different-answer');
    throw error;
  }
}

async function record(
  tx: Tx,
  schoolId: string,
  person: Viewer,
  input: Input,
  now: Date,
): Promise<Result<Recorded, Refusal>> {
  const { attemptId, position, responseId, answer, certainty } = input;
  // Sent together, run in order: the others see what was committed before the lock was had.
  const [[attempt], [served], places] = await Promise.all([
    lockAttempt(tx).execute({ attemptId, userId: person.userId }),
    servedWithKey(tx).execute({ attemptId, position }),
    marks(tx).execute({ attemptId }),
  ]);
  if (attempt === undefined || !canAnswer(person, attempt)) throw new NotFound('no such attempt');
  if (served === undefined) return refuse('not-served');
  const { itemId } = served;
  const isFinished = attempt.finishedAt !== null;
  if (served.responseId !== null && served.answer !== null) {
    if (served.responseId !== responseId) return refuse('already-answered');
    if (!isSameAnswer(served.answer, answer) || served.certainty !== certainty)
      return refuse('different-answer');
    return ok({
      responseId,
      position,
      next: isFinished ? null : nextOf(places, position),
      finished: isFinished,
      exam: attempt.lessonId === null,
    });
  }
  if (isFinished) return refuse('attempt-finished');
  const graded = grade(served.prompt, served.key, answer);
  if (!graded.ok) return graded;
  const { mark } = graded.value;
  const next = nextOf(places, position);
  const score =
    next === null
      ? scoreOf(
          [mark, ...places.flatMap((place) => (place.mark === null ? [] : [place.mark]))],
          places.length,
        )
      : null;
  const chosen = chosenOf(answer);
  await Promise.all([
    insertResponse(tx).execute({ schoolId, responseId, attemptId, itemId, answer, mark, certainty, now }),
    ...chosen.map((optionId) => insertChoice(tx).execute({ schoolId, responseId, itemId, optionId })),
    ...(score === null
      ? []
      : [
          finishAttempt(tx).execute({
            attemptId,
            now: now.toISOString(),
            score: score.score,
            maxScore: score.maxScore,
          }),
        ]),
    remember(
      tx,
      { schoolId, userId: attempt.userId, courseId: attempt.courseId, lessonId: served.lessonId, itemId },
      { mark, certainty },
      now,
    ),
    ...(attempt.lessonId === null
      ? []
      : [
          addProgress(
            tx,
            {
              schoolId,
              userId: attempt.userId,
              courseId: attempt.courseId,
              lessonId: attempt.lessonId,
              answers: 1,
              share: score === null ? null : shareOf(score),
            },
            now,
          ),
        ]),
  ]);
  const isExam = attempt.lessonId === null;
  if (isExam && score !== null)
    await keepMastery(tx, { attemptId, userId: attempt.userId, courseId: attempt.courseId });
  return ok({ responseId, position, next, finished: score !== null, exam: isExam });
}

const lockAttempt = prepared((tx) =>
  tx
    .select({
      userId: attempts.userId,
      courseId: attempts.courseId,
      lessonId: attempts.lessonId,
      finishedAt: attempts.finishedAt,
    })
    .from(attempts)
    // By its learner too: nobody may hold up an attempt of another.
    .where(and(eq(attempts.id, sql.placeholder('attemptId')), eq(attempts.userId, sql.placeholder('userId'))))
    .for('update')
    .prepare('lock_attempt'),
);

const servedWithKey = prepared((tx) =>
  tx
    .select({
      itemId: attemptItems.itemId,
      lessonId: lessonItems.lessonId,
      prompt: items.prompt,
      key: items.key,
      responseId: responses.id,
      answer: responses.answer,
      certainty: responses.certainty,
    })
    .from(attemptItems)
    .innerJoin(items, itemServed)
    .innerJoin(lessonItems, placeOfServed)
    .leftJoin(responses, responseToServed)
    .where(
      and(
        eq(attemptItems.attemptId, sql.placeholder('attemptId')),
        eq(attemptItems.position, sql.placeholder('position')),
      ),
    )
    .prepare('served_with_key'),
);

const marks = prepared((tx) =>
  tx
    .select({ position: attemptItems.position, mark: responses.mark })
    .from(attemptItems)
    .leftJoin(responses, responseToServed)
    .where(eq(attemptItems.attemptId, sql.placeholder('attemptId')))
    .orderBy(asc(attemptItems.position))
    .prepare('marks'),
);

const insertResponse = prepared((tx) =>
  tx
    .insert(responses)
    .values({
      schoolId: sql.placeholder('schoolId'),
      id: sql.placeholder('responseId'),
      attemptId: sql.placeholder('attemptId'),
      itemId: sql.placeholder('itemId'),
      answer: sql.placeholder('answer'),
      mark: sql.placeholder('mark'),
      certainty: sql.placeholder('certainty'),
      answeredAt: sql.placeholder('now'),
    })
    .prepare('insert_response'),
);

const insertChoice = prepared((tx) =>
  tx
    .insert(responseOptions)
    .values({
      schoolId: sql.placeholder('schoolId'),
      responseId: sql.placeholder('responseId'),
      itemId: sql.placeholder('itemId'),
      optionId: sql.placeholder('optionId'),
    })
    .prepare('insert_choice'),
);

const finishAttempt = prepared((tx) =>
  tx
    .update(attempts)
    .set({
      finishedAt: sql`${sql.placeholder('now')}::timestamptz`,
      score: sql`${sql.placeholder('score')}::float8`,
      maxScore: sql`${sql.placeholder('maxScore')}::float8`,
    })
    .where(eq(attempts.id, sql.placeholder('attemptId')))
    .prepare('finish_attempt'),
);

/** The next question that waits for an answer, from this one on and then from the start; null if none does. */
function nextOf(
  places: readonly { position: number; mark: number | null }[],
  position: number,
): number | null {
  const open = places.filter((place) => place.mark === null && place.position !== position);
  return (open.find((place) => place.position > position) ?? open[0])?.position ?? null;
}

function chosenOf(answer: Answer): string[] {
  if (answer.kind === 'single' || answer.kind === 'true-false') return [answer.option];
  return answer.kind === 'multiple' ? answer.options : [];
}
