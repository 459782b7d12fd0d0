import { useTranslations } from 'next-intl';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { LessonView } from '#db/queries/courses.ts';
import { anchorOf } from '#lib/course/evidence.ts';

/** The lesson in two or three of its own sentences, each with the way to its place. */
export function Summary({ summary }: Pick<LessonView, 'summary'>) {
  const t = useTranslations('reading');
  if (summary.length === 0) return null;
  return (
    <section className="para" aria-labelledby="summary-title">
      <span />
      <div>
        <h2 id="summary-title" className="h2">
          {t('summary')}
        </h2>
        <ul className="in-short">
          {summary.map(({ address, text }) => (
            <li key={address}>
              <span lang={courseLang}>{text}</span>{' '}
              <a className="ref" href={`#${anchorOf(address)}`}>
                {address}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <div className="side meta">{t('summaryHint')}</div>
    </section>
  );
}
