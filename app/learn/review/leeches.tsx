import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { LeechView } from '#db/queries/reviews.ts';

/** What was forgotten again and again: the sentences to read, instead of asking once more. */
export async function Leeches({ leeches }: { leeches: LeechView[] }) {
  if (leeches.length === 0) return null;
  const t = await getTranslations('review');
  return (
    <section className="top" aria-labelledby="leeches">
      <h2 className="h2" id="leeches">
        {t('leeches')}
      </h2>
      <p className="meta">{t('leechesText')}</p>
      <div className="stack">
        {leeches.map((leech) => (
          <div className="cut" key={`${leech.course.slug} ${leech.stem}`}>
            {leech.lessonAnchor === null ? (
              <span className="ref" />
            ) : (
              <a
                className="ref"
                href={`/courses/${leech.course.slug}/${leech.lesson.slug}#${leech.lessonAnchor}`}
              >
                {leech.address}
              </a>
            )}
            <div>
              <p className="source" lang={courseLang}>
                {leech.quote === null ? leech.stem : <mark className="evidence">{leech.quote}</mark>}
              </p>
              <p className="meta gap">{leech.stem}</p>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
