import { expect, test } from 'vitest';
import { checkSettings, defaultSettings } from './learner-settings.ts';

test.each([
  [defaultSettings, 'ok'],
  [{ dailyCap: 5, weeklyGoal: 1 }, 'ok'],
  [{ dailyCap: 200, weeklyGoal: 7 }, 'ok'],
  [{ dailyCap: 4, weeklyGoal: null }, 'cap-out-of-range'],
  [{ dailyCap: 201, weeklyGoal: null }, 'cap-out-of-range'],
  [{ dailyCap: 7.5, weeklyGoal: null }, 'cap-out-of-range'],
  [{ dailyCap: Number.NaN, weeklyGoal: null }, 'cap-out-of-range'],
  [{ dailyCap: 20, weeklyGoal: 0 }, 'goal-out-of-range'],
  [{ dailyCap: 20, weeklyGoal: 8 }, 'goal-out-of-range'],
  [{ dailyCap: 20, weeklyGoal: 2.5 }, 'goal-out-of-range'],
])('%o is %s', (settings, outcome) => {
  const checked = checkSettings(settings);
  expect(checked.ok ? 'ok' : checked.refusal).toBe(outcome);
});
