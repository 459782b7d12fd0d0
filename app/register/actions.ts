'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { clientAddress } from '#app/_auth/client-address.ts';
import { formAction } from '#app/_auth/form-action.ts';
import { returnPath } from '#app/_auth/return-path.ts';
import { startSession } from '#app/_auth/start-session.ts';
import { lineOfText } from '#app/_auth/text-field.ts';
import { registerPerson } from '#db/commands/register-person.ts';
import { longestPassword, shortestPassword } from '#lib/access/password.ts';

const schema = z.object({
  name: lineOfText(120),
  email: lineOfText(254).pipe(z.email()),
  password: z.string().min(1).max(1000),
  to: z.string().optional(),
});

export const registerAction = formAction('anyone', schema, async (_viewer, { to, ...given }) => {
  const registered = await registerPerson(
    null,
    { ...given, address: clientAddress(await headers()) },
    new Date(),
  );
  const t = await getTranslations('register');
  if (!registered.ok)
    switch (registered.refusal) {
      case 'email-taken':
        return { fields: { email: t('emailTaken') } };
      case 'password-common':
        return { fields: { password: t('passwordCommon') } };
      case 'password-short':
        return { fields: { password: t('passwordShort', { least: shortestPassword }) } };
      case 'password-long':
        return { fields: { password: t('passwordLong', { most: longestPassword }) } };
      case 'rate-limited':
        return { message: t('rateLimited') };
    }
  const started = await startSession(given);
  if (!started.ok) redirect('/sign-in');
  redirect(returnPath(to, started.value.role === 'learner' ? '/learn' : '/teach'));
});
