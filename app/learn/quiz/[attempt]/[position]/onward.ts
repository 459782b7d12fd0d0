import type { QuestionView } from '#db/queries/attempts.ts';
import { openAfter } from './open-after.ts';

type Onward = {
  href: string;
  isLast: boolean;
  /** The number of a question before this one that was left open, where it leads back to one. */
  back: number | null;
};

/** Where an answered question leads: to the next one without an answer; to the result when there is none. */
export function onwardFrom(
  question: Pick<QuestionView, 'attemptId' | 'position' | 'total' | 'answered'>,
): Onward {
  const open = openAfter(question);
  const quiz = `/learn/quiz/${question.attemptId}`;
  return open === null
    ? { href: `${quiz}/result`, isLast: true, back: null }
    : { href: `${quiz}/${open}`, isLast: false, back: open < question.position ? open : null };
}
