import { getTranslations } from 'next-intl/server';
import { questionFormats } from '#lib/exchange/questions-file.ts';

/** What a teacher takes along: the grades, and the questions with their keys. */
export async function ClassFiles({ classId, hasLearners }: { classId: string; hasLearners: boolean }) {
  const t = await getTranslations('classFiles');
  const at = `/teach/classes/${classId}`;
  const link = (href: string, what: string, format: string) => (
    <a key={href} className="btn sm" href={href} download>
      {t.rich('download', { what, format, hidden: (words) => <span className="vh">{words}</span> })}
    </a>
  );
  return (
    <section className="top" aria-labelledby="take-away">
      <h2 className="h2" id="take-away">
        {t('title')}
      </h2>
      <ul className="lines gap">
        {hasLearners ? (
          <li className="row">
            <div className="grow">
              <b>{t('grades.title')}</b>
              <p className="meta">{t('grades.text')}</p>
            </div>
            <div className="row">
              {link(`${at}/grades.csv`, t('grades.title'), t('grades.csv'))}
              {link(`${at}/grades.csv?for=canvas`, t('grades.title'), t('grades.canvas'))}
            </div>
          </li>
        ) : null}
        <li className="row">
          <div className="grow">
            <b>{t('questions.title')}</b>
            <p className="meta">{t('questions.text')}</p>
          </div>
          <div className="row">
            {questionFormats.map((format) =>
              link(`${at}/questions/${format}`, t('questions.title'), t(`questions.${format}`)),
            )}
          </div>
        </li>
      </ul>
    </section>
  );
}
