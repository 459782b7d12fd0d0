import { getTranslations } from 'next-intl/server';
import { listCourses, readCourse } from '#db/queries/courses.ts';
import { getViewer } from './_auth/viewer.ts';
import { ClaimLabel } from './_ui/claim-label.tsx';
import { Frame } from './_ui/frame.tsx';
import { LevelLegend } from './_ui/levels.tsx';
import { Miniature } from './_ui/miniature.tsx';
import { Tick } from './_ui/tick.tsx';

/** The front page: what this is, shown on one sentence, and the first public course. */
export default async function FrontPage() {
  const viewer = await getViewer();
  const t = await getTranslations('front');
  const [first] = await listCourses(viewer);
  const course = first === undefined ? null : await readCourse(viewer, first.slug);
  const opening = course?.lessons[0];
  return (
    <Frame viewer={viewer}>
      <section className="hero">
        <div className="say">
          <h1>{t.rich('headline', { br: () => <br /> })}</h1>
          <p>{t('lede')}</p>
          <p className="row">
            {course !== null && opening !== undefined ? (
              <a className="btn go" href={`/courses/${course.slug}/${opening.slug}`}>
                {t('readFirst')}
              </a>
            ) : null}
            {viewer === null ? (
              <a className="btn" href="/join">
                {t('joinWithCode')}
              </a>
            ) : (
              <a className="btn" href="/learn">
                {t('goOn')}
              </a>
            )}
          </p>
        </div>
        <ExamplePage />
      </section>
      <FollowOneSentence />
      <section className="wrap people" aria-labelledby="who">
        <h2 id="who" className="title">
          {t('whoTitle')}
        </h2>
        <div className="three">
          <div>
            <h3>{t('learnTitle')}</h3>
            <p>{t('learnText')}</p>
            <p>
              <a href="/join">{t('learnLink')}</a>
            </p>
          </div>
          <div>
            <h3>{t('teachTitle')}</h3>
            <p>{t('teachText')}</p>
            {viewer?.role === 'learner' ? null : (
              <p>
                <a href="/teach">{t('teachLink')}</a>
              </p>
            )}
          </div>
          <div>
            <h3>{t('hostTitle')}</h3>
            <p>{t('hostText')}</p>
            <pre className="cmd">
              <code>npm start</code>
            </pre>
          </div>
        </div>
      </section>
      {course === null ? null : (
        <section className="wrap first" aria-labelledby="first">
          <h2 id="first" className="title">
            {t('courseTitle', { title: course.title })}
          </h2>
          <p className="lede">{t('courseLede', { lessons: course.lessons.length })}</p>
          <ol className="minis">
            {course.lessons.map((lesson) => (
              <li key={lesson.slug}>
                <a href={`/courses/${course.slug}/${lesson.slug}`}>
                  <span className="t">
                    {lesson.position}. {lesson.title}
                  </span>
                  <Miniature
                    paragraphs={lesson.paragraphs}
                    width={200}
                    label={t('miniLabel', {
                      title: lesson.title,
                      sentences: lesson.paragraphs.flat().length,
                      paragraphs: lesson.paragraphs.length,
                    })}
                  />
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Frame>
  );
}

/** An illustration from no course: a question of a real course would give its key away here. */
async function ExamplePage() {
  const t = await getTranslations('front');
  return (
    <figure className="proofpage">
      <blockquote className="page source">
        <p>
          <span className="ref">2.6</span>
          {t('exampleBefore')}
        </p>
        <p>
          <span className="ref">2.7</span>
          <mark className="evidence">
            <span className="vh">{t('evidence')} </span>
            {t('exampleEvidence')}
          </mark>
        </p>
        <p>
          <span className="ref">2.8</span>
          {t('exampleAfter')}
        </p>
      </blockquote>
      <div className="ask">
        <p className="stem">{t('exampleStem')}</p>
        <p className="ans">
          <Tick />
          <span>{t('exampleAnswer')}</span>
        </p>
      </div>
      <figcaption>{t('exampleCaption')}</figcaption>
    </figure>
  );
}

async function FollowOneSentence() {
  const t = await getTranslations('front');
  return (
    <section className="follow" aria-labelledby="follow">
      <div className="inner">
        <h2 id="follow">{t('followTitle')}</h2>
        <ol>
          <li>
            <div>
              <h3>{t('numberTitle')}</h3>
              <p>{t('numberText')}</p>
            </div>
            <p className="demo">
              <span className="ref">2.7</span>{' '}
              <span className="serif">{t('exampleEvidence').slice(0, 48)}…</span>
            </p>
          </li>
          <li>
            <div>
              <h3>{t('claimTitle')}</h3>
              <p>{t('claimText')}</p>
            </div>
            <p className="demo labels">
              <ClaimLabel label="fact" attribution={null} />
              <ClaimLabel label="figure" attribution={null} />
              <ClaimLabel label="interpretation" attribution={t('critics')} />
              <ClaimLabel label="forecast" attribution={t('analysts')} />
              <ClaimLabel label="open-question" attribution={null} />
            </p>
          </li>
          <li>
            <div>
              <h3>{t('askTitle')}</h3>
              <p>{t('askText')}</p>
            </div>
            <p className="demo">
              <span className="serif">{t('exampleStem')}</span>
            </p>
          </li>
          <li>
            <div>
              <h3>{t('answerTitle')}</h3>
              <p>{t('answerText')}</p>
            </div>
            <p className="demo">
              <mark className="evidence serif">{t('exampleAnswer')}</mark>
            </p>
          </li>
          <li>
            <div>
              <h3>{t('rememberTitle')}</h3>
              <p>{t('rememberText')}</p>
            </div>
            <div className="demo">
              <LevelLegend />
            </div>
          </li>
          <li>
            <div>
              <h3>{t('reportTitle')}</h3>
              <p>{t('reportText')}</p>
            </div>
            <p className="demo">
              <span className="meta">{t('reportDemo')}</span>{' '}
              <span className="serif">{t('exampleAnswer')}</span>
            </p>
          </li>
        </ol>
      </div>
    </section>
  );
}
