'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { rememberJoined } from '#app/join/just-joined-cookie.ts';
import { joinClass } from '#db/commands/join-class.ts';

const schema = z.object({ code: z.string().min(1).max(20) });

const sentences = { 'unknown-code': 'unknown', archived: 'archived', 'rate-limited': 'rateLimited' } as const;

export const joinAction = formAction('signed-in', schema, async (viewer, { code }) => {
  const joined = await joinClass(viewer, { code }, new Date());
  if (joined.ok) {
    await rememberJoined(joined.value.classId);
    redirect(`/courses/${joined.value.course.slug}`);
  }
  const t = await getTranslations('join');
  return { message: t(sentences[joined.refusal]) };
});
