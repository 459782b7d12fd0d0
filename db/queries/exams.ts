import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { canAnswer } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { examSize } from '#lib/compiler/exam.ts';
import { shareOf } from '#lib/grading/score.ts';
import { isPassed, passMark } from '#lib/mastery/pass-mark.ts';
import { NotFound } from '#lib/result.ts';
import { requireCourse } from '../access/course.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { inSchool, type Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { examSizeOf } from '../exam-course.ts';
import { answeredOf, totalOf } from '../lesson-progress.ts';
import { attempts } from '../schema/learning.ts';
import { certificates } from '../schema/own.ts';
import { askedItems, attemptById, proofsOfAnswered, reasonsOfAnswered } from './attempt-rows.ts';
import { type MissedView, missedOf } from './result.ts';

type Named = { slug: string; title: string };

/** The exam that a course offers, and the viewer's own ones. */
export type ExamView = {
  questions: number;
  /** The course has fewer questions than an exam has at most: then one exam may have a few more than another. */
  isShort: boolean;
  passMark: number;
  /** The one that is not handed in yet. */
  open: { attemptId: string; answered: number; total: number } | null;
  /** Those handed in, the latest first. */
  sat: {
    attemptId: string;
    finishedAt: Date;
    score: number;
    maxScore: number;
    passed: boolean;
    /** Of the certificate, where one was asked for. */
    code: string | null;
  }[];
};

export type ExamResultView = {
  attemptId: string;
  course: Named;
  number: number;
  finishedAt: Date;
  score: number;
  maxScore: number;
  passed: boolean;
  passMark: number;
  code: string | null;
  asked: number;
  /** Each lesson that the exam asked about, in the course's order. */
  lessons: (Named & { asked: number; score: number })[];
  missed: (MissedView & { lesson: Named })[];
};

/** What the course's outline says of its exam; null where the course has too few questions for one. */
export async function readExam(viewer: Viewer | null, courseSlug: string): Promise<ExamView | null> {
  return inSchool(
    viewer,
    async (tx, schoolId) => {
      const course = await requireCourse(tx, viewer, courseSlug);
      const questions = await examSizeOf(tx, schoolId, course.editionId);
      const own = viewer === null ? [] : await examsOf(tx, viewer.userId, course.id);
      // One that was begun in an earlier edition can still be ended, and its certificate be found.
      if (questions === 0 && own.length === 0) return null;
      const [open] = own.filter((exam) => exam.finishedAt === null);
      return {
        questions,
        isShort: questions < examSize,
        passMark,
        open: open === undefined ? null : { attemptId: open.id, answered: open.answered, total: open.total },
        sat: own.flatMap(({ id, finishedAt, score, maxScore, code }) =>
          finishedAt === null || score === null || maxScore === null
            ? []
            : [
                {
                  attemptId: id,
                  finishedAt,
                  score,
                  maxScore,
                  passed: isPassed(shareOf({ score, maxScore })),
                  code,
                },
              ],
        ),
      };
    },
    { readOnly: true },
  );
}

function examsOf(tx: Tx, userId: string, courseId: string) {
  return tx
    .select({
      id: attempts.id,
      finishedAt: attempts.finishedAt,
      score: attempts.score,
      maxScore: attempts.maxScore,
      answered: answeredOf,
      total: totalOf,
      code: certificates.code,
    })
    .from(attempts)
    .leftJoin(
      certificates,
      and(eq(certificates.schoolId, attempts.schoolId), eq(certificates.attemptId, attempts.id)),
    )
    .where(and(eq(attempts.userId, userId), eq(attempts.courseId, courseId), isNull(attempts.lessonId)))
    .orderBy(desc(attempts.number));
}

/** What a finished exam of one's own has come to, lesson by lesson. */
export async function readExamResult(viewer: Viewer | null, attemptId: string): Promise<ExamResultView> {
  const person = requirePerson(viewer);
  const id = requireId(attemptId);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const [exam] = await attemptById(tx).execute({ attemptId: id });
      if (exam === undefined || !canAnswer(person, exam)) throw new NotFound('no such exam');
      const { finishedAt, score, maxScore } = exam;
      if (exam.lessonId !== null || finishedAt === null || score === null || maxScore === null)
        throw new NotFound('no finished exam');
      const edition = await loadEdition(tx, schoolId, exam.editionId);
      const [asked, proofs, reasons, [given]] = await Promise.all([
        askedItems(tx).execute({ attemptId: id }),
        proofsOfAnswered(tx).execute({ attemptId: id }),
        reasonsOfAnswered(tx).execute({ attemptId: id }),
        tx.select({ code: certificates.code }).from(certificates).where(eq(certificates.attemptId, id)),
      ]);
      return {
        attemptId: id,
        course: { slug: exam.courseSlug, title: exam.courseTitle },
        number: exam.number,
        finishedAt,
        score,
        maxScore,
        passed: isPassed(shareOf({ score, maxScore })),
        passMark,
        code: given?.code ?? null,
        asked: asked.length,
        lessons: edition.lessons.flatMap((lesson) => {
          const own = asked.filter((item) => item.lessonId === lesson.id);
          const marks = own.reduce((sum, item) => sum + (item.mark ?? 0), 0);
          return own.length === 0
            ? []
            : [{ slug: lesson.slug, title: lesson.title, asked: own.length, score: marks }];
        }),
        missed: asked
          .filter((item) => item.mark === null || item.mark < 1)
          .map((item) => {
            const own = missedOf(
              edition,
              item,
              proofs.find((proof) => proof.itemId === item.itemId),
              reasons.filter((reason) => reason.itemId === item.itemId),
            );
            return { ...own, lesson: { slug: item.lessonSlug, title: item.lessonTitle } };
          }),
      };
    },
    { readOnly: true },
  );
}
