import type { Metadata } from 'next';
import { after } from 'next/server';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { found } from '#app/_auth/found.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { keepThisPage } from '#app/_offline/keep-this-page.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { lessonBody } from '#app/_ui/lesson-body.ts';
import { PrintButton } from '#app/_ui/print-button.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { OutboxSender } from '#app/learn/outbox-sender.tsx';
import { visitLesson } from '#db/commands/visit-lesson.ts';
import { type LessonView, readLesson } from '#db/queries/courses.ts';
import { listLessonNotes } from '#db/queries/notes.ts';
import { QuizButton } from '../quiz-button.tsx';
import { ClaimKey } from './claim-key.tsx';
import { Listen } from './listen.tsx';
import { OwnNotes } from './own-notes.tsx';
import { paintNotes } from './paint-notes.ts';
import { Summary } from './summary.tsx';
import { TermHover } from './term-hover.tsx';
import { TriedCheck } from './tried-check.tsx';
import { tryCheck } from './try-check.ts';

type Props = { params: Promise<{ course: string; lesson: string }>; searchParams: SearchParams };

const speeds = [0.75, 1, 1.25, 1.5, 2];

const load = cache(async (course: string, lesson: string) => {
  const viewer = await getViewer();
  return { viewer, lesson: await found(readLesson(viewer, course, lesson)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const names = await params;
  const { viewer, lesson } = await load(names.course, names.lesson);
  return {
    title: lesson.title,
    // Whoever only looks in leaves nothing on a device.
    ...(viewer === null
      ? {}
      : { other: keepThisPage({ title: lesson.title, within: lesson.course.title, also: [] }) }),
  };
}

/** The page that everything else serves: one column of text, its numbers and claims in the margin. */
export default async function LessonPage({ params, searchParams }: Props) {
  const names = await params;
  const { viewer, lesson } = await load(names.course, names.lesson);
  // Where "continue" leads: written once the page is on its way.
  if (viewer !== null) after(() => visitLesson(viewer, names.course, names.lesson, new Date()));
  const t = await getTranslations('lesson');
  const frame = await getTranslations('frame');
  const course = await getTranslations('course');
  const claims = await getTranslations('claims');
  const outbox = await getTranslations('outbox');
  const notes = await getTranslations('notes');
  const own = viewer === null ? null : await found(listLessonNotes(viewer, names.course, names.lesson));
  const locale = await getLocale();
  const reading = await getTranslations('reading');
  const check = await getTranslations('check');
  const format = await getFormatter();
  const query = await searchParams;
  const tried = await tryCheck(viewer, lesson, query);
  // Asked for once an edition and language.
  const words = () => ({
    labels: {
      fact: claims('fact'),
      figure: claims('figure'),
      interpretation: claims('interpretation'),
      forecast: claims('forecast'),
      'open-question': claims('open-question'),
    },
    theArticle: claims('theArticle'),
    contextTitle: t('contextTitle'),
    contextSource: (source: string) => t('contextSource', { source }),
    claimsOf: t('claimsOf'),
    linkTo: (address: string) => reading('linkTo', { address }),
    check: {
      title: check('title'),
      hint: check('hint'),
      many: check('many'),
      yours: check('yours'),
      look: check('look'),
    },
  });
  const body = lessonBody(lesson, locale, words, tried?.number ?? null);
  const paint = (html: string) =>
    own === null ? html : paintNotes(html, own.notes, { label: notes('yourNote'), lang: locale });
  return (
    <Frame viewer={viewer} at="courses">
      <div className="wrap">
        <Crumbs
          entries={[
            { href: '/courses', text: frame('courses') },
            { href: `/courses/${lesson.course.slug}`, text: lesson.course.title },
            { text: lesson.title },
          ]}
        />
        <article className="page lesson">
          <header className="para">
            <span />
            <div>
              <p className="meta">
                {t('meta', {
                  position: lesson.position,
                  count: lesson.count,
                  minutes:
                    lesson.readingLow === lesson.readingHigh
                      ? course('minutes', { low: lesson.readingLow })
                      : course('minutesRange', { low: lesson.readingLow, high: lesson.readingHigh }),
                  questions: lesson.questions,
                })}
              </p>
              <h1 className="title big" lang={courseLang}>
                {lesson.title}
              </h1>
              {lesson.objectives.length === 0 ? null : (
                <div className="aims">
                  <h2>{t('after')}</h2>
                  <ul lang={courseLang}>
                    {lesson.objectives.map((objective) => (
                      <li key={objective}>{objective}</li>
                    ))}
                  </ul>
                </div>
              )}
            </div>
            <div className="side tools">
              {lesson.terms.length === 0 ? null : (
                <a className="btn sm" href="#terms">
                  {t('keyTerms')}
                </a>
              )}
              {own === null ? null : (
                <a className="btn sm" href="#notes">
                  {own.notes.length === 0 ? notes('title') : notes('count', { notes: own.notes.length })}
                </a>
              )}
              <Listen
                lang={courseLang}
                words={{
                  listen: reading('hear.listen'),
                  bar: reading('hear.bar'),
                  pause: reading('hear.pause'),
                  goOn: reading('hear.goOn'),
                  stop: reading('hear.stop'),
                  speed: reading('hear.speed'),
                }}
                speeds={speeds.map((rate) => ({ rate, text: `${format.number(rate)}×` }))}
              />
              <PrintButton label={t('print')} />
              <ClaimKey paragraphs={lesson.paragraphs} />
            </div>
          </header>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: escaped where it is made, once an edition */}
          <div className="body" dangerouslySetInnerHTML={{ __html: paint(body.before) }} />
          {tried === null ? null : (
            <>
              <TriedCheck tried={tried} form={body.form} />
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: escaped where it is made, once an edition */}
              <div className="body" dangerouslySetInnerHTML={{ __html: paint(body.after) }} />
            </>
          )}
          <Summary summary={lesson.summary} />
          <Terms lesson={lesson} />
          {own === null ? null : <OwnNotes lesson={lesson} own={own} problem={first(query.problem)} />}
          <footer className="para end" id="quiz">
            <span />
            <div className="row">
              <Onward lesson={lesson} isSignedIn={viewer !== null} />
              <a className="btn bare" href={`/courses/${lesson.course.slug}`}>
                {t('back')}
              </a>
            </div>
            <div className="side meta">
              {viewer === null && lesson.questions > 0 ? t('signInHint') : null}
            </div>
          </footer>
        </article>
        <Pager lesson={lesson} />
      </div>
      {viewer === null ? null : (
        <OutboxSender userId={viewer.userId} words={{ one: outbox('one'), many: outbox('many') }} />
      )}
    </Frame>
  );
}

async function Onward({ lesson, isSignedIn }: { lesson: LessonView; isSignedIn: boolean }) {
  const t = await getTranslations('lesson');
  if (lesson.questions === 0) return <p className="meta">{t('noQuestions')}</p>;
  if (isSignedIn) return <QuizButton course={lesson.course.slug} lesson={lesson} />;
  return (
    <a
      className="btn go"
      href={`/sign-in?to=${encodeURIComponent(`/courses/${lesson.course.slug}/${lesson.slug}#quiz`)}`}
    >
      {t('signIn', { questions: lesson.questions })}
    </a>
  );
}

/** The key terms below the text, and each as the popover that its underlined word opens. */
async function Terms({ lesson }: { lesson: LessonView }) {
  const t = await getTranslations('lesson');
  const reading = await getTranslations('reading');
  if (lesson.terms.length === 0) return null;
  const anchors = new Map(
    lesson.paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ address, id }) => [address, id])),
  );
  const place = (address: string | null) =>
    address === null ? null : (
      <a className="ref" href={`#${anchors.get(address) ?? ''}`}>
        {address}
      </a>
    );
  return (
    <>
      <section className="para" id="terms" aria-labelledby="terms-title">
        <span />
        <div>
          <h2 id="terms-title" className="h2">
            {t('keyTerms')}
          </h2>
          <dl className="terms">
            {lesson.terms.map((term) => (
              <div key={term.id}>
                <dt lang={courseLang}>{term.term}</dt>
                <dd>
                  <Definition term={term} none={t('noDefinition')} /> {place(term.address)}
                </dd>
              </div>
            ))}
          </dl>
          <p>
            <a href={`/courses/${lesson.course.slug}/glossary`}>{reading('glossary')}</a>
          </p>
        </div>
        <div className="side meta">{t('termsHint')}</div>
      </section>
      {lesson.terms.map((term) => (
        <div key={term.id} className="def" id={term.id} popover="auto">
          <b lang={courseLang}>{term.term}</b> <Definition term={term} none={t('noDefinition')} />{' '}
          {place(term.address)}
        </div>
      ))}
      <TermHover />
    </>
  );
}

/** The text's own words, or the page's where it has none. */
function Definition({ term, none }: { term: LessonView['terms'][number]; none: string }) {
  return term.definition === null ? none : <span lang={courseLang}>{term.definition}</span>;
}

async function Pager({ lesson }: { lesson: LessonView }) {
  const t = await getTranslations('lesson');
  const base = `/courses/${lesson.course.slug}`;
  return (
    <nav className="row pager" aria-label={t('pager')}>
      {lesson.previous === null ? null : (
        <a href={`${base}/${lesson.previous.slug}`}>{t('previous', { title: lesson.previous.title })}</a>
      )}
      {lesson.next === null ? null : (
        <a className="push" href={`${base}/${lesson.next.slug}`}>
          {t('next', { title: lesson.next.title })}
        </a>
      )}
    </nav>
  );
}
