import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { readReviewQueue } from '#db/queries/reviews.ts';
import { Leeches } from './leeches.tsx';
import { ReviewForm } from './review-form.tsx';
import { inSitting, sittingOf } from './sitting.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') };
}

/** The question that is due first; when none is, what comes next. */
export default async function ReviewPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await requireViewer('/learn/review');
  const params = await searchParams;
  const sitting = sittingOf(params);
  const queue = await readReviewQueue(viewer, new Date(), sitting.extra);
  const { day, done, portions, leeches } = queue;
  const isOver = sitting.left === 0;
  const next = isOver ? null : queue.next;
  const asked = Math.min(day.now, sitting.left ?? day.now);
  const t = await getTranslations('review');
  const today = await getTranslations('today');
  return (
    <Frame viewer={viewer} at="today">
      <div className={next === null ? 'wrap' : 'wrap sit'}>
        <Crumbs entries={[{ href: '/learn', text: today('title') }, { text: t('title') }]} />
        {isOver && queue.next !== null ? (
          <>
            <h1 className="title sans">{t('timeUp')}</h1>
            <p className="lede">{t('timeUpText', { left: day.now })}</p>
            <div className="row gap">
              <a className="btn go" href="/learn">
                {t('toToday')}
              </a>
              <a className="btn bare" href={inSitting('/learn/review', { ...sitting, left: null })}>
                {t('goOn')}
              </a>
            </div>
          </>
        ) : next === null ? (
          <>
            <h1 className="title sans">
              {done === 0 && day.later === 0 ? t('nothingDue') : t('doneForToday')}
            </h1>
            <p className="lede">{day.later === 0 ? t('nothingDueText') : t('later', { later: day.later })}</p>
            <div className="row gap">
              <a className="btn go" href="/learn">
                {t('toToday')}
              </a>
              {day.later === 0 ? null : (
                <a className="btn bare" href="/learn/review?extra=1">
                  {t('more')}
                </a>
              )}
            </div>
          </>
        ) : (
          <>
            <p className="meta">
              {sitting.left === null
                ? t('due', { due: asked, minutes: day.minutes })
                : t('leftOfSitting', { left: asked })}
              {sitting.left !== null || day.later === 0 ? null : ` ${t('later', { later: day.later })}`}
            </p>
            {sitting.left !== null || portions.length === 0 ? null : (
              <nav className="portions" aria-label={t('minutesLabel')}>
                <span className="meta">{t('minutesLabel')}</span>
                {portions.map(({ minutes, questions }) => (
                  <a
                    key={minutes}
                    className="chip"
                    href={inSitting('/learn/review', { ...sitting, left: questions })}
                  >
                    {t('portion', { minutes, questions })}
                  </a>
                ))}
              </nav>
            )}
            <p className="meta" lang={courseLang}>
              {next.course.title}, {next.lesson.title}
            </p>
            <ReviewForm
              // The next question is a new form: nothing of the last answer may linger in it.
              key={`${next.cardId} ${next.reps}`}
              userId={viewer.userId}
              question={next}
              sitting={sitting}
              problem={first(params.problem) ?? null}
            />
          </>
        )}
        {next === null && !isOver ? <Leeches leeches={leeches} /> : null}
      </div>
    </Frame>
  );
}
