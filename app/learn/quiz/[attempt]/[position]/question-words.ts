import { getTranslations } from 'next-intl/server';
import type { QuestionView } from '#db/queries/attempts.ts';

/** The sentences that the question form needs, so that no message catalogue travels to the browser. */
export async function questionWords(question: Pick<QuestionView, 'item'> & { exam?: boolean }) {
  const t = await getTranslations('quiz');
  const sure = await getTranslations('howSure');
  const exam = await getTranslations('exam');
  const isExam = question.exam === true;
  const offline = await getTranslations('offline');
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
    setMark: t('mark'),
    takeMark: t('unmark'),
    notMarked: t('notMarked'),
    skip: t('skip'),
    yourAnswer: t('yourAnswer'),
    choose: t('choose'),
    placeOf: t('placeOf'),
    under: isExam ? `${exam('under')} ${t('under')}` : t('under'),
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
    howSure: sure('title'),
    howSureWhy: sure('why'),
    sure: { 1: sure('1'), 2: sure('2'), 3: sure('3') },
    unanswered: t(`unanswered.${question.item.kind}`),
    alreadyAnswered: t('alreadyAnswered'),
    closed: isExam ? exam('closed') : t('closed'),
    unknown: t('unknown'),
    away: t('away'),
  };
}

export type QuestionWords = Awaited<ReturnType<typeof questionWords>>;
