'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { finishAttempt } from '#db/commands/finish-attempt.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';

const lessonSchema = z.object({ course: z.string().min(1).max(200), lesson: z.string().min(1).max(200) });

/** Opens a quiz, or goes on with the open one; a second click finds the first one's attempt. */
export async function startQuiz(form: FormData): Promise<void> {
  const input = lessonSchema.safeParse({ course: form.get('course'), lesson: form.get('lesson') });
  if (!input.success) redirect('/courses');
  const page = `/courses/${encodeURIComponent(input.data.course)}/${encodeURIComponent(input.data.lesson)}`;
  const viewer = await requireViewer(page);
  const started = await found(startAttempt(viewer, { ...input.data, seed: crypto.randomUUID() }, new Date()));
  if (started.ok) redirect(`/learn/quiz/${started.value.attemptId}/${started.value.position}`);
  // The exam that stands open is on the page of the course, with the way back into it.
  redirect(started.refusal === 'in-exam' ? `/courses/${encodeURIComponent(input.data.course)}#exam` : page);
}

/** Hands the quiz in with questions unanswered. */
export async function finishQuiz(form: FormData): Promise<void> {
  const attempt = z.uuid().safeParse(form.get('attempt'));
  if (!attempt.success) redirect('/learn');
  const viewer = await requireViewer(`/learn/quiz/${attempt.data}`);
  await found(finishAttempt(viewer, attempt.data, new Date()));
  redirect(`/learn/quiz/${attempt.data}/result`);
}
