'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { returnPath } from '#app/_auth/return-path.ts';
import { startSession } from '#app/_auth/start-session.ts';
import { lineOfText } from '#app/_auth/text-field.ts';

const schema = z.object({
  email: lineOfText(254),
  password: z.string().min(1).max(1000),
  to: z.string().optional(),
});

const sentences = { 'no-match': 'noMatch', 'rate-limited': 'rateLimited', suspended: 'suspended' } as const;

export const signInAction = formAction('anyone', schema, async (_viewer, { to, ...given }) => {
  const started = await startSession(given);
  if (started.ok) redirect(returnPath(to, started.value.role === 'learner' ? '/learn' : '/teach'));
  const t = await getTranslations('signIn');
  return { message: t(sentences[started.refusal]) };
});
