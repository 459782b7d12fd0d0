import 'server-only';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { canManagePeople } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { shareOf } from '#lib/grading/score.ts';
import { afterExam, afterQuiz, newcomer, type Standing } from '#lib/mastery/mastered.ts';
import { NotFound } from '#lib/result.ts';
import { inSchool, type Tx } from '../client.ts';
import { finishedExamParts } from '../exam-parts.ts';
import { attempts, lessonProgress } from '../schema/learning.ts';

const tenMinutes = 600_000;

/**
 * Makes the rollup anew from attempts and responses. Answers wait meanwhile: a count taken beside one
 * that is being saved would be wrong for good.
 */
export async function rebuildProgress(actor: Viewer | 'system'): Promise<{ rows: number }> {
  if (actor !== 'system' && !canManagePeople(actor)) throw new NotFound('not for this person');
  return inSchool(
    actor === 'system' ? null : actor,
    async (tx) => {
      await tx.execute(sql`lock table lesson_progress in share row exclusive mode`);
      await tx.execute(sql`delete from lesson_progress`);
      const rows = await tx.execute(sql`
        with answered as (
          select school_id, attempt_id, count(*)::int as answers, max(answered_at) as last_at
          from responses group by school_id, attempt_id
        ), sat as (
          select a.*, coalesce(n.answers, 0) as answers, n.last_at,
            case when a.finished_at is null then null when a.max_score = 0 then 0 else a.score / a.max_score end as share
          from attempts a left join answered n on n.school_id = a.school_id and n.attempt_id = a.id
          where a.lesson_id is not null
        )
        insert into lesson_progress (school_id, user_id, course_id, lesson_id, attempts, answers, best_share, last_share,
          last_finished_at, last_active_at)
        select school_id, user_id, course_id, lesson_id, count(share)::int, sum(answers)::int, max(share),
          (array_agg(share order by number desc) filter (where share is not null))[1],
          (array_agg(finished_at order by number desc) filter (where share is not null))[1],
          greatest(max(started_at), max(finished_at), max(last_at))
        from sat group by school_id, user_id, course_id, lesson_id
        returning 1`);
      await masterAgain(tx);
      return { rows: rows.length };
    },
    { deadline: tenMinutes },
  );
}

/** Plays the quizzes and exams of everybody who has finished an exam again, in the order in which they were finished. */
async function masterAgain(tx: Tx): Promise<void> {
  const parts = await finishedExamParts(tx, null);
  if (parts.length === 0) return;
  const quizzes = await tx
    .select({
      userId: attempts.userId,
      courseId: attempts.courseId,
      lessonId: attempts.lessonId,
      score: attempts.score,
      maxScore: attempts.maxScore,
      finishedAt: attempts.finishedAt,
    })
    .from(attempts)
    .where(
      and(
        isNotNull(attempts.lessonId),
        isNotNull(attempts.finishedAt),
        sql`exists (select from attempts exam where exam.school_id = attempts.school_id
          and exam.user_id = attempts.user_id and exam.course_id = attempts.course_id and exam.lesson_id is null)`,
      ),
    );
  type Place = { userId: string; courseId: string; lessonId: string };
  const steps: { place: Place; at: Date; step: (standing: Standing) => Standing }[] = parts.map((part) => ({
    place: part,
    at: part.finishedAt,
    step: (standing) => afterExam(standing, part),
  }));
  for (const { userId, courseId, lessonId, score, maxScore, finishedAt } of quizzes) {
    if (lessonId === null || finishedAt === null || score === null || maxScore === null) continue;
    const share = shareOf({ score, maxScore });
    steps.push({
      place: { userId, courseId, lessonId },
      at: finishedAt,
      step: (standing) => afterQuiz(standing, { share, finishedAt }),
    });
  }
  const standings = new Map<string, { place: Place; standing: Standing }>();
  for (const { place, step } of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const name = `${place.userId} ${place.courseId} ${place.lessonId}`;
    standings.set(name, { place, standing: step(standings.get(name)?.standing ?? newcomer) });
  }
  for (const { place, standing } of standings.values()) {
    if (!standing.mastered) continue;
    await tx
      .update(lessonProgress)
      .set({ mastered: true })
      .where(
        and(
          eq(lessonProgress.userId, place.userId),
          eq(lessonProgress.courseId, place.courseId),
          eq(lessonProgress.lessonId, place.lessonId),
        ),
      );
  }
}
