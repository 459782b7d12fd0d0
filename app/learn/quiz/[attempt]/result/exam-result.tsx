import { getFormatter, getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { takeExam } from '#app/learn/exam/actions.ts';
import type { ExamResultView } from '#db/queries/exams.ts';
import { CertificateOffer } from './certificate-offer.tsx';
import { Missed, sentencesIn } from './missed.tsx';

/** What an exam came to: passed or not, lesson by lesson, and the sentences to read again. */
export async function ExamResult({ result, name }: { result: ExamResultView; name: string }) {
  const t = await getTranslations('exam');
  const format = await getFormatter();
  const course = `/courses/${result.course.slug}`;
  const again = result.missed.filter((missed) => missed.answerText !== null);
  const leftOut = result.missed.filter((missed) => missed.answerText === null);
  return (
    <div className="wrap">
      <Crumbs
        entries={[
          { href: '/courses', text: (await getTranslations('frame'))('courses') },
          { href: course, text: result.course.title },
          { text: t('resultTitle') },
        ]}
      />
      <h1 className="title sans">
        {t(result.passed ? 'headlinePassed' : 'headline', { score: result.score, max: result.maxScore })}
      </h1>
      <p className="lede">
        {t('resultLede', {
          share: result.passMark,
          date: format.dateTime(result.finishedAt, { dateStyle: 'long' }),
        })}{' '}
        {leftOut.length === 0
          ? null
          : t('answered', { answered: result.asked - leftOut.length, open: leftOut.length })}
      </p>
      <div className="edition top">
        <div className="stack-l">
          {result.passed ? <CertificateOffer result={result} name={name} /> : null}
          <section aria-labelledby="by-lesson">
            <h2 className="h2" id="by-lesson">
              {t('byLesson')}
            </h2>
            <ul className="due">
              {result.lessons.map((lesson) => (
                <li key={lesson.slug}>
                  <span className="ref">{t('share', { score: lesson.score, asked: lesson.asked })}</span>
                  <a href={`${course}/${lesson.slug}`} lang={courseLang}>
                    {lesson.title}
                  </a>
                  <span className="meta">
                    {lesson.score >= lesson.asked - 1e-9
                      ? t('lessonAllRight')
                      : t('lessonAgain', { count: sentencesIn(again.filter(isOf(lesson.slug))) })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          {again.length === 0 ? null : (
            <section aria-labelledby="missed">
              <h2 className="h2" id="missed">
                {t('readAgain')}
              </h2>
              <div className="stack">
                {result.lessons
                  .filter((lesson) => again.some(isOf(lesson.slug)))
                  .map((lesson) => (
                    <div key={lesson.slug}>
                      <h3 className="asked" lang={courseLang}>
                        {lesson.title}
                      </h3>
                      <div className="stack">
                        {again.filter(isOf(lesson.slug)).map((missed) => (
                          <Missed
                            key={missed.position}
                            missed={missed}
                            lesson={`${course}/${lesson.slug}`}
                            attempt={result.attemptId}
                          />
                        ))}
                      </div>
                    </div>
                  ))}
              </div>
            </section>
          )}
          {leftOut.length === 0 ? null : (
            <section aria-labelledby="left-out">
              <h2 className="h2" id="left-out">
                {t('leftOutTitle')}
              </h2>
              <p className="meta">{t('leftOutText')}</p>
              <ul className="gained gap">
                {leftOut.map((missed) => (
                  <li key={missed.position}>
                    <span className="ref">{missed.position}</span>
                    <span lang={courseLang}>{missed.stem}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="next">
            <h2 className="h2" id="next">
              {t('next')}
            </h2>
            <div className="row">
              <a className="btn" href={course}>
                {t('toCourse')}
              </a>
              <form action={takeExam} data-needs-connection>
                <input type="hidden" name="course" value={result.course.slug} />
                <button type="submit" className="btn bare">
                  {t('again')}
                </button>
              </form>
            </div>
          </section>
        </div>
        <div className="margin">
          <section>
            <h2>{t('masteryTitle')}</h2>
            <p>{t('masteryText')}</p>
          </section>
        </div>
      </div>
    </div>
  );
}

function isOf(slug: string) {
  return (missed: ExamResultView['missed'][number]) => missed.lesson.slug === slug;
}
