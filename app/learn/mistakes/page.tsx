import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { listMistakes, type MistakeView } from '#db/queries/mistakes.ts';
import { Missed } from '../quiz/[attempt]/result/missed.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mistakes'))('title') };
}

/** What was last answered wrong, by lesson, each with the sentence that decides. */
export default async function MistakesPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await requireViewer('/learn/mistakes');
  const from = first((await searchParams).from) ?? null;
  const { mistakes, next } = await listMistakes(viewer, from);
  const t = await getTranslations('mistakes');
  const today = await getTranslations('today');
  return (
    <Frame viewer={viewer} at="today">
      <div className="wrap">
        <Crumbs entries={[{ href: '/learn', text: today('title') }, { text: t('title') }]} />
        <h1 className="title sans">{t('title')}</h1>
        <p className="lede">{mistakes.length === 0 ? t('none') : t('lede')}</p>
        {mistakes.length === 0 ? (
          <p className="gap">
            <a className="btn" href="/learn">
              {t('toToday')}
            </a>
          </p>
        ) : (
          <div className="stack-l top">
            {byLesson(mistakes).map(({ course, lesson, own }) => {
              const href = `/courses/${course.slug}/${lesson.slug}`;
              return (
                <section key={href} aria-labelledby={`${course.slug}-${lesson.slug}`}>
                  <h2 className="h2" id={`${course.slug}-${lesson.slug}`}>
                    <a href={href} lang={courseLang}>
                      {lesson.title}
                    </a>
                  </h2>
                  <p className="meta" lang={courseLang}>
                    {course.title}
                  </p>
                  <div className="stack">
                    {own.map(({ attemptId, reviewId, answeredAt, missed }) => (
                      <div key={`${attemptId ?? reviewId} ${missed.position}`}>
                        <h3 className="asked" lang={courseLang}>
                          {missed.stem}
                        </h3>
                        <Missed missed={missed} lesson={href} attempt={attemptId} review={reviewId} />
                        <p className="meta">{t('answered', { when: answeredAt })}</p>
                      </div>
                    ))}
                  </div>
                </section>
              );
            })}
            {next === null && from === null ? null : (
              <nav className="row" aria-label={t('pages')}>
                {from === null ? null : (
                  <a className="btn bare" href="/learn/mistakes">
                    {t('latest')}
                  </a>
                )}
                {next === null ? null : (
                  <a className="btn" href={`/learn/mistakes?from=${next}`}>
                    {t('older')}
                  </a>
                )}
              </nav>
            )}
          </div>
        )}
      </div>
    </Frame>
  );
}

/** Lessons in the order of their latest mistake. */
function byLesson(mistakes: readonly MistakeView[]) {
  const lessons = new Map<
    string,
    { course: MistakeView['course']; lesson: MistakeView['lesson']; own: MistakeView[] }
  >();
  for (const mistake of mistakes) {
    const key = `${mistake.course.slug} ${mistake.lesson.slug}`;
    const { course, lesson } = mistake;
    const entry = lessons.get(key) ?? { course, lesson, own: [] };
    entry.own.push(mistake);
    lessons.set(key, entry);
  }
  return [...lessons.values()];
}
