import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { wholePercent } from '#app/_ui/whole-percent.ts';
import type { AttemptView } from '#db/queries/classes.ts';
import { anchorOf } from '#lib/course/evidence.ts';
import { verdictOf } from '#lib/grading/verdict.ts';

type Item = AttemptView['items'][number];

/** A question of a sitting: the verdict, the answer, the key where they differ, and the evidence. */
export async function GivenAnswer({ item, lessonPage }: { item: Item; lessonPage: string }) {
  const t = await getTranslations('attempt');
  return (
    <li>
      <p className="meta verdict-line">
        <span>{t('question', { position: item.position })}</span>
        <Verdict item={item} />
      </p>
      <h2 className="stem" lang={courseLang}>
        {item.stem}
      </h2>
      {item.pairs.length > 0 ? (
        <GivenPairs pairs={item.pairs} lessonPage={lessonPage} />
      ) : (
        <GivenText item={item} lessonPage={lessonPage} />
      )}
    </li>
  );
}

async function GivenText({ item, lessonPage }: { item: Item; lessonPage: string }) {
  const t = await getTranslations('attempt');
  const isRight = item.mark === 1;
  return (
    <>
      <dl className="said">
        {item.answerText === null ? null : (
          <div className={isRight ? 'as-text' : 'off-text'}>
            <dt>{t('answered')}</dt>
            <dd>{item.answerText}</dd>
          </div>
        )}
        {isRight ? null : (
          <div className="key-text">
            <dt>{t('key')}</dt>
            <dd>{item.correctText}</dd>
          </div>
        )}
      </dl>
      <Proof address={item.address} quote={item.quote} lessonPage={lessonPage} />
    </>
  );
}

/** A matching question pair by pair: what was chosen, what belongs there, and the sentence that says so. */
async function GivenPairs({ pairs, lessonPage }: { pairs: Item['pairs']; lessonPage: string }) {
  const t = await getTranslations('attempt');
  return (
    <ul className="given-pairs">
      {pairs.map((pair) => (
        <li key={pair.left}>
          <h3>
            {pair.left}
            {pair.chosen === null ? null : (
              <span className={`chip ${pair.correct ? 'ok' : 'proof'}`}>
                {pair.correct ? t('pairRight') : t('pairOff')}
              </span>
            )}
          </h3>
          <dl className="said">
            {pair.chosen === null ? null : (
              <div className={pair.correct ? 'as-text' : 'off-text'}>
                <dt>{t('answered')}</dt>
                <dd>{pair.chosen}</dd>
              </div>
            )}
            {pair.correct ? null : (
              <div className="key-text">
                <dt>{t('key')}</dt>
                <dd>{pair.right}</dd>
              </div>
            )}
          </dl>
          <Proof address={pair.address} quote={pair.quote} lessonPage={lessonPage} />
        </li>
      ))}
    </ul>
  );
}

async function Proof({
  address,
  quote,
  lessonPage,
}: Pick<Item, 'address' | 'quote'> & { lessonPage: string }) {
  const t = await getTranslations('attempt');
  if (quote === null) return null;
  return (
    <div className="cut proves">
      {address === null ? (
        <span className="ref" />
      ) : (
        <a className="ref" href={`${lessonPage}#${anchorOf(address)}`}>
          <span className="vh">{t('openLesson')} </span>
          {address}
        </a>
      )}
      <p className="source" lang={courseLang}>
        <mark className="evidence">
          <span className="vh">{t('evidence')} </span>
          {quote}
        </mark>
      </p>
    </div>
  );
}

async function Verdict({ item }: { item: Item }) {
  const t = await getTranslations('attempt');
  if (item.unanswered || item.mark === null) return <span className="chip">{t('unanswered')}</span>;
  const tone = item.mark === 1 ? ' ok' : item.mark === 0 ? ' proof' : '';
  const verdict = verdictOf(item.kind, item.mark, item.correctText);
  return (
    <span className={`chip${tone}`}>{t(`verdict.${verdict}`, { percent: wholePercent(item.mark) })}</span>
  );
}
