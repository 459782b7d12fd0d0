import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { readReview } from '#db/queries/reviews.ts';
import { Feedback } from '../../quiz/[attempt]/[position]/feedback.tsx';
import { inSitting, sittingOf } from '../sitting.ts';

type Props = { params: Promise<{ review: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('answered') };
}

/** What the text says to an answer in review, and when the question comes again. */
export default async function ReviewedPage({ params, searchParams }: Props) {
  const { review } = await params;
  const viewer = await requireViewer(`/learn/review/${review}`);
  const { course, lesson, item, response, dueAt, day } = await found(readReview(viewer, review, new Date()));
  const query = await searchParams;
  // The answer on this page is counted already.
  const sitting = sittingOf(query);
  const t = await getTranslations('review');
  const waiting = day.now > 0 || (sitting.extra && day.later > 0);
  const goesOn = waiting && sitting.left !== 0;
  return (
    <Frame viewer={viewer} at="today">
      <div className="wrap">
        <p className="meta" lang={courseLang}>
          {course.title}, {lesson.title}
        </p>
        <Feedback
          item={item}
          response={response}
          lesson={`/courses/${course.slug}/${lesson.slug}`}
          dispute={{
            page: `/learn/review/${response.responseId}`,
            fields: { review: response.responseId },
            sent: response.dispute,
            isAsked: first(query.dispute) === '1',
          }}
          said={t('again', { when: dueAt })}
          onward={
            goesOn
              ? {
                  href: inSitting('/learn/review', sitting),
                  text: t('next', { left: Math.min(day.now, sitting.left ?? day.now) }),
                  hint: t('enterToNext'),
                  isLast: false,
                }
              : {
                  href: waiting ? inSitting('/learn/review', sitting) : '/learn/review',
                  text: t('finish'),
                  hint: t('enterToFinish'),
                  isLast: true,
                }
          }
        />
      </div>
    </Frame>
  );
}
