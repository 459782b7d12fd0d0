import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { QuestionView } from '#db/queries/attempts.ts';
import type { HintView } from '#db/queries/hints.ts';

/** The way to a hint, which a link asks for: what is filled in is still there when the page comes back. */
export async function AskForHint({ question }: { question: QuestionView }) {
  const t = await getTranslations('quizHint');
  return (
    <p className="meta ask-hint">
      <a href={`/learn/quiz/${question.attemptId}/${question.position}?hint=1#hint`} rel="nofollow">
        {t('ask')}
      </a>{' '}
      {t('costs')}
    </p>
  );
}

/** Passages of the lesson to look in: sentences enough that none is pointed at. */
export async function Hint({ hint, question }: { hint: HintView; question: QuestionView }) {
  const t = await getTranslations('quizHint');
  const { course, lesson, item } = question;
  const isTyped = item.kind === 'short' || item.kind === 'cloze';
  return (
    <section className="hint-from-text" aria-labelledby="hint">
      <h2 className="h2" id="hint" tabIndex={-1}>
        {t('title')}
      </h2>
      <p className="meta">{t(hint.passages.length > 0 ? 'look' : isTyped ? 'typed' : 'lessonOnly')}</p>
      {hint.passages.map((passage) => (
        <div className="page" key={passage[0]?.address}>
          {passage.map(({ address, text }) => (
            <p key={address}>
              <span className="ref">{address}</span>
              <span className="source" lang={courseLang}>
                {text}
              </span>
            </p>
          ))}
        </div>
      ))}
      <p className="meta">
        {t.rich('lesson', {
          lesson: () => (
            <a href={`/courses/${course.slug}/${lesson.slug}`} lang={courseLang}>
              {lesson.title}
            </a>
          ),
        })}
      </p>
    </section>
  );
}
