import { getTranslations } from 'next-intl/server';
import { ClaimLabel } from '#app/_ui/claim-label.tsx';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { FeedbackView, QuestionView } from '#db/queries/attempts.ts';
import { verdictOf } from '#lib/grading/verdict.ts';
import { surpriseOf } from '#lib/mastery/surprise.ts';
import { AnsweredChoices, AnsweredText } from './answered.tsx';
import { type Disputable, Dispute } from './dispute.tsx';
import { EnterLeadsOn } from './enter-leads-on.tsx';
import { FocusOnce } from './focus-once.tsx';
import { onwardFrom } from './onward.ts';

/** Where a learner goes on from the feedback: the next question, or what comes when there is none. */
export type Onward = { href: string; text: string; hint: string; isLast: boolean };

/** What the text says to an answer of a quiz. */
export async function QuestionFeedback({
  question,
  response,
  isFromElsewhere,
  isDisputing,
}: {
  question: QuestionView;
  response: FeedbackView;
  /** The answer just given was not taken, because this one stood already. */
  isFromElsewhere: boolean;
  isDisputing: boolean;
}) {
  const t = await getTranslations('quiz');
  const { href, isLast, back } = onwardFrom(question);
  const quiz = `/learn/quiz/${question.attemptId}`;
  return (
    <Feedback
      item={question.item}
      response={response}
      lesson={`/courses/${question.course.slug}/${question.lesson.slug}`}
      dispute={{
        page: `${quiz}/${question.position}`,
        fields: { attempt: question.attemptId, position: String(question.position) },
        sent: response.dispute,
        isAsked: isDisputing,
      }}
      said={isFromElsewhere ? t('alreadyAnswered') : null}
      onward={
        // An exam that is told of is handed in: nothing of it is open.
        isLast || question.exam
          ? {
              href: `/learn/quiz/${question.attemptId}/result`,
              text: t('toResult'),
              hint: t('enterToResult'),
              isLast: true,
            }
          : {
              href,
              text: back === null ? t('next') : t('backTo', { position: back }),
              hint: t('enterToNext'),
              isLast,
            }
      }
    />
  );
}

/** The verdict, the reasons, and the sentence that decides. */
export async function Feedback({
  item,
  response,
  lesson,
  dispute,
  said,
  onward,
}: {
  item: QuestionView['item'];
  response: FeedbackView;
  lesson: string;
  dispute: Disputable;
  said: string | null;
  onward: Onward;
}) {
  const t = await getTranslations('quiz');
  const key = response.options.find((option) => option.correct)?.text ?? '';
  const verdict = verdictOf(item.kind, response.mark, key);
  const sure = await getTranslations('howSure');
  const surprise = surpriseOf(response);
  return (
    <div className="edition even fb">
      <section aria-labelledby="verdict">
        <h1 className="stem" lang={courseLang}>
          {item.stem}
        </h1>
        {said === null ? null : <p className="note pen gap">{said}</p>}
        <p className="verdict" id="verdict" tabIndex={-1}>
          <b className={response.mark >= 1 ? 'is-right' : undefined}>
            {t(`verdict.${verdict}`, { share: response.mark })}
          </b>
          {surprise === null ? null : <span className="aside">{sure(surprise)}</span>}
        </p>
        {dispute.isAsked ? null : <FocusOnce target="verdict" name={response.responseId} />}
        {response.options.length > 0 ? (
          <AnsweredChoices options={response.options.filter((option) => option.chosen || option.correct)} />
        ) : (
          <AnsweredText response={response} />
        )}
      </section>
      <Evidence evidence={response.evidence} lesson={lesson} />
      <section className="others" aria-labelledby={response.options.length > 0 ? 'others' : undefined}>
        {response.options.some((option) => !option.chosen && !option.correct) ? (
          <>
            <h2 className="h2" id="others">
              {t('others')}
            </h2>
            <AnsweredChoices
              options={response.options.filter((option) => !option.chosen && !option.correct)}
            />
          </>
        ) : null}
        <div className="row next">
          <a className="btn go" id="onward" href={onward.href}>
            {onward.text}
          </a>
          {onward.isLast ? null : (
            <a className="btn bare" href="/learn">
              {t('later')}
            </a>
          )}
          <EnterLeadsOn hint={onward.hint} />
        </div>
        <Dispute {...dispute} />
      </section>
    </div>
  );
}

async function Evidence({ evidence, lesson }: { evidence: FeedbackView['evidence']; lesson: string }) {
  const t = await getTranslations('quiz');
  if (evidence.length === 0) return null;
  return (
    <section className="opened" aria-labelledby="evidence">
      <h2 className="h2" id="evidence">
        {t('evidence')}
      </h2>
      {evidence.map((piece) => (
        <div className="page" key={piece.address}>
          <div className="source lines" lang={courseLang}>
            {piece.before.map((sentence) => (
              <Line key={sentence.address} {...sentence} />
            ))}
            {piece.pieces.map((sentence) => (
              <p key={sentence.address}>
                <span className="ref">{sentence.address}</span>
                <span>
                  <mark className="evidence">
                    <span className="vh">{t('evidenceMark')} </span>
                    {sentence.text}
                  </mark>
                </span>
              </p>
            ))}
            {piece.after.map((sentence) => (
              <Line key={sentence.address} {...sentence} />
            ))}
          </div>
          <p className="tail">
            {piece.claim === null ? null : (
              <ClaimLabel label={piece.claim.label} attribution={piece.claim.attribution} />
            )}
            <a href={`${lesson}#s${piece.address.replace('.', '-')}`}>{t('openLesson')}</a>
          </p>
        </div>
      ))}
    </section>
  );
}

function Line({ address, text }: { address: string; text: string }) {
  return (
    <p className="faint">
      <span className="ref">{address}</span>
      <span>{text}</span>
    </p>
  );
}
