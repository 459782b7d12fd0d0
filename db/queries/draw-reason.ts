import 'server-only';
import { sql } from 'drizzle-orm';
import { type DrawReason, drawReasons } from '#lib/mastery/pick-items.ts';
import type { Tx } from '../client.ts';

/** Why a question was drawn for this learner, and when they missed what it asks about. */
export type DrawView = { why: DrawReason; missedAt: Date | null };

type Place = { userId: string; courseId: string; editionId: string; itemId: string; before: Date };

/** Null where nothing is said: in the default quiz, and of a reason that this version does not know. */
export async function drawOf(tx: Tx, reason: string | null, place: Place): Promise<DrawView | null> {
  const why = drawReasons.find((known) => known === reason);
  if (why === undefined) return null;
  return { why, missedAt: why === 'missed' ? await missedAt(tx, place) : null };
}

/** The latest answer that was not all right, before the sitting began, to a question on one of the same claims. */
async function missedAt(
  tx: Tx,
  { userId, courseId, editionId, itemId, before }: Place,
): Promise<Date | null> {
  const [row] = await tx.execute<{ at: number | null }>(sql`
    with alike as (
      select other.item_id from lesson_items own
      join lesson_items other on other.school_id = own.school_id and other.edition_id = own.edition_id
      where own.edition_id = ${editionId} and own.item_id = ${itemId}
        and (other.item_id = own.item_id
          or other.claim_ids ?| array(select jsonb_array_elements_text(own.claim_ids)))
    ), missed as (
      select r.answered_at from responses r
      join attempts a on a.school_id = r.school_id and a.id = r.attempt_id
      where a.user_id = ${userId} and a.course_id = ${courseId} and r.mark < 1
        and (a.lesson_id is not null or a.finished_at is not null)
        and r.item_id in (select item_id from alike)
      union all
      select v.answered_at from reviews v
      join cards c on c.school_id = v.school_id and c.id = v.card_id
      where v.user_id = ${userId} and c.course_id = ${courseId} and v.mark < 1
        and v.item_id in (select item_id from alike)
    )
    select extract(epoch from max(answered_at))::float8 * 1000 as at from missed
    where answered_at < ${before.toISOString()}::timestamptz`);
  return row === undefined || row.at === null ? null : new Date(row.at);
}
