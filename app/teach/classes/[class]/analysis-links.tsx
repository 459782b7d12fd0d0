import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { ClassGridView } from '#db/queries/classes.ts';

/** For each lesson the way to how the class took its quiz; of a lesson nobody has finished there is nothing to see. */
export async function AnalysisLinks({ grid }: { grid: ClassGridView }) {
  const t = await getTranslations('analysis');
  return (
    <section className="top" aria-labelledby="analyses">
      <h2 className="h2" id="analyses">
        {t('linksTitle')}
      </h2>
      <p className="meta">{t('linksText')}</p>
      <ul className="lines">
        {grid.lessons.map((lesson, at) => (
          <li key={lesson.id}>
            <span className="ref">{lesson.position}</span>{' '}
            <a href={`/teach/classes/${grid.id}/analysis/${lesson.slug}`} lang={courseLang}>
              {lesson.title}
            </a>{' '}
            <span className="meta">
              {t('linkFinished', { count: grid.learners.length - (grid.summary[at]?.none ?? 0) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
