import { getTranslations } from 'next-intl/server';
import { wholePercent } from '#app/_ui/whole-percent.ts';
import type { AttemptView } from '#db/queries/classes.ts';
import { verdictOf } from '#lib/grading/verdict.ts';

type Item = AttemptView['items'][number];

/** A question of a sitting: the verdict, the answer, the key where they differ, and the evidence. */
export async function GivenAnswer({ item, lessonPage }: { item: Item; lessonPage: string }) {
  const t = await getTranslations('attempt');
  const isRight = item.mark === 1;
  return (
    <li>
      <p className="meta verdict-line">
        <span>{t('question', { position: item.position })}</span>
        <Verdict item={item} />
      </p>
      <h2 className="stem">{item.stem}</h2>
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
      {item.quote === null ? null : (
        <div className="cut proves">
          {item.address === null ? (
            <span className="ref" />
          ) : (
            <a className="ref" href={`${lessonPage}#${anchorOf(item.address)}`}>
              <span className="vh">{t('openLesson')} </span>
              {item.address}
            </a>
          )}
          <p className="source">
            <mark className="evidence">
              <span className="vh">{t('evidence')} </span>
              {item.quote}
            </mark>
          </p>
        </div>
      )}
    </li>
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

/** "2.7" stands in the lesson as #s2-7. */
function anchorOf(address: string): string {
  return `s${address.replace('.', '-')}`;
}
