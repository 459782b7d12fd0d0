import { and, eq, sql } from 'drizzle-orm';
import { type Memory, recallOf, schedule } from '#lib/mastery/schedule.ts';
import { prepared, type Tx } from './client.ts';
import { newId } from './new-id.ts';
import { cards } from './schema/learning.ts';

export type CardPlace = {
  schoolId: string;
  userId: string;
  courseId: string;
  lessonId: string;
  itemId: string;
};

/** What the rules read of a card. */
export const memoryColumns = {
  dueAt: cards.dueAt,
  stability: cards.stability,
  difficulty: cards.difficulty,
  scheduledDays: cards.scheduledDays,
  reps: cards.reps,
  lapses: cards.lapses,
  state: cards.state,
  lastAt: cards.lastAt,
} as const;

const cardOf = prepared((tx) =>
  tx
    .select(memoryColumns)
    .from(cards)
    .where(
      and(
        eq(cards.userId, sql.placeholder('userId')),
        eq(cards.courseId, sql.placeholder('courseId')),
        eq(cards.itemId, sql.placeholder('itemId')),
      ),
    )
    .for('update')
    .prepare('card_of'),
);

/** The memory of a question after one more answer, in the transaction that keeps the answer. */
export async function remember(
  tx: Tx,
  place: CardPlace,
  answer: { mark: number; certainty: number | null },
  now: Date,
): Promise<void> {
  const { userId, courseId, itemId } = place;
  const [before] = await cardOf(tx).execute({ userId, courseId, itemId });
  await keepCard(tx, place, schedule(before ?? null, recallOf(answer), now), now);
}

const upsertCard = prepared((tx) => {
  const memory = {
    dueAt: sql`${sql.placeholder('dueAt')}::timestamptz`,
    stability: sql`${sql.placeholder('stability')}::float8`,
    difficulty: sql`${sql.placeholder('difficulty')}::float8`,
    scheduledDays: sql`${sql.placeholder('scheduledDays')}::int`,
    reps: sql`${sql.placeholder('reps')}::int`,
    lapses: sql`${sql.placeholder('lapses')}::int`,
    state: sql`${sql.placeholder('state')}::text`,
    lastAt: sql`${sql.placeholder('lastAt')}::timestamptz`,
    lessonId: sql`${sql.placeholder('lessonId')}::text`,
  };
  return tx
    .insert(cards)
    .values({
      schoolId: sql.placeholder('schoolId'),
      id: sql.placeholder('id'),
      userId: sql.placeholder('userId'),
      courseId: sql.placeholder('courseId'),
      itemId: sql.placeholder('itemId'),
      ...memory,
    })
    .onConflictDoUpdate({
      target: [cards.schoolId, cards.userId, cards.courseId, cards.itemId],
      set: memory,
    })
    .prepare('upsert_card');
});

export async function keepCard(tx: Tx, place: CardPlace, memory: Memory, now: Date): Promise<void> {
  const lastAt = memory.lastAt ?? now;
  await upsertCard(tx).execute({
    ...place,
    ...memory,
    id: newId(now),
    dueAt: memory.dueAt.toISOString(),
    lastAt: lastAt.toISOString(),
  });
}
