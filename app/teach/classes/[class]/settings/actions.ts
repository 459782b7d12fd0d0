'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { lineOfText } from '#app/_auth/text-field.ts';
import { archiveClass } from '#db/commands/archive-class.ts';
import { renameClass } from '#db/commands/rename-class.ts';
import { renewJoinCode } from '#db/commands/renew-join-code.ts';

const classId = z.uuid();

const renameSchema = z.object({ classId, name: lineOfText(120) });

export const renameAction = formAction('signed-in', renameSchema, async (viewer, given) => {
  const renamed = await renameClass(viewer, given, new Date());
  if (renamed.ok) redirect(`/teach/classes/${given.classId}/settings?done=name`);
  const t = await getTranslations('fields');
  return { fields: { name: renamed.refusal === 'name-empty' ? t('missing') : t('tooLong', { most: 120 }) } };
});

export const renewCodeAction = formAction('signed-in', z.object({ classId }), async (viewer, given) => {
  await renewJoinCode(viewer, given.classId, new Date());
  redirect(`/teach/classes/${given.classId}/settings?done=code`);
});

const archiveSchema = z.object({ classId, archived: z.enum(['yes', 'no']) });

export const archiveAction = formAction('signed-in', archiveSchema, async (viewer, given) => {
  const archived = given.archived === 'yes';
  await archiveClass(viewer, { classId: given.classId, archived }, new Date());
  redirect(archived ? '/teach' : `/teach/classes/${given.classId}`);
});
