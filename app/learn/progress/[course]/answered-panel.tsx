import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { KnowingWord } from '#app/_ui/knowing.tsx';
import type { AnsweredQuestionView, MapAnsweredView, OwnMapView } from '#db/queries/own-map.ts';
import { anchorOf } from '#lib/course/evidence.ts';
import { answeredAnchor, mapAnchor } from './anchors.ts';

/**
 * The questions behind each painted sentence, as they were answered. One is shown at a time, the one that the
 * address names: a link is all it takes, and there is no script to wait for.
 */
export async function AnsweredPanel({ map }: { map: OwnMapView }) {
  const t = await getTranslations('ownMap');
  if (map.answered.length === 0) return null;
  return (
    <div className="answered">
      <p className="meta hint">{t('hint')}</p>
      {map.answered.map((sentence) => (
        <AnsweredSentence key={sentence.address} course={map.course.slug} sentence={sentence} />
      ))}
    </div>
  );
}

async function AnsweredSentence({
  course,
  sentence: { address, lesson, standing, text, questions },
}: {
  course: string;
  sentence: MapAnsweredView;
}) {
  const t = await getTranslations('ownMap');
  const id = answeredAnchor(address);
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`} className="row">
        <span className="ref">{address}</span> <KnowingWord knowing={standing.knowing} />
      </h2>
      <p className="meta">{t('firm', { firm: standing.firm, answered: standing.answered })}</p>
      <p className="source" lang={courseLang}>
        {text}
      </p>
      <ul className="behind">
        {questions.map((question) => (
          <li key={hrefOf(question)}>
            <Question question={question} />
          </li>
        ))}
      </ul>
      <p className="row">
        <a href={`/courses/${course}/${lesson.slug}#${anchorOf(address)}`}>{t('openLesson', { address })}</a>
        <a href={`#${mapAnchor(address)}`}>{t('back')}</a>
      </p>
    </section>
  );
}

async function Question({ question }: { question: AnsweredQuestionView }) {
  const t = await getTranslations('ownMap');
  const review = await getTranslations('howSure');
  const { stem, answerText, correctText, mark, certainty, answeredAt } = question;
  const sure = certainty === 1 || certainty === 2 || certainty === 3 ? review(`${certainty}`) : null;
  return (
    <>
      <h3 className="asked" lang={courseLang}>
        {stem}
      </h3>
      <p>
        {t.rich(mark >= 1 ? 'answeredRight' : 'answered', {
          answer: () => <span lang={courseLang}>{answerText}</span>,
        })}
      </p>
      {mark >= 1 ? null : (
        <p>{t.rich('correct', { answer: () => <span lang={courseLang}>{correctText}</span> })}</p>
      )}
      <p className="meta">
        {sure === null ? null : `${sure}. `}
        {t('when', { when: answeredAt })} <a href={hrefOf(question)}>{t('seeAnswer')}</a>
      </p>
    </>
  );
}

function hrefOf({ reviewId, attemptId, position }: AnsweredQuestionView): string {
  return reviewId === null ? `/learn/quiz/${attemptId}/${position}` : `/learn/review/${reviewId}`;
}
