import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { SearchForm } from '#app/search/search-form.tsx';
import { listCourses } from '#db/queries/courses.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('courses'))('title') };
}

/** Every course that the viewer may read. */
export default async function CoursesPage() {
  const viewer = await getViewer();
  const t = await getTranslations('courses');
  const courses = await listCourses(viewer);
  return (
    <Frame viewer={viewer} at="courses">
      <div className="wrap">
        <h1 className="title sans">{t('title')}</h1>
        <p className="lede">{t('lede')}</p>
        {courses.length === 0 ? null : <SearchForm />}
        {courses.length === 0 ? (
          <div className="empty gap">
            <h2 className="h2">{t('emptyTitle')}</h2>
            <p>{t('emptyText')}</p>
          </div>
        ) : (
          <ul className="toc shelf top">
            {courses.map((course) => (
              <li key={course.slug}>
                <div className="what">
                  <h2>
                    <a href={`/courses/${course.slug}`} lang={courseLang}>
                      {course.title}
                    </a>
                  </h2>
                  <p className="meta">
                    {t('about', {
                      lessons: course.lessons,
                      words: course.words,
                      questions: course.questions,
                    })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Frame>
  );
}
