'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { lineOfText } from '#app/_auth/text-field.ts';
import { createClass } from '#db/commands/create-class.ts';

const schema = z.object({
  name: lineOfText(120),
  course: z.string().min(1).max(200),
});

export const createClassAction = formAction('signed-in', schema, async (viewer, given) => {
  const created = await createClass(viewer, given, new Date());
  if (created.ok) redirect(`/teach/classes/${created.value.classId}`);
  const t = await getTranslations('fields');
  return { fields: { name: created.refusal === 'name-empty' ? t('missing') : t('tooLong', { most: 120 }) } };
});
