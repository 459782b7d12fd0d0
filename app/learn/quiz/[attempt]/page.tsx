import { redirect } from 'next/navigation';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { readQuestion } from '#db/queries/attempts.ts';

/** Where this attempt stands: its first unanswered question, or its result. */
export default async function AttemptPage({ params }: { params: Promise<{ attempt: string }> }) {
  const { attempt } = await params;
  const viewer = await requireViewer(`/learn/quiz/${attempt}`);
  const { answered, total, finished } = await found(readQuestion(viewer, attempt, 1));
  if (finished) redirect(`/learn/quiz/${attempt}/result`);
  const open = Array.from({ length: total }, (_, index) => index + 1).find((at) => !answered.includes(at));
  redirect(`/learn/quiz/${attempt}/${open ?? 1}`);
}
