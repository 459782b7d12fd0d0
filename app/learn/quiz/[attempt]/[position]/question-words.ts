import { getTranslations } from 'next-intl/server';
import type { QuestionView } from '#db/queries/attempts.ts';

/** The sentences that the question form needs, so that no message catalogue travels to the browser. */
export async function questionWords(question: Pick<QuestionView, 'item'>) {
  const t = await getTranslations('quiz');
  const offline = await getTranslations('offline');
  return {
    hint: t(`hint.${question.item.kind}`),
    keys: t('keys', {
      options: question.item.options.length,
      last: String.fromCharCode(64 + Math.max(1, question.item.options.length)),
    }),
    keysOn: t('keysOn'),
    keysOff: t('keysOff'),
    answer: t('answer'),
    later: t('later'),
    yourAnswer: t('yourAnswer'),
    choose: t('choose'),
    placeOf: t('placeOf'),
    under: t('under'),
    saving: t('saving'),
    saved: t('saved'),
    keptOffline: t('keptOffline'),
    keptServer: t('keptServer'),
    keptSignedOut: t('keptSignedOut'),
    nextKept: offline('nextKept'),
    nextLater: offline('nextLater'),
    allGiven: offline('allGiven'),
    notKept: t('notKept'),
    signIn: t('signInToSend'),
    unanswered: t(`unanswered.${question.item.kind}`),
    alreadyAnswered: t('alreadyAnswered'),
    closed: t('closed'),
    unknown: t('unknown'),
    away: t('away'),
  };
}

export type QuestionWords = Awaited<ReturnType<typeof questionWords>>;
