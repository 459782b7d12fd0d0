import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { LocalTime } from '#app/_ui/local-time.tsx';
import { Tick } from '#app/_ui/tick.tsx';
import type { QuestionView } from '#db/queries/attempts.ts';

/** Which question this is, and which answers are saved: each dash is a question and leads to it. */
export async function SitBar({ question }: { question: QuestionView }) {
  const t = await getTranslations('quiz');
  const format = await getFormatter();
  const exam = await getTranslations('exam');
  const { position, total, answered, lesson, course } = question;
  const saved = new Set(answered);
  const marked = new Set(question.marked);
  const answeredAt = (question.response ?? question.saved)?.answeredAt ?? null;
  const locale = await getLocale();
  return (
    <div className="sitbar">
      <div className="row">
        <span className="meta">
          {question.exam ? (
            <>
              {exam('name')}:{' '}
              <a href={`/courses/${course.slug}`} lang={courseLang}>
                {course.title}
              </a>
            </>
          ) : (
            <a href={`/courses/${course.slug}/${lesson.slug}`} lang={courseLang}>
              {lesson.title}
            </a>
          )}
          , {t.rich('place', { position, total, b: (chunk) => <b>{chunk}</b> })}
        </span>
        <span className="live push" id="saved-state">
          {answeredAt !== null ? (
            <>
              <Tick />
              <span>
                {t.rich('savedAt', {
                  time: () => (
                    <LocalTime
                      at={answeredAt.toISOString()}
                      locale={locale}
                      utc={`${format.dateTime(answeredAt, { hour: '2-digit', minute: '2-digit' })} UTC`}
                    />
                  ),
                })}
              </span>
            </>
          ) : answered.length > 0 ? (
            <>
              <Tick />
              {t('savedSoFar', { answered: answered.length })}
            </>
          ) : null}
        </span>
      </div>
      <nav aria-label={t('stepsLabel', { answered: answered.length, total })}>
        <ol className="steps">
          {Array.from({ length: total }, (_, index) => index + 1).map((step) => (
            <li key={step}>
              <a
                href={`/learn/quiz/${question.attemptId}/${step}`}
                className={`${step === position ? 'at' : saved.has(step) ? 'on' : ''}${marked.has(step) ? ' marked' : ''}`}
                aria-current={step === position ? 'step' : undefined}
              >
                <span className="vh">
                  {saved.has(step)
                    ? t('stepSaved', { step })
                    : marked.has(step)
                      ? t('stepMarked', { step })
                      : t('step', { step })}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}
