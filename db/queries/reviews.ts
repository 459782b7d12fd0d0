import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { type PresentedItem, presentItem } from '#lib/course/present-item.ts';
import { questionsIn } from '#lib/mastery/pace.ts';
import { presentOrder } from '#lib/mastery/present-order.ts';
import type { ReviewDay } from '#lib/mastery/review-day.ts';
import { NotFound } from '#lib/result.ts';
import { readableCourses } from '../access/course.ts';
import { requireId, requirePerson } from '../access/person.ts';
import { isAskedNow } from '../asked-now.ts';
import { inSchool } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { lessonOfPlace } from '../joins.ts';
import { courses, items, lessonItems, lessons } from '../schema/content.ts';
import { cards, reviews } from '../schema/learning.ts';
import { disputeOf } from './disputes.ts';
import { dayOf, firstDue, type LeechView, leechesOf, type ReviewQuestionView } from './due-cards.ts';
import { type FeedbackView, feedbackOf, readProof } from './feedback.ts';

export type { LeechView, ReviewQuestionView };

type Named = { slug: string; title: string };

export type ReviewQueueView = {
  day: ReviewDay;
  /** Questions answered in review since the day began. */
  done: number;
  /** How many questions fit into the minutes that somebody may have; only where that is fewer than wait. */
  portions: { minutes: number; questions: number }[];
  next: ReviewQuestionView | null;
  /** Forgotten so often that reading is offered instead. */
  leeches: LeechView[];
};

export type ReviewedView = {
  course: Named;
  lesson: Named;
  item: PresentedItem;
  response: FeedbackView;
  /** When the question comes again. */
  dueAt: Date;
  day: ReviewDay;
};

/** What is due for review over all courses that the learner may read, and the first question of it. */
export async function readReviewQueue(
  viewer: Viewer | null,
  now: Date,
  extra = false,
): Promise<ReviewQueueView> {
  const person = requirePerson(viewer);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const readable = await readableCourses(tx, person);
      const { day, done, seconds } = await dayOf(tx, person.userId, readable, now, extra);
      return {
        day,
        done,
        portions: portions(day.now, seconds),
        next: day.now === 0 ? null : await firstDue(tx, person.userId, readable, now),
        leeches: await leechesOf(tx, schoolId, person.userId, readable),
      };
    },
    { readOnly: true },
  );
}

const minutesToHave = [5, 10, 20] as const;

function portions(waiting: number, seconds: number): ReviewQueueView['portions'] {
  return minutesToHave
    .map((minutes) => ({ minutes, questions: questionsIn(minutes, seconds) }))
    .filter(({ questions }) => questions < waiting);
}

/** One's own answer in review, with what the text says to it. */
export async function readReview(viewer: Viewer | null, reviewId: string, now: Date): Promise<ReviewedView> {
  const person = requirePerson(viewer);
  const id = requireId(reviewId);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const [row] = await tx
        .select({
          reps: reviews.reps,
          editionId: reviews.editionId,
          answer: reviews.answer,
          mark: reviews.mark,
          certainty: reviews.certainty,
          answeredAt: reviews.answeredAt,
          cardId: cards.id,
          dueAt: cards.dueAt,
          asked: isAskedNow(person.userId, cards.itemId),
          prompt: items.prompt,
          courseSlug: courses.slug,
          courseTitle: courses.title,
          lessonSlug: lessons.slug,
          lessonTitle: lessons.title,
        })
        .from(reviews)
        .innerJoin(cards, and(eq(cards.schoolId, reviews.schoolId), eq(cards.id, reviews.cardId)))
        .innerJoin(items, and(eq(items.schoolId, reviews.schoolId), eq(items.id, reviews.itemId)))
        .innerJoin(courses, and(eq(courses.schoolId, cards.schoolId), eq(courses.id, cards.courseId)))
        .innerJoin(
          lessonItems,
          and(
            eq(lessonItems.schoolId, reviews.schoolId),
            eq(lessonItems.editionId, reviews.editionId),
            eq(lessonItems.itemId, reviews.itemId),
          ),
        )
        .innerJoin(lessons, lessonOfPlace)
        .where(and(eq(reviews.id, id), eq(reviews.userId, person.userId)));
      // A quiz that asks the same just now must be answered first.
      if (row === undefined || row.asked) throw new NotFound('no such review');
      const item = presentItem(row.prompt, presentOrder(row.prompt, `${row.cardId}/${row.reps}`));
      const edition = await loadEdition(tx, schoolId, row.editionId);
      const proof = await readProof(tx, row.editionId, row.prompt.id);
      const readable = await readableCourses(tx, person);
      const { day } = await dayOf(tx, person.userId, readable, now, false);
      return {
        course: { slug: row.courseSlug, title: row.courseTitle },
        lesson: { slug: row.lessonSlug, title: row.lessonTitle },
        item,
        response: feedbackOf(
          edition,
          item,
          proof,
          {
            responseId: id,
            answer: row.answer,
            mark: row.mark,
            certainty: row.certainty,
            answeredAt: row.answeredAt,
          },
          await disputeOf(tx, person.userId, row.editionId, row.prompt.id),
        ),
        dueAt: row.dueAt,
        day,
      };
    },
    { readOnly: true },
  );
}
