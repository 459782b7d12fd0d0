import 'server-only';
import type { Viewer } from '#lib/access/viewer.ts';
import { checkSettings, type LearnerSettings } from '#lib/mastery/learner-settings.ts';
import { ok, type Result } from '#lib/result.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { learnerSettings } from '../schema/own.ts';

/** Keeps what a learner wants of themselves. The last one saved holds; the same again changes nothing. */
export async function saveLearnerSettings(
  viewer: Viewer | null,
  input: LearnerSettings,
  now: Date = new Date(),
): Promise<Result<null, 'cap-out-of-range' | 'goal-out-of-range'>> {
  const person = requirePerson(viewer);
  const checked = checkSettings(input);
  if (!checked.ok) return checked;
  const { dailyCap, weeklyGoal } = checked.value;
  await inSchool(person, (tx, schoolId) =>
    tx
      .insert(learnerSettings)
      .values({ schoolId, userId: person.userId, dailyCap, weeklyGoal, updatedAt: now })
      .onConflictDoUpdate({
        target: [learnerSettings.schoolId, learnerSettings.userId],
        set: { dailyCap, weeklyGoal, updatedAt: now },
      }),
  );
  return ok(null);
}
