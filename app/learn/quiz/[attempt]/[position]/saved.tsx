import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { QuestionView } from '#db/queries/attempts.ts';
import { onwardFrom } from './onward.ts';

/** A question of an exam that has its answer: what was answered, and nothing of whether it is right. */
export async function SavedAnswer({
  question,
  saved,
  isFromElsewhere,
}: {
  question: QuestionView;
  saved: NonNullable<QuestionView['saved']>;
  /** The answer just given was not taken, because this one stood already. */
  isFromElsewhere: boolean;
}) {
  const t = await getTranslations('exam');
  const quiz = await getTranslations('quiz');
  return (
    <>
      <h1 className="stem" lang={courseLang}>
        {question.item.stem}
      </h1>
      {isFromElsewhere ? <p className="note pen gap">{quiz('alreadyAnswered')}</p> : null}
      <p className="gap">{t('youAnswered', { answer: saved.answerText })}</p>
      <p className="meta gap">{t('savedText')}</p>
      <p className="row gap">
        <a className="btn go" href={onwardFrom(question).href}>
          {quiz('next')}
        </a>
        <a className="btn bare" href="/learn">
          {quiz('later')}
        </a>
      </p>
    </>
  );
}
