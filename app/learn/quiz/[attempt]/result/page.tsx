import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { LevelLegend, LevelWord } from '#app/_ui/levels.tsx';
import { startQuiz } from '#app/learn/actions.ts';
import { type ResultView, readQuestion, readResult } from '#db/queries/attempts.ts';
import { readExamResult } from '#db/queries/exams.ts';
import { anchorOf } from '#lib/course/evidence.ts';
import { ExamResult } from './exam-result.tsx';
import { Missed, sentencesIn } from './missed.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('result'))('title') };
}

/** What was gained, which sentences to read again, and the next step. */
export default async function ResultPage({ params }: { params: Promise<{ attempt: string }> }) {
  const { attempt } = await params;
  const viewer = await requireViewer(`/learn/quiz/${attempt}/result`);
  const { finished, exam } = await found(readQuestion(viewer, attempt, 1));
  if (!finished) redirect(`/learn/quiz/${attempt}`);
  if (exam)
    return (
      <Frame viewer={viewer} at="courses">
        <ExamResult result={await found(readExamResult(viewer, attempt))} name={viewer.name} />
      </Frame>
    );
  const result = await found(readResult(viewer, attempt));
  const t = await getTranslations('result');
  const lesson = `/courses/${result.course.slug}/${result.lesson.slug}`;
  const again = result.missed.filter((missed) => missed.answerText !== null);
  const leftOut = result.missed.filter((missed) => missed.answerText === null);
  return (
    <Frame viewer={viewer} at="courses">
      <div className="wrap">
        <Crumbs
          entries={[
            { href: `/courses/${result.course.slug}`, text: result.course.title },
            { href: lesson, text: result.lesson.title },
            { text: t('title') },
          ]}
        />
        <h1 className="title sans">
          {t(result.missed.length === 0 ? 'allRight' : 'headline', {
            score: result.score,
            max: result.maxScore,
            again: sentencesIn(again),
          })}
        </h1>
        <p className="lede">
          {leftOut.length === 0
            ? null
            : t('answered', { answered: result.asked - leftOut.length, open: leftOut.length })}{' '}
          {t.rich('level', {
            lesson: result.lesson.title,
            level: () => <LevelWord level={result.level} />,
          })}{' '}
          {result.previous === null
            ? null
            : t('previous', { score: result.previous.score, max: result.previous.maxScore })}
        </p>
        <div className="edition top">
          <div className="stack-l">
            {again.length === 0 ? null : (
              <section aria-labelledby="missed">
                <h2 className="h2" id="missed">
                  {t('again')}
                </h2>
                <div className="stack">
                  {again.map((missed) => (
                    <Missed key={missed.position} missed={missed} lesson={lesson} attempt={attempt} />
                  ))}
                </div>
              </section>
            )}
            {result.gained.length === 0 ? null : (
              <section aria-labelledby="gained">
                <h2 className="h2" id="gained">
                  {t('gained')}
                </h2>
                <ul className="gained">
                  {result.gained.map((claim) => (
                    <li key={`${claim.address} ${claim.text}`}>
                      <a className="ref" href={`${lesson}#${anchorOf(claim.address)}`}>
                        {claim.address}
                      </a>
                      <span lang={courseLang}>{claim.text}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {leftOut.length === 0 ? null : (
              <section aria-labelledby="left-out">
                <h2 className="h2" id="left-out">
                  {t('leftOutTitle')}
                </h2>
                <p className="meta">{t('leftOut')}</p>
                <ul className="gained gap">
                  {leftOut.map((missed) => (
                    <li key={missed.position}>
                      <span className="ref">{missed.position}</span>
                      <span lang={courseLang}>{missed.stem}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Next result={result} lesson={lesson} />
          </div>
          <div className="margin">
            <section>
              <h2>{t('linesTitle')}</h2>
              <LevelLegend />
              <p className="gap">{t('linesText')}</p>
            </section>
          </div>
        </div>
      </div>
    </Frame>
  );
}

async function Next({ result, lesson }: { result: ResultView; lesson: string }) {
  const t = await getTranslations('result');
  const firstMissed = result.missed.find((missed) => missed.lessonAnchor !== null);
  const course = `/courses/${result.course.slug}`;
  const isRetake = result.next.kind === 'retake';
  const retake = (
    <form data-needs-connection action={startQuiz}>
      <input type="hidden" name="course" value={result.course.slug} />
      <input type="hidden" name="lesson" value={result.lesson.slug} />
      <button type="submit" className={!isRetake ? 'btn bare' : firstMissed === undefined ? 'btn go' : 'btn'}>
        {result.otherItems > 0 ? t('retakeOther', { others: result.otherItems }) : t('retake')}
      </button>
    </form>
  );
  return (
    <section aria-labelledby="next">
      <h2 className="h2" id="next">
        {t('next')}
      </h2>
      <div className="row">
        {firstMissed === undefined ? null : (
          <a className="btn go" href={`${lesson}#${firstMissed.lessonAnchor ?? ''}`}>
            {t('readAgain', { address: firstMissed.address ?? '' })}
          </a>
        )}
        {isRetake ? retake : null}
        {result.next.kind === 'lesson' ? (
          <a
            className={firstMissed === undefined ? 'btn go' : 'btn'}
            href={`${course}/${result.next.lesson.slug}`}
          >
            {t('goOn', { lesson: result.next.lesson.title })}
          </a>
        ) : (
          <a className={isRetake ? 'btn bare' : firstMissed === undefined ? 'btn go' : 'btn'} href={course}>
            {t('toCourse')}
          </a>
        )}
        {isRetake ? null : retake}
      </div>
      {result.comesBackAt === null ? null : (
        <p className="meta gap">
          {t.rich('comesBack', {
            when: result.comesBackAt,
            a: (words) => <a href="/learn/review">{words}</a>,
          })}
        </p>
      )}
    </section>
  );
}
