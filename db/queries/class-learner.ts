import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { sentenceOf } from '#lib/course/evidence.ts';
import type { ItemKind } from '#lib/course/model.ts';
import { answerText, correctText } from '#lib/grading/answer-text.ts';
import type { Level } from '#lib/mastery/level.ts';
import { NotFound } from '#lib/result.ts';
import type { ClassRow } from '../access/class.ts';
import { requireId } from '../access/person.ts';
import type { Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { answeredOf, progressIn, totalOf } from '../lesson-progress.ts';
import { type PairView, pairsOf } from '../matched-pairs.ts';
import { enrollments } from '../schema/classes.ts';
import { attempts } from '../schema/learning.ts';
import { users } from '../schema/people.ts';
import { askedItems, attemptById, proofsOfAll } from './attempt-rows.ts';
import { lessonsOf } from './class-grid.ts';

type Named = { slug: string; title: string };

export type LearnerView = {
  userId: string;
  name: string;
  email: string;
  joinedAt: Date;
  class: { id: string; name: string; course: Named };
  lessons: (Named & {
    id: string;
    position: number;
    level: Level | null;
    bestShare: number | null;
    lastShare: number | null;
    attempts: TryView[];
  })[];
  /** Over the whole course. */
  exams: TryView[];
};

export type TryView = {
  id: string;
  number: number;
  startedAt: Date;
  finishedAt: Date | null;
  score: number | null;
  maxScore: number | null;
  answered: number;
  total: number;
};

export type AttemptView = {
  id: string;
  number: number;
  class: { id: string; name: string };
  course: Named;
  learner: { userId: string; name: string };
  /** Null of an exam over the whole course. */
  lesson: (Named & { position: number }) | null;
  startedAt: Date;
  finishedAt: Date | null;
  score: number | null;
  maxScore: number | null;
  items: {
    position: number;
    /** Of the lesson where it is taught. */
    lessonSlug: string;
    stem: string;
    kind: ItemKind;
    unanswered: boolean;
    answerText: string | null;
    correctText: string;
    mark: number | null;
    answeredAt: Date | null;
    certainty: number | null;
    address: string | null;
    quote: string | null;
    /** Of a matching question. */
    pairs: PairView[];
  }[];
};

/** One learner's attempts at the lessons of a class. */
export async function learnerOf(tx: Tx, found: ClassRow, userId: string): Promise<LearnerView> {
  const learner = await requireLearner(tx, found, requireId(userId));
  const [taught, progress, sat] = await Promise.all([
    lessonsOf(tx, found),
    progressIn(tx, learner.userId, found.course.id),
    attemptsOf(tx, found, learner.userId),
  ]);
  return {
    userId: learner.userId,
    name: learner.name,
    email: learner.email,
    joinedAt: learner.joinedAt,
    class: { id: found.id, name: found.name, course: { slug: found.course.slug, title: found.course.title } },
    lessons: taught.map((lesson) => {
      const row = progress.get(lesson.id);
      return {
        id: lesson.id,
        slug: lesson.slug,
        title: lesson.title,
        position: lesson.position,
        level: row?.level ?? null,
        bestShare: row?.bestShare ?? null,
        lastShare: row?.lastShare ?? null,
        attempts: sat.filter((attempt) => attempt.lessonId === lesson.id).map(tryOf),
      };
    }),
    exams: sat.filter((attempt) => attempt.lessonId === null).map(tryOf),
  };
}

function tryOf(attempt: Awaited<ReturnType<typeof attemptsOf>>[number]): TryView {
  return {
    id: attempt.id,
    number: attempt.number,
    startedAt: attempt.startedAt,
    finishedAt: attempt.finishedAt,
    score: attempt.score,
    maxScore: attempt.maxScore,
    answered: attempt.answered,
    total: attempt.total,
  };
}

/** One attempt of a learner of the class, answer by answer with the keys: for its instructors' eyes. */
export async function attemptOf(
  tx: Tx,
  schoolId: string,
  found: ClassRow,
  attemptId: string,
): Promise<AttemptView> {
  const id = requireId(attemptId);
  const [attempt] = await attemptById(tx).execute({ attemptId: id });
  if (attempt === undefined || attempt.courseId !== found.course.id) throw new NotFound('no such attempt');
  const learner = await requireLearner(tx, found, attempt.userId);
  const edition = await loadEdition(tx, schoolId, attempt.editionId);
  const { lessonSlug, lessonTitle, lessonPosition } = attempt;
  const [asked, proofs] = await Promise.all([
    askedItems(tx).execute({ attemptId: id }),
    proofsOfAll(tx).execute({ attemptId: id }),
  ]);
  return {
    id,
    number: attempt.number,
    class: { id: found.id, name: found.name },
    course: { slug: attempt.courseSlug, title: attempt.courseTitle },
    learner: { userId: learner.userId, name: learner.name },
    lesson:
      lessonSlug === null || lessonTitle === null || lessonPosition === null
        ? null
        : { slug: lessonSlug, title: lessonTitle, position: lessonPosition },
    startedAt: attempt.startedAt,
    finishedAt: attempt.finishedAt,
    score: attempt.score,
    maxScore: attempt.maxScore,
    items: asked.map((item) => {
      const proof = proofs.find((candidate) => candidate.itemId === item.itemId);
      const span = proof?.evidence[0];
      return {
        position: item.position,
        lessonSlug: item.lessonSlug,
        stem: item.prompt.stem,
        kind: item.prompt.kind,
        unanswered: item.answer === null,
        answerText: item.answer === null ? null : answerText(item.prompt, item.answer),
        correctText: proof === undefined ? '' : correctText(item.prompt, proof.key),
        mark: item.mark,
        answeredAt: item.answeredAt,
        certainty: item.certainty,
        address: span === undefined ? null : (sentenceOf(edition.sentences, span)?.address ?? null),
        quote: span?.quote ?? null,
        pairs: proof === undefined ? [] : pairsOf(edition, proof.key, proof.evidence, item.answer),
      };
    }),
  };
}

/** A learner who is in the class now. */
async function requireLearner(tx: Tx, found: ClassRow, userId: string) {
  const [row] = await tx
    .select({ userId: users.id, name: users.name, email: users.email, joinedAt: enrollments.joinedAt })
    .from(enrollments)
    .innerJoin(users, and(eq(users.schoolId, enrollments.schoolId), eq(users.id, enrollments.userId)))
    .where(
      and(eq(enrollments.classId, found.id), eq(enrollments.userId, userId), isNull(enrollments.removedAt)),
    );
  if (row === undefined) throw new NotFound('no such learner');
  return row;
}

function attemptsOf(tx: Tx, found: ClassRow, userId: string) {
  return tx
    .select({
      id: attempts.id,
      lessonId: attempts.lessonId,
      number: attempts.number,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      score: attempts.score,
      maxScore: attempts.maxScore,
      answered: answeredOf,
      total: totalOf,
    })
    .from(attempts)
    .where(and(eq(attempts.userId, userId), eq(attempts.courseId, found.course.id)))
    .orderBy(asc(attempts.startedAt), asc(attempts.number));
}
