'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { clearSessionCookie } from '#app/_auth/session-cookie.ts';
import { deleteAccount } from '#db/commands/delete-account.ts';
import { rememberDeleted } from '../deleted/just-deleted-cookie.ts';

const deletionSchema = z.object({
  password: z.string().max(1000).default(''),
  email: z.string().max(254).default(''),
  sure: z.string().default(''),
});

export const deleteAccountAction = formAction('signed-in', deletionSchema, async (viewer, given) => {
  const t = await getTranslations('deleteAccount');
  if (given.sure !== 'yes') return { message: t('notSure') };
  const deleted = await deleteAccount(viewer, { password: given.password, email: given.email }, new Date());
  if (deleted.ok) {
    await clearSessionCookie();
    await rememberDeleted([viewer.userId, ...deleted.value.openAttempts]);
    redirect('/account/deleted');
  }
  const account = await getTranslations('account');
  switch (deleted.refusal) {
    case 'wrong-password':
      return { fields: { password: account('wrongPassword') } };
    case 'wrong-email':
      return { fields: { email: t('wrongEmail') } };
    case 'rate-limited':
      return { message: account('rateLimited') };
    case 'last-admin':
      return { message: t('lastAdminNow') };
  }
});
