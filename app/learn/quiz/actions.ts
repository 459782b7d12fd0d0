'use server';

import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { disputeQuestion } from '#db/commands/dispute-question.ts';

const schema = z.object({
  disputeId: z.uuid(),
  words: z.string().trim().min(1).max(2000),
  quote: z.string().trim().max(1000),
  /** Where it was answered: in this review, or at this place of this attempt. */
  review: z.uuid().optional(),
  attempt: z.uuid().optional(),
  position: z.coerce.number().int().min(1).max(1000).optional(),
});

/** "This question seems wrong", sent from under its answer; the same page then shows what was sent. */
export const disputeAction = formAction('signed-in', schema, async (viewer, given) => {
  const { disputeId, words, quote } = given;
  const { review, attempt, position } = given;
  const seen =
    review !== undefined
      ? { page: `/learn/review/${review}`, at: { reviewId: review } }
      : attempt !== undefined && position !== undefined
        ? { page: `/learn/quiz/${attempt}/${position}`, at: { attemptId: attempt, position } }
        : notFound();
  const sent = await disputeQuestion(viewer, { disputeId, seen: seen.at, words, quote }, new Date());
  const t = await getTranslations('dispute');
  if (!sent.ok && sent.refusal === 'quote-not-found') return { fields: { quote: t('notFound') } };
  if (!sent.ok && sent.refusal === 'unfit') return { message: t('unfit') };
  redirect(`${seen.page}?dispute=1#dispute`);
});
