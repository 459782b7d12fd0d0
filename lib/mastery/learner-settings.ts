import { ok, type Result, refuse } from '../result.ts';
import { mostDays } from './week.ts';

/** What a learner has set for themselves. */
export type LearnerSettings = {
  /** Questions asked again in a day, at most; what is beyond waits, and nothing is lost by it. */
  dailyCap: number;
  /** Days a week with at least one answer; null where no goal is set. */
  weeklyGoal: number | null;
};

export const capLimits = { least: 5, most: 200 } as const;
export const defaultSettings: LearnerSettings = { dailyCap: 20, weeklyGoal: null };

export function checkSettings(
  settings: LearnerSettings,
): Result<LearnerSettings, 'cap-out-of-range' | 'goal-out-of-range'> {
  const { dailyCap, weeklyGoal } = settings;
  if (!Number.isInteger(dailyCap) || dailyCap < capLimits.least || dailyCap > capLimits.most)
    return refuse('cap-out-of-range');
  if (weeklyGoal !== null && (!Number.isInteger(weeklyGoal) || weeklyGoal < 1 || weeklyGoal > mostDays))
    return refuse('goal-out-of-range');
  return ok(settings);
}
