import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { drawSitting, examSize } from '#lib/compiler/exam.ts';
import { presentOrder } from '#lib/mastery/present-order.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { type CourseRow, requireCourse } from '../access/course.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool, type Tx } from '../client.ts';
import { loadEdition } from '../edition-body.ts';
import { examSizeOf, loadExamCourse } from '../exam-course.ts';
import { servedByAttempt } from '../joins.ts';
import { newId } from '../new-id.ts';
import { attemptItems, attempts } from '../schema/learning.ts';
import { findOpenSitting, type Started } from '../sitting.ts';

/**
 * Goes on with the viewer's open exam over a course, or begins one with other questions than the ones before it.
 * Two at once begin one: the database holds a learner to one open exam a course.
 */
export async function startExam(
  viewer: Viewer | null,
  input: { course: string; seed: string },
  now: Date = new Date(),
): Promise<Result<Started, 'too-few-items'>> {
  const person = requirePerson(viewer);
  return inSchool(person, async (tx, schoolId) => {
    const course = await requireCourse(tx, person, input.course);
    const place = { schoolId, userId: person.userId, courseId: course.id };
    // A second round only if the exam that was in the way has been finished in between.
    for (let round = 0; round < 3; round += 1) {
      const open = await findOpenSitting(tx, atPlace(place));
      if (open !== null) return ok(open);
      if ((await examSizeOf(tx, schoolId, course.editionId)) === 0) return refuse('too-few-items');
      const attemptId = await begin(tx, course, place, input.seed, now);
      if (attemptId !== null) return ok({ attemptId, position: 1 });
    }
    throw new Error('an exam could neither be begun nor found');
  });
}

type Place = { schoolId: string; userId: string; courseId: string };

const atPlace = (place: Place) =>
  and(eq(attempts.userId, place.userId), eq(attempts.courseId, place.courseId), isNull(attempts.lessonId));

/** Null where another process was first. */
async function begin(
  tx: Tx,
  course: CourseRow,
  place: Place,
  seed: string,
  now: Date,
): Promise<string | null> {
  const edition = await loadEdition(tx, place.schoolId, course.editionId);
  const [bank, asked, [last]] = await Promise.all([
    loadExamCourse(tx, course.editionId, edition),
    tx
      .selectDistinct({ itemId: attemptItems.itemId })
      .from(attempts)
      .innerJoin(attemptItems, servedByAttempt)
      .where(atPlace(place)),
    tx
      .select({ number: attempts.number })
      .from(attempts)
      .where(atPlace(place))
      .orderBy(desc(attempts.number))
      .limit(1),
  ]);
  const before = new Set(asked.map(({ itemId }) => itemId));
  const drawn = drawSitting(bank.course, { size: examSize, seed, before });
  const attemptId = newId(now);
  const made = await tx
    .insert(attempts)
    .values({
      ...place,
      id: attemptId,
      editionId: course.editionId,
      lessonId: null,
      number: (last?.number ?? 0) + 1,
      startedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: attempts.id });
  if (made.length === 0) return null;
  await tx.insert(attemptItems).values(
    drawn.flatMap((itemId, at) => {
      const prompt = bank.prompts.get(itemId);
      if (prompt === undefined) return [];
      const { optionOrder, choiceOrder } = presentOrder(prompt, seed);
      return {
        schoolId: place.schoolId,
        attemptId,
        itemId,
        editionId: course.editionId,
        position: at + 1,
        optionOrder,
        choiceOrder,
      };
    }),
  );
  return attemptId;
}
