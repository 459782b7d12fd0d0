'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { issueCertificate } from '#db/commands/issue-certificate.ts';
import { startExam } from '#db/commands/start-exam.ts';
import { showCertificateCode } from '#lib/access/certificate-code.ts';

const courseSchema = z.object({ course: z.string().min(1).max(200) });

/** Opens an exam over a course, or goes on with the open one; a second click finds the first one's. */
export async function takeExam(form: FormData): Promise<void> {
  const input = courseSchema.safeParse({ course: form.get('course') });
  if (!input.success) redirect('/courses');
  const page = `/courses/${encodeURIComponent(input.data.course)}`;
  const viewer = await requireViewer(page);
  const started = await found(startExam(viewer, { ...input.data, seed: crypto.randomUUID() }, new Date()));
  redirect(started.ok ? `/learn/quiz/${started.value.attemptId}/${started.value.position}` : page);
}

/** Gives the certificate of a passed exam; asking again leads to the same one. */
export async function askForCertificate(form: FormData): Promise<void> {
  const attempt = z.uuid().safeParse(form.get('attempt'));
  if (!attempt.success) redirect('/learn');
  const page = `/learn/quiz/${attempt.data}/result`;
  const viewer = await requireViewer(page);
  const issued = await found(issueCertificate(viewer, attempt.data, new Date()));
  redirect(issued.ok ? `/certificates/${showCertificateCode(issued.value.code)}` : page);
}
