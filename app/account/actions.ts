'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { clearSessionCookie, writeSessionCookie } from '#app/_auth/session-cookie.ts';
import { changePassword } from '#db/commands/change-password.ts';
import { endSession } from '#db/commands/end-session.ts';
import { signOut } from '#db/commands/sign-out.ts';
import { signOutEverywhere } from '#db/commands/sign-out-everywhere.ts';
import { longestPassword, shortestPassword } from '#lib/access/password.ts';

export const signOutAction = formAction('signed-in', z.object({}), async (viewer) => {
  await signOut(viewer, new Date());
  await clearSessionCookie();
  redirect('/');
});

export const signOutEverywhereAction = formAction('signed-in', z.object({}), async (viewer) => {
  await signOutEverywhere(viewer, new Date());
  await clearSessionCookie();
  redirect('/sign-in');
});

const sessionSchema = z.object({ session: z.uuid() });

export const endSessionAction = formAction('signed-in', sessionSchema, async (viewer, { session }) => {
  await endSession(viewer, session, new Date());
  redirect('/account?done=session');
});

const passwordSchema = z.object({
  currentPassword: z.string().min(1).max(1000),
  newPassword: z.string().min(1).max(1000),
});

export const changePasswordAction = formAction('signed-in', passwordSchema, async (viewer, given) => {
  const changed = await changePassword(
    viewer,
    { current: given.currentPassword, next: given.newPassword },
    new Date(),
  );
  if (changed.ok) {
    await writeSessionCookie({ sid: viewer.sessionId, version: changed.value.sessionVersion });
    redirect('/account?done=password');
  }
  const t = await getTranslations('account');
  switch (changed.refusal) {
    case 'wrong-password':
      return { fields: { currentPassword: t('wrongPassword') } };
    case 'password-common':
      return { fields: { newPassword: t('passwordCommon') } };
    case 'password-short':
      return { fields: { newPassword: t('passwordShort', { least: shortestPassword }) } };
    case 'password-long':
      return { fields: { newPassword: t('passwordLong', { most: longestPassword }) } };
    case 'rate-limited':
      return { message: t('rateLimited') };
  }
});
