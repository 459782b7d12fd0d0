import { eq } from 'drizzle-orm';
import { defaultSettings, type LearnerSettings } from '#lib/mastery/learner-settings.ts';
import type { Tx } from './client.ts';
import { learnerSettings } from './schema/own.ts';

/** What a learner has set for themselves; where they have set nothing, what holds for everybody. */
export async function settingsOf(tx: Tx, userId: string): Promise<LearnerSettings> {
  const [row] = await tx
    .select({ dailyCap: learnerSettings.dailyCap, weeklyGoal: learnerSettings.weeklyGoal })
    .from(learnerSettings)
    .where(eq(learnerSettings.userId, userId));
  return row ?? defaultSettings;
}
