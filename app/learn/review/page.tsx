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

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') };
}

/** The question that is due first; when none is, what comes next. */
export default async function ReviewPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await requireViewer('/learn/review');
  const params = await searchParams;
  const extra = first(params.extra) === '1';
  const { day, done, next, leeches } = await readReviewQueue(viewer, new Date(), extra);
  const t = await getTranslations('review');
  const today = await getTranslations('today');
  return (
    <Frame viewer={viewer} at="today">
      <div className={next === null ? 'wrap' : 'wrap sit'}>
        <Crumbs entries={[{ href: '/learn', text: today('title') }, { text: t('title') }]} />
        {next === null ? (
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
              {t('due', { due: day.now, minutes: day.minutes })}
              {day.later === 0 ? null : ` ${t('later', { later: day.later })}`}
            </p>
            <p className="meta" lang={courseLang}>
              {next.course.title}, {next.lesson.title}
            </p>
            <ReviewForm
              // The next question is a new form: nothing of the last answer may linger in it.
              key={`${next.cardId} ${next.reps}`}
              userId={viewer.userId}
              question={next}
              extra={extra}
              problem={first(params.problem) ?? null}
            />
          </>
        )}
        {next === null ? <Leeches leeches={leeches} /> : null}
      </div>
    </Frame>
  );
}
