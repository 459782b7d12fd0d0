import 'server-only';
import { and, asc, count, desc, eq, gte, lt, lte, not, or } from 'drizzle-orm';
import { anchorOf, sentenceOf } from '#lib/course/evidence.ts';
import { type PresentedItem, presentItem } from '#lib/course/present-item.ts';
import { defaultSettings } from '#lib/mastery/learner-settings.ts';
import { secondsEach, typicalSeconds } from '#lib/mastery/pace.ts';
import { presentOrder } from '#lib/mastery/present-order.ts';
import { type ReviewDay, reviewDay } from '#lib/mastery/review-day.ts';
import { leechLapses } from '#lib/mastery/schedule.ts';
import type { CourseRow } from '../access/course.ts';
import { isAskedNow } from '../asked-now.ts';
import type { Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { lessonOfPlace } from '../joins.ts';
import { settingsOf } from '../learner-settings.ts';
import { courses, items, lessonItems, lessons } from '../schema/content.ts';
import { cards, reviews } from '../schema/learning.ts';

type Named = { slug: string; title: string };

export type ReviewQuestionView = {
  cardId: string;
  /** How often it has been answered: part of what names this showing of it. */
  reps: number;
  course: Named;
  lesson: Named;
  item: PresentedItem;
};

export type LeechView = {
  course: Named;
  lesson: Named;
  stem: string;
  address: string | null;
  quote: string | null;
  lessonAnchor: string | null;
};

/** Only what Today shows: how much is due. */
export async function countDue(
  tx: Tx,
  userId: string,
  readable: readonly CourseRow[],
  now: Date,
): Promise<ReviewDay> {
  return (await dayOf(tx, userId, readable, now, false)).day;
}

/** Cards whose question stands in the current edition of a readable course. */
const inCourses = (userId: string, readable: readonly CourseRow[]) =>
  and(
    eq(cards.userId, userId),
    or(
      ...readable.map(({ id, editionId }) =>
        and(eq(cards.courseId, id), eq(lessonItems.editionId, editionId)),
      ),
    ),
  );

const isDue = (userId: string, now: Date) =>
  and(lte(cards.dueAt, now), lt(cards.lapses, leechLapses), not(isAskedNow(userId, cards.itemId)));

/** So many of the latest answers in review tell a learner's pace. */
const paceFrom = 60;

/** The day of review by the learner's own cap and pace; `done` counts what was answered since it began. */
export async function dayOf(
  tx: Tx,
  userId: string,
  readable: readonly CourseRow[],
  now: Date,
  extra: boolean,
): Promise<{ day: ReviewDay; done: number; seconds: number }> {
  if (readable.length === 0) {
    const { dailyCap: cap } = defaultSettings;
    const day = reviewDay({ due: 0, done: 0, extra, cap, seconds: typicalSeconds });
    return { day, done: 0, seconds: typicalSeconds };
  }
  const midnight = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  const [{ dailyCap: cap }, latest, [due], [done]] = await Promise.all([
    settingsOf(tx, userId),
    tx
      .select({ at: reviews.answeredAt })
      .from(reviews)
      .where(eq(reviews.userId, userId))
      .orderBy(desc(reviews.answeredAt))
      .limit(paceFrom),
    tx
      .select({ count: count() })
      .from(cards)
      .innerJoin(
        lessonItems,
        and(eq(lessonItems.schoolId, cards.schoolId), eq(lessonItems.itemId, cards.itemId)),
      )
      .where(and(inCourses(userId, readable), isDue(userId, now))),
    tx
      .select({ count: count() })
      .from(reviews)
      .where(and(eq(reviews.userId, userId), gte(reviews.answeredAt, midnight))),
  ]);
  const answered = done?.count ?? 0;
  const seconds = secondsEach(latest.map(({ at }) => at));
  const day = reviewDay({ due: due?.count ?? 0, done: answered, extra, cap, seconds });
  return { day, done: answered, seconds };
}

/** Cards with their question and where it is taught, to be narrowed by whoever asks. */
const cardRows = (tx: Tx) =>
  tx
    .select({
      cardId: cards.id,
      reps: cards.reps,
      prompt: items.prompt,
      evidence: lessonItems.evidence,
      editionId: lessonItems.editionId,
      courseSlug: courses.slug,
      courseTitle: courses.title,
      lessonSlug: lessons.slug,
      lessonTitle: lessons.title,
    })
    .from(cards)
    .innerJoin(
      lessonItems,
      and(eq(lessonItems.schoolId, cards.schoolId), eq(lessonItems.itemId, cards.itemId)),
    )
    .innerJoin(items, and(eq(items.schoolId, cards.schoolId), eq(items.id, cards.itemId)))
    .innerJoin(courses, and(eq(courses.schoolId, cards.schoolId), eq(courses.id, cards.courseId)))
    .innerJoin(lessons, lessonOfPlace);

type CardRow = Awaited<ReturnType<typeof cardRows>>[number];

const taughtIn = (row: CardRow) => ({
  course: { slug: row.courseSlug, title: row.courseTitle },
  lesson: { slug: row.lessonSlug, title: row.lessonTitle },
});

export async function firstDue(
  tx: Tx,
  userId: string,
  readable: readonly CourseRow[],
  now: Date,
): Promise<ReviewQuestionView | null> {
  const [row] = await cardRows(tx)
    .where(and(inCourses(userId, readable), isDue(userId, now)))
    .orderBy(asc(cards.dueAt), asc(cards.id))
    .limit(1);
  if (row === undefined) return null;
  return {
    cardId: row.cardId,
    reps: row.reps,
    ...taughtIn(row),
    item: presentItem(row.prompt, presentOrder(row.prompt, `${row.cardId}/${row.reps}`)),
  };
}

const mostLeeches = 10;

export async function leechesOf(
  tx: Tx,
  schoolId: string,
  userId: string,
  readable: readonly CourseRow[],
): Promise<LeechView[]> {
  if (readable.length === 0) return [];
  const rows = await cardRows(tx)
    .where(
      and(inCourses(userId, readable), gte(cards.lapses, leechLapses), not(isAskedNow(userId, cards.itemId))),
    )
    .orderBy(desc(cards.lapses), asc(cards.id))
    .limit(mostLeeches);
  const out: LeechView[] = [];
  for (const row of rows) {
    const edition = await loadEdition(tx, schoolId, row.editionId);
    const [span] = row.evidence;
    const address = span === undefined ? null : (sentenceOf(edition.sentences, span)?.address ?? null);
    out.push({
      ...taughtIn(row),
      stem: row.prompt.stem,
      address,
      quote: span?.quote ?? null,
      lessonAnchor: address === null ? null : anchorOf(address),
    });
  }
  return out;
}
