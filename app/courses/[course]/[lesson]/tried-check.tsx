import { getTranslations } from 'next-intl/server';
import { checkAnchor } from '#app/_ui/check-form.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { AnsweredChoices, AnsweredText } from '#app/learn/quiz/[attempt]/[position]/answered.tsx';
import type { CheckedView } from '#db/queries/checks.ts';
import { anchorOf } from '#lib/course/evidence.ts';
import { verdictOf } from '#lib/grading/verdict.ts';
import type { Tried } from './try-check.ts';

/** Where the question was asked: what the text says to the answer, or the form again with what it lacks. */
export async function TriedCheck({ tried, form }: { tried: Tried; form: string }) {
  const t = await getTranslations('check');
  if (tried.outcome.ok) return <Told checked={tried.outcome.value} />;
  return (
    <>
      <div className="para">
        <span />
        <p className="note pen" role="status">
          {tried.outcome.refusal === 'asked-now' ? t('askedNow') : t('unanswered')}
        </p>
      </div>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: escaped where it is made, once an edition */}
      <div className="body" dangerouslySetInnerHTML={{ __html: form }} />
    </>
  );
}

async function Told({ checked: { number, item, mark, explanation } }: { checked: CheckedView }) {
  const t = await getTranslations('check');
  const quiz = await getTranslations('quiz');
  const { options, evidence } = explanation;
  const verdict = verdictOf(item.kind, mark, options.find((option) => option.correct)?.text ?? '');
  const id = checkAnchor(number);
  return (
    <div className="para">
      <span />
      <section className="selfcheck" id={id} tabIndex={-1} aria-labelledby={`${id}-stem ${id}-said`}>
        <p className="lead">{t('title')}</p>
        <p className="asked" id={`${id}-stem`} lang={courseLang}>
          {item.stem}
        </p>
        <p className="verdict" id={`${id}-said`}>
          <b className={mark >= 1 ? 'is-right' : undefined}>{quiz(`verdict.${verdict}`, { share: mark })}</b>
        </p>
        {options.length > 0 ? (
          <AnsweredChoices options={options.filter((option) => option.chosen || option.correct)} />
        ) : (
          <AnsweredText response={{ ...explanation, mark }} />
        )}
        {evidence.map((piece) => (
          <p className="proved" key={piece.address}>
            <a className="ref" href={`#${anchorOf(piece.address)}`}>
              {piece.address}
            </a>{' '}
            <mark className="evidence" lang={courseLang}>
              {piece.quote}
            </mark>
          </p>
        ))}
        <div className="row">
          <a className="btn sm" href={`?#${id}`}>
            {t('again')}
          </a>
          <span className="meta">{t('hint')}</span>
        </div>
      </section>
    </div>
  );
}
