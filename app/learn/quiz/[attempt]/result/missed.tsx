import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { MissedView, PairView } from '#db/queries/attempts.ts';
import { anchorOf } from '#lib/course/evidence.ts';

/** An answer that was not all right: the sentence to read again, what was answered, and why it does not fit. */
export async function Missed({
  missed,
  lesson,
  attempt = null,
  review = null,
}: {
  missed: MissedView;
  lesson: string;
  /** Where it was answered: an attempt, or an answer in review. */
  attempt?: string | null;
  review?: string | null;
}) {
  const t = await getTranslations('result');
  const quiz = await getTranslations('quiz');
  const dispute = await getTranslations('dispute');
  const page = review === null ? `/learn/quiz/${attempt}/${missed.position}` : `/learn/review/${review}`;
  const link = (
    <span className="ways">
      <a href={page}>{review === null ? t('seeQuestion', { at: missed.position }) : t('seeReview')}</a>{' '}
      <a href={`${page}?dispute=1#dispute`}>
        {dispute('title')}
        {review === null ? <span className="vh">: {quiz('step', { step: missed.position })}</span> : null}
      </a>
    </span>
  );
  const off = missed.pairs.filter((pair) => !pair.correct);
  if (off.some((pair) => pair.quote !== null))
    return (
      <div className="matched">
        {[...off, ...missed.pairs.filter((pair) => pair.correct)].map((pair) => (
          <MissedPair key={pair.left} pair={pair} lesson={lesson} />
        ))}
        <p className="meta">{link}</p>
      </div>
    );
  return (
    <div className="cut">
      <Reference address={missed.address} lesson={lesson} />
      <div>
        <p className="source" lang={courseLang}>
          {missed.quote === null ? missed.stem : <mark className="evidence">{missed.quote}</mark>}
        </p>
        {off.map((pair) => (
          <p className="meta gap" key={pair.left}>
            {t('pairOff', { left: pair.left, chosen: pair.chosen ?? '', right: pair.right })}
          </p>
        ))}
        <p className="meta gap">
          {off.length > 0 ? null : t('youAnswered', { answer: missed.answerText ?? '' })} {missed.rationale}{' '}
          {link}
        </p>
      </div>
    </div>
  );
}

/** One pair: its sentence where another was chosen, and one line where it fitted. */
async function MissedPair({ pair, lesson }: { pair: PairView; lesson: string }) {
  const t = await getTranslations('result');
  if (pair.correct)
    return (
      <p className="meta fitted">
        <Reference address={pair.address} lesson={lesson} /> {t('pairFits', { left: pair.left })}
      </p>
    );
  return (
    <div className="cut">
      <Reference address={pair.address} lesson={lesson} />
      <div>
        {pair.quote === null ? null : (
          <p className="source" lang={courseLang}>
            <mark className="evidence">{pair.quote}</mark>
          </p>
        )}
        <p className="meta gap">
          {t('pairOff', { left: pair.left, chosen: pair.chosen ?? '', right: pair.right })}
        </p>
      </div>
    </div>
  );
}

function Reference({ address, lesson }: { address: string | null; lesson: string }) {
  if (address === null) return <span className="ref" />;
  return (
    <a className="ref" href={`${lesson}#${anchorOf(address)}`}>
      {address}
    </a>
  );
}

/** How many sentences are shown to be read again: a matching question shows several, and two may share one. */
export function sentencesIn(missed: readonly MissedView[]): number {
  const shown = missed.flatMap(({ pairs, quote }) => {
    const off = pairs.flatMap((pair) => (pair.correct || pair.quote === null ? [] : [pair.quote]));
    return off.length > 0 || quote === null ? off : [quote];
  });
  return new Set(shown).size;
}
