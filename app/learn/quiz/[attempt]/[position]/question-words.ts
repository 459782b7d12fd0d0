import { getTranslations } from 'next-intl/server';
import type { QuestionView } from '#db/queries/attempts.ts';

/** The sentences that the question form needs, so that no message catalogue travels to the browser. */
export async function questionWords(question: Pick<QuestionView, 'item'> & { exam?: boolean }) {
  const t = await getTranslations('quiz');
  const exam = await getTranslations('exam');
  const isExam = question.exam === true;
  return {
    hint: t(`hint.${question.item.kind}`),
    keys: t('keys', {
      options: question.item.options.length,
      last: String.fromCharCode(64 + Math.max(1, question.item.options.length)),
    }),
    keysOn: t('keysOn'),
    keysOff: t('keysOff'),
    answer: isExam ? exam('save') : t('answer'),
    later: t('later'),
    yourAnswer: t('yourAnswer'),
    choose: t('choose'),
    placeOf: t('placeOf'),
    under: isExam ? `${exam('under')} ${t('under')}` : t('under'),
    saving: t('saving'),
    saved: t('saved'),
    keptOffline: t('keptOffline'),
    keptServer: t('keptServer'),
    keptSignedOut: t('keptSignedOut'),
    notKept: t('notKept'),
    signIn: t('signInToSend'),
    unanswered: t(`unanswered.${question.item.kind}`),
    alreadyAnswered: t('alreadyAnswered'),
    closed: isExam ? exam('closed') : t('closed'),
    unknown: t('unknown'),
    away: t('away'),
  };
}

export type QuestionWords = Awaited<ReturnType<typeof questionWords>>;
