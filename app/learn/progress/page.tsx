import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { LevelWord } from '#app/_ui/levels.tsx';
import { type CourseStandingView, readOwnProgress } from '#db/queries/own-progress.ts';
import { levels } from '#lib/mastery/level.ts';
import { CalibrationChart } from './calibration-chart.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress'))('title') };
}

/** What the learner knows, course by course, and how well they judge it. */
export default async function ProgressPage() {
  const viewer = await requireViewer('/learn/progress');
  const { courses, calibration } = await readOwnProgress(viewer);
  const t = await getTranslations('progress');
  const today = await getTranslations('today');
  return (
    <Frame viewer={viewer} at="today">
      <div className="wrap">
        <Crumbs entries={[{ href: '/learn', text: today('title') }, { text: t('title') }]} />
        <h1 className="title sans">{t('title')}</h1>
        <p className="lede">{courses.length === 0 ? t('none') : t('lede')}</p>
        {courses.length === 0 ? (
          <p className="gap">
            <a className="btn" href="/courses">
              {today('choose')}
            </a>
          </p>
        ) : (
          <div className="stack-l top">
            {courses.map((course) => (
              <CourseStanding key={course.slug} course={course} />
            ))}
            <CalibrationChart calibration={calibration} />
          </div>
        )}
      </div>
    </Frame>
  );
}

async function CourseStanding({ course }: { course: CourseStandingView }) {
  const t = await getTranslations('progress');
  const words = await getTranslations('levels');
  const heading = `c-${course.slug}`;
  return (
    <section aria-labelledby={heading}>
      <h2 className="h2" id={heading} lang={courseLang}>
        {course.title}
      </h2>
      <p>{t('sentences', course.sentences)}</p>
      <ul className="legend gap" aria-label={t('lessons')}>
        {levels.map((level) =>
          course.lessons[level] === 0 ? null : (
            <li key={level}>
              {course.lessons[level]} <LevelWord level={level} />
            </li>
          ),
        )}
        {course.lessons.none === 0 ? null : (
          <li>
            {course.lessons.none} {words('none')}
          </li>
        )}
      </ul>
      <p className="gap">
        <a className="btn" href={`/learn/progress/${course.slug}`}>
          {t('open')}
          <span className="vh" lang={courseLang}>
            : {course.title}
          </span>
        </a>
      </p>
    </section>
  );
}
