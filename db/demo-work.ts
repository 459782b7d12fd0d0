import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Viewer } from '#lib/access/viewer.ts';
import { randomNumbers, shuffle } from '#lib/text/shuffle.ts';
import { inSchool } from './client.ts';
import { recordResponse } from './commands/record-response.ts';
import { startAttempt } from './commands/start-attempt.ts';
import { visitLesson } from './commands/visit-lesson.ts';
import { demoAnswer } from './demo-answer.ts';
import type { Sitting } from './demo-class.ts';
import { itemServed, responseToServed } from './joins.ts';
import { readCourse } from './queries/courses.ts';
import { items } from './schema/content.ts';
import { attemptItems, attempts, responses } from './schema/learning.ts';

const hour = 3_600_000;
const minute = 60_000;

/** Lets a made-up learner sit attempts, as if at the time; those sat in an interrupted start are not sat again. */
export async function sitAttempts(
  learner: Viewer,
  courseSlug: string,
  sittings: readonly Sitting[],
  now: Date,
): Promise<void> {
  const { lessons } = await readCourse(learner, courseSlug);
  const sat = await inSchool(learner, (tx) =>
    tx
      .select({ id: attempts.id, finishedAt: attempts.finishedAt })
      .from(attempts)
      .where(eq(attempts.userId, learner.userId)),
  );
  const finished = sat.filter((attempt) => attempt.finishedAt !== null).length;
  for (const [at, sitting] of sittings.entries()) {
    const lesson = lessons[sitting.lesson - 1];
    if (at < finished || lesson === undefined || lesson.questions === 0) continue;
    const startedAt = new Date(now.getTime() - sitting.hoursAgo * hour);
    const seed = `demo/${learner.name}/${at}`;
    await visitLesson(learner, courseSlug, lesson.slug, new Date(startedAt.getTime() - 10 * minute));
    const started = await startAttempt(learner, { course: courseSlug, lesson: lesson.slug, seed }, startedAt);
    if (started.ok) await answer(learner, started.value.attemptId, sitting, seed, startedAt);
  }
}

async function answer(
  learner: Viewer,
  attemptId: string,
  sitting: Sitting,
  seed: string,
  startedAt: Date,
): Promise<void> {
  const open = await inSchool(learner, (tx) =>
    tx
      .select({ itemId: items.id, position: attemptItems.position, prompt: items.prompt, key: items.key })
      .from(attemptItems)
      .innerJoin(items, itemServed)
      .leftJoin(responses, responseToServed)
      .where(and(eq(attemptItems.attemptId, attemptId), isNull(responses.id)))
      .orderBy(asc(attemptItems.position)),
  );
  const next = randomNumbers(seed);
  // In a short lesson, too, what is to stay open is not answered to its end.
  const stop =
    sitting.leftOpenAfter === undefined
      ? Number.POSITIVE_INFINITY
      : Math.min(sitting.leftOpenAfter, (open.at(-1)?.position ?? 1) - 1);
  const known = new Set(shuffle(open, seed).slice(0, Math.round(open.length * sitting.right)));
  for (const item of open) {
    const isRight = known.has(item);
    const certainty = next() < 0.3 ? null : isRight ? 3 : 1 + Math.floor(next() * 3);
    if (item.position > stop) break;
    const recorded = await recordResponse(
      learner,
      {
        attemptId,
        position: item.position,
        responseId: randomUUID(),
        answer: demoAnswer(item.prompt, item.key, isRight),
        certainty,
      },
      new Date(startedAt.getTime() + item.position * minute),
    );
    if (!recorded.ok) throw new Error(`a demo answer was refused: ${recorded.refusal}`);
  }
}
