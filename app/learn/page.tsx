import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { requireViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { readToday, type TodayView } from '#db/queries/today.ts';
import { OwnCertificates } from './own-certificates.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('today'))('title') };
}

/** Where a signed-in person starts: what to go on with, and what there is. */
export default async function TodayPage() {
  const viewer = await requireViewer('/learn');
  const today = await readToday(viewer);
  const t = await getTranslations('today');
  const notes = await getTranslations('notes');
  const format = await getFormatter();
  return (
    <Frame viewer={viewer} at="today">
      <div className="wrap">
        <h1 className="title sans">{t('title')}</h1>
        <p className="lede">{format.dateTime(new Date(), { dateStyle: 'full' })}</p>
        <div className="edition top">
          <div className="stack-l">
            <section aria-labelledby="go-on">
              <h2 className="h2" id="go-on">
                {t('goOnTitle')}
              </h2>
              <GoOn today={today} />
            </section>
            <DueForReview review={today.review} />
            <section aria-labelledby="courses">
              <h2 className="h2" id="courses">
                {t('coursesTitle')}
              </h2>
              {today.courses.length === 0 ? (
                <p className="meta">{t('noCourses')}</p>
              ) : (
                <ul className="due">
                  {today.courses.map((course) => (
                    <li key={course.slug}>
                      <span className="ref">
                        {course.done}/{course.lessons}
                      </span>
                      <a href={`/courses/${course.slug}`} lang={courseLang}>
                        {course.title}
                      </a>
                      <span className="meta">
                        {t('done', { done: course.done, lessons: course.lessons })}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
              {today.courses.length === 0 ? null : (
                <p className="gap">
                  <a href="/learn/mistakes">{t('mistakes')}</a>
                </p>
              )}
              <p className="gap">
                <a href="/learn/notes">{notes('toAll')}</a>
              </p>
            </section>
          </div>
          <div className="margin">
            <section>
              <h2>{t('ownTitle')}</h2>
              {today.week === null ? null : <p>{t('week', today.week)}</p>}
              <p>
                <a href="/learn/progress">{t('know')}</a>
              </p>
              <p>
                <a href="/learn/settings">{t('settings')}</a>
              </p>
            </section>
            <section>
              <h2>{t('classesTitle')}</h2>
              {today.classes.length === 0 ? (
                <p>{t('noClasses')}</p>
              ) : (
                <ul className="asg">
                  {today.classes.map((joined) => (
                    <li key={joined.id}>
                      <a href={`/courses/${joined.course.slug}`}>{joined.name}</a>
                      <br />
                      <span lang={courseLang}>{joined.course.title}</span>
                    </li>
                  ))}
                </ul>
              )}
              <p>
                <a href="/join">{t('join')}</a>
              </p>
            </section>
            <OwnCertificates viewer={viewer} />
          </div>
        </div>
      </div>
    </Frame>
  );
}

/** Nothing is said while nothing is due: an empty queue is no task. */
async function DueForReview({ review }: { review: TodayView['review'] }) {
  if (review.now === 0) return null;
  const t = await getTranslations('today');
  return (
    <section aria-labelledby="due">
      <h2 className="h2" id="due">
        {t('reviewTitle')}
      </h2>
      <p>
        {t('reviewDue', { due: review.now, minutes: review.minutes })}{' '}
        {review.later === 0 ? null : t('reviewLater', { later: review.later })}
      </p>
      <p className="gap">
        <a className="btn" href="/learn/review">
          {t('reviewStart')}
        </a>
      </p>
    </section>
  );
}

async function GoOn({ today }: { today: TodayView }) {
  const t = await getTranslations('today');
  const next = today.continue;
  if (next === null)
    return (
      <div className="empty">
        <h3>{t('emptyTitle')}</h3>
        <p>{t('emptyText')}</p>
        <p>
          <a className="btn sm go" href="/courses">
            {t('choose')}
          </a>
        </p>
      </div>
    );
  if (next.kind === 'exam') return <OpenExam exam={next} />;
  const lesson = `/courses/${next.course.slug}/${next.lesson.slug}`;
  return (
    <div className="page open">
      <p className="meta" lang={courseLang}>
        {next.course.title}
      </p>
      <h3 className="title" lang={courseLang}>
        {next.lesson.title}
      </h3>
      <div className="row gap">
        {next.kind === 'quiz' ? (
          <>
            <a className="btn go" href={`/learn/quiz/${next.attemptId}/${next.position}`}>
              {t('continueQuiz', { position: next.position })}
            </a>
            <a className="btn bare" href={lesson}>
              {t('readFirst')}
            </a>
          </>
        ) : (
          <a className="btn go" href={lesson}>
            {t('readLesson')}
          </a>
        )}
      </div>
    </div>
  );
}

async function OpenExam({ exam }: { exam: Extract<TodayView['continue'], { kind: 'exam' }> }) {
  const t = await getTranslations('today');
  return (
    <div className="page open">
      <p className="meta">{(await getTranslations('exam'))('title')}</p>
      <h3 className="title" lang={courseLang}>
        {exam.course.title}
      </h3>
      <div className="row gap">
        <a className="btn go" href={`/learn/quiz/${exam.attemptId}/${exam.position}`}>
          {t('continueQuiz', { position: exam.position })}
        </a>
      </div>
    </div>
  );
}
