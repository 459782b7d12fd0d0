'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { removeLearner } from '#db/commands/remove-learner.ts';

const schema = z.object({ classId: z.uuid(), userId: z.uuid() });

export const removeLearnerAction = formAction('signed-in', schema, async (viewer, given) => {
  await removeLearner(viewer, given, new Date());
  redirect(`/teach/classes/${given.classId}`);
});
