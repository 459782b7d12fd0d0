import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { FeedbackView } from '#db/queries/attempts.ts';

/** Options after the answer: which was chosen, which is right, and why each is or is not. */
export async function AnsweredChoices({ options }: { options: FeedbackView['options'] }) {
  const t = await getTranslations('quiz');
  // Several keys often share one reason: it is read once.
  const isSaid = (index: number) =>
    options.slice(0, index).some((earlier) => earlier.rationale === options[index]?.rationale);
  return (
    <ul className="options">
      {options.map((option, index) => (
        <li
          key={option.id}
          className={`opt done${option.correct ? ' is-key' : option.chosen ? ' is-yours' : ''}`}
        >
          <span className="key" aria-hidden="true">
            {option.correct ? '✓' : option.chosen ? '×' : '·'}
          </span>
          <span className="txt" lang={courseLang}>
            {option.text}
          </span>
          {option.chosen || option.correct ? (
            <span className="tag">
              {option.chosen && option.correct ? t('yoursRight') : option.correct ? t('key') : t('yours')}
            </span>
          ) : null}
          <span className="why">{isSaid(index) ? t('sameReason') : option.rationale}</span>
        </li>
      ))}
    </ul>
  );
}

/** A typed, matched or ordered answer beside what the text says. */
export async function AnsweredText({
  response,
}: {
  response: Pick<FeedbackView, 'answer' | 'mark' | 'accept' | 'pairs' | 'order'>;
}) {
  const t = await getTranslations('quiz');
  const { answer } = response;
  const isRight = response.mark >= 1;
  if (answer.kind === 'matching')
    return (
      <ul className="options">
        {response.pairs.map((pair) => (
          <li key={pair.left} className={`opt done paired ${pair.correct ? 'is-key' : 'is-yours'}`}>
            <span className="key" aria-hidden="true">
              {pair.correct ? '✓' : '×'}
            </span>
            <span className="txt">
              {pair.left}: {pair.chosen}
            </span>
            <span className="tag">{pair.correct ? t('yoursRight') : t('yours')}</span>
            {pair.correct ? null : <span className="why">{t('pairRight', { right: pair.right })}</span>}
          </li>
        ))}
      </ul>
    );
  if (answer.kind === 'ordering')
    return (
      <ol className="options">
        {response.order.map((entry, index) => (
          <li key={entry} className={`opt done ${answer.order[index] === entry ? 'is-key' : 'is-yours'}`}>
            <span className="key" aria-hidden="true">
              {index + 1}
            </span>
            <span className="txt" lang={courseLang}>
              {entry}
            </span>
            <span className="why">{t('orderYours', { place: answer.order.indexOf(entry) + 1 })}</span>
          </li>
        ))}
      </ol>
    );
  const typed = 'text' in answer ? answer.text : '';
  return (
    <ul className="options">
      {isRight ? null : (
        <li className="opt done is-yours">
          <span className="key" aria-hidden="true">
            ×
          </span>
          <span className="txt">{typed}</span>
          <span className="tag">{t('yours')}</span>
        </li>
      )}
      <li className="opt done is-key">
        <span className="key" aria-hidden="true">
          ✓
        </span>
        <span className="txt" lang={courseLang}>
          {response.accept[0] ?? ''}
        </span>
        <span className="tag">{isRight ? t('yoursRight') : t('key')}</span>
        {response.accept.length > 1 ? (
          <span className="why">{t('alsoAccepted', { others: response.accept.slice(1).join(', ') })}</span>
        ) : null}
      </li>
    </ul>
  );
}
