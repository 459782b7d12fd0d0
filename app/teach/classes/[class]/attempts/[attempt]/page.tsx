import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { found, foundId } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { readAttemptForInstructor } from '#db/queries/classes.ts';
import { GivenAnswer } from './given-answer.tsx';

type Props = { params: Promise<{ class: string; attempt: string }> };

const load = cache(async (classId: string, attemptId: string) => {
  const viewer = await requireViewer(`/teach/classes/${classId}/attempts/${attemptId}`);
  const attempt = await found(readAttemptForInstructor(viewer, foundId(classId), foundId(attemptId)));
  return { viewer, attempt };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ids = await params;
  const { attempt } = await load(ids.class, ids.attempt);
  const t = await getTranslations('attempt');
  const exam = await getTranslations('exam');
  return {
    title: t('pageTitle', {
      name: attempt.learner.name,
      lesson: attempt.lesson?.title ?? exam('name'),
      number: attempt.number,
    }),
  };
}

/** One sitting: each question with what was answered, the key, and the sentence that proves it. */
export default async function AttemptPage({ params }: Props) {
  const ids = await params;
  const { viewer, attempt } = await load(ids.class, ids.attempt);
  const t = await getTranslations('attempt');
  const exam = await getTranslations('exam');
  const teach = await getTranslations('teach');
  const format = await getFormatter();
  const when = (date: Date) =>
    format.dateTime(date, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
  const page = `/teach/classes/${attempt.class.id}`;
  return (
    <Frame viewer={viewer} at="teach">
      <div className="wrap narrow">
        <Crumbs
          entries={[
            { href: '/teach', text: teach('title') },
            { href: page, text: attempt.class.name },
            { href: `${page}/learners/${attempt.learner.userId}`, text: attempt.learner.name },
            {
              text:
                attempt.lesson === null
                  ? exam('crumb', { number: attempt.number })
                  : t('crumb', { position: attempt.lesson.position, number: attempt.number }),
            },
          ]}
        />
        {attempt.lesson === null ? (
          <h1 className="title">{exam('title')}</h1>
        ) : (
          <h1 className="title" lang={courseLang}>
            {attempt.lesson.title}
          </h1>
        )}
        <p className="lede">
          {attempt.finishedAt === null || attempt.score === null || attempt.maxScore === null
            ? t('underway', {
                name: attempt.learner.name,
                number: attempt.number,
                answered: attempt.items.filter((item) => !item.unanswered).length,
                total: attempt.items.length,
                date: when(attempt.startedAt),
              })
            : t('finished', {
                name: attempt.learner.name,
                number: attempt.number,
                score: attempt.score,
                most: attempt.maxScore,
                date: when(attempt.finishedAt),
              })}
        </p>
        <ol className="answers">
          {attempt.items.map((item) => (
            <GivenAnswer
              key={item.position}
              item={item}
              lessonPage={`/courses/${attempt.course.slug}/${item.lessonSlug}`}
            />
          ))}
        </ol>
      </div>
    </Frame>
  );
}
