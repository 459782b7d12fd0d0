import { courseLang } from '#app/_ui/course-lang.ts';
import type { ReviewQuestionView } from '#db/queries/reviews.ts';
import { HowSure } from '../how-sure.tsx';
import { AnswerFields } from '../quiz/[attempt]/[position]/answer-fields.tsx';
import { questionWords } from '../quiz/[attempt]/[position]/question-words.ts';
import { ReviewKeeper } from './review-keeper.tsx';
import type { Sitting } from './sitting.ts';

/** One question in review: a plain form, so that it needs no script; with one, an answer waits for a connection. */
export async function ReviewForm({
  userId,
  question,
  sitting,
  problem,
}: {
  userId: string;
  question: ReviewQuestionView;
  sitting: Sitting;
  problem: string | null;
}) {
  const { item, cardId, reps } = question;
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
      {sitting.extra ? <input type="hidden" name="extra" value="1" /> : null}
      {sitting.left === null ? null : <input type="hidden" name="left" value={sitting.left} />}
      <fieldset className="q">
        <legend>
          <h1 className="stem" lang={courseLang}>
            {item.stem}
          </h1>
        </legend>
        <p className="meta hint">{words.hint}</p>
        <AnswerFields item={item} words={words} />
      </fieldset>
      <HowSure words={words} />
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
