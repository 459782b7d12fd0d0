import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { found } from '#app/_auth/found.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { LevelLegend, LevelWord, strokeOf } from '#app/_ui/levels.tsx';
import { Miniature } from '#app/_ui/miniature.tsx';
import { JustJoined } from '#app/join/just-joined.tsx';
import { type LessonCardView, readCourse } from '#db/queries/courses.ts';
import { levels } from '#lib/mastery/level.ts';
import { ExamOffer } from './exam-offer.tsx';
import { QuizButton } from './quiz-button.tsx';

type Props = { params: Promise<{ course: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await params;
  return { title: (await found(readCourse(await getViewer(), course))).title };
}

/** The outline of a course, with the viewer's own progress where somebody is signed in. */
export default async function CoursePage({ params }: Props) {
  const { course: slug } = await params;
  const viewer = await getViewer();
  const course = await found(readCourse(viewer, slug));
  const t = await getTranslations('course');
  const frame = await getTranslations('frame');
  const glossary = await getTranslations('glossary');
  const format = await getFormatter();
  const total = (of: (lesson: LessonCardView) => number) =>
    course.lessons.reduce((sum, lesson) => sum + of(lesson), 0);
  return (
    <Frame viewer={viewer} at="courses">
      <div className="wrap">
        <Crumbs entries={[{ href: '/courses', text: frame('courses') }, { text: course.title }]} />
        <JustJoined viewer={viewer} />
        <h1 className="title big" lang={courseLang}>
          {course.title}
        </h1>
        <p className="lede">
          {t('lede', {
            lessons: course.lessons.length,
            sentences: total((lesson) => lesson.paragraphs.flat().length),
            minutes: total((lesson) => lesson.readingHigh),
            questions: total((lesson) => lesson.questions),
          })}
        </p>
        <div className="row readkey">
          {viewer === null ? null : <LevelLegend />}
          <a href={`/courses/${slug}/glossary`}>{glossary('title')}</a>
        </div>
        <div className="edition">
          <div className="stack-l">
            <ol className="toc">
              {course.lessons.map((lesson) => (
                <Entry key={lesson.slug} course={slug} lesson={lesson} isSignedIn={viewer !== null} />
              ))}
            </ol>
            <ExamOffer course={slug} viewer={viewer} />
          </div>
          <div className="margin">
            <section>
              <h2>{t('howTitle')}</h2>
              <p>{viewer === null ? t('howTextAnyone') : t('howText')}</p>
              {viewer === null ? (
                <p>
                  <a href={`/sign-in?to=${encodeURIComponent(`/courses/${slug}`)}`}>{t('signIn')}</a>
                </p>
              ) : null}
            </section>
            {viewer === null ? null : (
              <section>
                <h2>{t('levelsTitle')}</h2>
                <dl className="defs">
                  {levels.map((level) => (
                    <div key={level} className="def-row">
                      <dt>
                        <LevelWord level={level} />
                      </dt>
                      <dd>{t(level)}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            )}
            <section>
              <h2>{t('editionTitle')}</h2>
              <p>
                {t('edition', {
                  number: course.editionNumber,
                  date: format.dateTime(course.publishedAt, { dateStyle: 'long' }),
                })}
              </p>
            </section>
          </div>
        </div>
      </div>
    </Frame>
  );
}

async function Entry({
  course,
  lesson,
  isSignedIn,
}: {
  course: string;
  lesson: LessonCardView;
  isSignedIn: boolean;
}) {
  const t = await getTranslations('course');
  const levelWords = await getTranslations('levels');
  const { progress } = lesson;
  const level = progress?.level ?? null;
  const sentences = lesson.paragraphs.flat().length;
  const stroke = level === null ? 0 : strokeOf[level];
  return (
    <li>
      <div className="no" aria-hidden="true">
        {lesson.position}
      </div>
      <div className="what">
        <h2>
          <a href={`/courses/${course}/${lesson.slug}`} lang={courseLang}>
            {lesson.title}
          </a>
        </h2>
        <p className="meta">
          {lesson.readingLow === lesson.readingHigh
            ? t('minutes', { low: lesson.readingLow })
            : t('minutesRange', { low: lesson.readingLow, high: lesson.readingHigh })}
        </p>
        {lesson.objectives.length === 0 ? null : (
          <ul className="goals" aria-label={t('after')}>
            {lesson.objectives.slice(0, 3).map((objective) => (
              <li key={objective}>{objective}</li>
            ))}
          </ul>
        )}
        {isSignedIn ? (
          <>
            <p className="own">
              {level === null ? null : (
                <>
                  <LevelWord level={level} />,{' '}
                </>
              )}
              {progress === null || progress.bestShare === null || progress.lastShare === null
                ? t('notAsked')
                : t('tried', {
                    attempts: progress.attempts,
                    best: progress.bestShare,
                    last: progress.lastShare,
                  })}
              {progress?.openAttempt
                ? `; ${t('underway', {
                    answered: progress.openAttempt.answered,
                    total: progress.openAttempt.total,
                  })}`
                : null}
            </p>
            <QuizButton course={course} lesson={lesson} small />
          </>
        ) : null}
      </div>
      <div className="strip">
        <Miniature
          paragraphs={lesson.paragraphs}
          firmness={Array.from({ length: sentences }, () => stroke)}
          label={t('miniLabel', {
            title: lesson.title,
            sentences,
            level: level === null ? levelWords('none') : levelWords(level),
          })}
        />
      </div>
    </li>
  );
}
