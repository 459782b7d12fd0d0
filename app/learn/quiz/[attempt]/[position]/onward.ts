import type { QuestionView } from '#db/queries/attempts.ts';
import { openAfter } from './open-after.ts';

/** Where an answered question leads: to the next one without an answer; to the result when there is none. */
export function onwardFrom(question: Pick<QuestionView, 'attemptId' | 'position' | 'total' | 'answered'>): {
  href: string;
  isLast: boolean;
} {
  const open = openAfter(question);
  const quiz = `/learn/quiz/${question.attemptId}`;
  return open === null
    ? { href: `${quiz}/result`, isLast: true }
    : { href: `${quiz}/${open}`, isLast: false };
}
