import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { ReviewQuestionView } from '#db/queries/reviews.ts';
import { AnswerFields } from '../quiz/[attempt]/[position]/answer-fields.tsx';
import { questionWords } from '../quiz/[attempt]/[position]/question-words.ts';
import { ReviewKeeper } from './review-keeper.tsx';

const sureness = [1, 2, 3] as const;

/** One question in review: a plain form, so that it needs no script; with one, an answer waits for a connection. */
export async function ReviewForm({
  userId,
  question,
  extra,
  problem,
}: {
  userId: string;
  question: ReviewQuestionView;
  extra: boolean;
  problem: string | null;
}) {
  const { item, cardId, reps } = question;
  const t = await getTranslations('review');
  const words = await questionWords({ item });
  const said =
    problem === 'unanswered'
      ? words.unanswered
      : problem === 'away'
        ? words.away
        : problem === 'already-answered'
          ? words.alreadyAnswered
          : '';
  return (
    <form className="gap" action="/api/reviews" method="post">
      <input type="hidden" name="reviewId" value={crypto.randomUUID()} />
      <input type="hidden" name="card" value={cardId} />
      <input type="hidden" name="reps" value={reps} />
      <input type="hidden" name="kind" value={item.kind} />
      {extra ? <input type="hidden" name="extra" value="1" /> : null}
      <fieldset className="q">
        <legend>
          <h1 className="stem" lang={courseLang}>
            {item.stem}
          </h1>
        </legend>
        <p className="meta hint">{words.hint}</p>
        <AnswerFields item={item} words={words} />
      </fieldset>
      <fieldset className="how-sure">
        <legend className="meta">{t('howSure')}</legend>
        <div className="row">
          {sureness.map((level) => (
            <label key={level}>
              <input type="radio" name="certainty" value={level} /> {t(`sure.${level}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="sure">
        <ReviewKeeper
          userId={userId}
          cardId={cardId}
          reps={reps}
          kind={item.kind}
          said={said}
          words={words}
        />
        <div className="row">
          <button type="submit" className="btn go wide">
            {words.answer}
          </button>
          <a className="btn bare" href="/learn">
            {words.later}
          </a>
        </div>
      </div>
    </form>
  );
}
