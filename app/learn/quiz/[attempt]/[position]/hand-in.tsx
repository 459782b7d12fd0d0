import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { courseLang } from '#app/_ui/course-lang.ts';
import { finishQuiz } from '#app/learn/actions.ts';
import type { QuestionView } from '#db/queries/attempts.ts';

/** Ends the quiz with questions left out, for whoever wants no more of it; the consequence stands first. */
export async function HandIn({ question }: { question: QuestionView }) {
  const t = await getTranslations('quiz');
  const exam = await getTranslations('exam');
  const open = question.total - question.answered.length;
  if (question.answered.length === 0) return null;
  return (
    <details className="hand-in">
      <summary>{question.exam ? exam('handIn') : t('handInTitle')}</summary>
      <form action={finishQuiz} className="row">
        <input type="hidden" name="attempt" value={question.attemptId} />
        <p className="meta">
          {t('handInText', { open })}{' '}
          {question.marked.length === 0
            ? null
            : t.rich('handInMarked', {
                marked: question.marked.length,
                list: () => <MarkedLinks question={question} />,
              })}
        </p>
        <button type="submit" className="btn sm">
          {t('handIn')}
        </button>
      </form>
    </details>
  );
}

/** The way back to each question that is marked. */
async function MarkedLinks({ question }: { question: QuestionView }) {
  const t = await getTranslations('quiz');
  return question.marked.map((step, index) => (
    <Fragment key={step}>
      {index === 0 ? null : ', '}
      <a href={`/learn/quiz/${question.attemptId}/${step}`}>{t('step', { step })}</a>
    </Fragment>
  ));
}

/** A question that was left out when the quiz was handed in: its answer stays untold, for a later try. */
export async function LeftOpen({ question }: { question: QuestionView }) {
  const t = await getTranslations('quiz');
  const exam = await getTranslations('exam');
  return (
    <>
      <h1 className="stem" lang={courseLang}>
        {question.item.stem}
      </h1>
      <p className="gap">{question.exam ? exam('leftOpen') : t('leftOpen')}</p>
      <p className="row gap">
        <a className="btn go" href={`/learn/quiz/${question.attemptId}/result`}>
          {t('toResult')}
        </a>
      </p>
    </>
  );
}
