import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { KnowingWord } from '#app/_ui/knowing.tsx';
import type { OwnMapView } from '#db/queries/own-map.ts';
import { anchorOf } from '#lib/course/evidence.ts';
import { type Knowing, knowings } from '#lib/mastery/knowing.ts';

/** The map without its picture: each claim that was answered, in reading order. */
export async function ClaimTable({ map }: { map: OwnMapView }) {
  const t = await getTranslations('ownMap');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={t('claims')} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('sentence')}</th>
            <th scope="col">{t('claim')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('answers')}</th>
          </tr>
        </thead>
        <tbody>
          {map.claims.map(({ address, lesson, text, standing }) => (
            <tr key={`${address} ${text}`}>
              <td>
                <a className="ref" href={`/courses/${map.course.slug}/${lesson.slug}#${anchorOf(address)}`}>
                  {address}
                </a>
              </td>
              <th scope="row" lang={courseLang}>
                {text}
              </th>
              <td>
                <KnowingWord knowing={standing.knowing} />
              </td>
              <td>{t('firmShort', { firm: standing.firm, answered: standing.answered })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Key terms, what to look at again first; those without an answer last, all alike. */
export async function TermTable({ map }: { map: OwnMapView }) {
  const terms = map.lessons.flatMap((lesson) =>
    lesson.terms.map((term) => ({ ...term, position: lesson.position, slug: lesson.slug })),
  );
  if (terms.length === 0) return null;
  const t = await getTranslations('ownMap');
  const rank = (knowing: Knowing | undefined) =>
    knowing === undefined ? knowings.length : knowings.indexOf(knowing);
  const sorted = terms.toSorted((a, b) => rank(a.standing?.knowing) - rank(b.standing?.knowing));
  return (
    <div className="top">
      <h2 className="h2" id="terms">
        {t('terms')}
      </h2>
      <p className="meta">{t('termsText')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll gap" aria-labelledby="terms" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('term')}</th>
              <th scope="col">{t('lesson')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('answers')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ id, term, position, slug, standing }) => (
              <tr key={`${position} ${id}`}>
                <th scope="row" lang={courseLang}>
                  {term}
                </th>
                <td>
                  <a className="ref" href={`/courses/${map.course.slug}/${slug}`}>
                    {position}
                  </a>
                </td>
                <td>
                  <KnowingWord knowing={standing?.knowing ?? null} />
                </td>
                <td>
                  {standing === null
                    ? null
                    : t('firmShort', { firm: standing.firm, answered: standing.answered })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
