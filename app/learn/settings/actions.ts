'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { saveLearnerSettings } from '#db/commands/save-learner-settings.ts';
import { capLimits } from '#lib/mastery/learner-settings.ts';

const settingsSchema = z.object({
  dailyCap: z.string().trim().max(20),
  weeklyGoal: z.string().regex(/^(?:none|\d)$/),
});

export const saveSettingsAction = formAction('signed-in', settingsSchema, async (viewer, given) => {
  const saved = await saveLearnerSettings(
    viewer,
    {
      dailyCap: /^\d+$/.test(given.dailyCap) ? Number(given.dailyCap) : Number.NaN,
      weeklyGoal: given.weeklyGoal === 'none' ? null : Number(given.weeklyGoal),
    },
    new Date(),
  );
  if (saved.ok) redirect('/learn/settings?done=1');
  const t = await getTranslations('learnerSettings');
  return saved.refusal === 'cap-out-of-range'
    ? { fields: { dailyCap: t('capRange', { ...capLimits }) } }
    : { fields: { weeklyGoal: t('goalRange') } };
});
