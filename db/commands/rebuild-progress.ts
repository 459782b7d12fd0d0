import 'server-only';
import { sql } from 'drizzle-orm';
import { canManagePeople } from '#lib/access/policy.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { inSchool } from '../client.ts';

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
        )
        insert into lesson_progress (school_id, user_id, course_id, lesson_id, attempts, answers, best_share, last_share, last_active_at)
        select school_id, user_id, course_id, lesson_id, count(share)::int, sum(answers)::int, max(share),
          (array_agg(share order by number desc) filter (where share is not null))[1],
          greatest(max(started_at), max(finished_at), max(last_at))
        from sat group by school_id, user_id, course_id, lesson_id
        returning 1`);
      return { rows: rows.length };
    },
    { deadline: tenMinutes },
  );
}
