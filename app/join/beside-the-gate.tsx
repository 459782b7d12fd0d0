import { getTranslations } from 'next-intl/server';
import { listCourses } from '#db/queries/courses.ts';
import { CodeForm } from './code-form.tsx';

/** The column beside sign-in and register: other ways to begin, and what an account stores. Whoever is on the way into a class has begun already. */
export async function BesideTheGate({ isInvited }: { isInvited: boolean }) {
  const t = await getTranslations('join');
  const [course] = await listCourses(null);
  return (
    <div className="code">
      {isInvited ? null : (
        <>
          <h2 className="h2">{t('haveCode')}</h2>
          <p className="meta">{t('haveCodeText')}</p>
          <CodeForm />
          <hr />
        </>
      )}
      {course === undefined || isInvited ? null : (
        <>
          <h2 className="h2">{t('alone')}</h2>
          <p className="meta">{t('aloneText')}</p>
          <p>
            <a className="btn sm" href={`/courses/${course.slug}`}>
              {t('aloneLink')}
            </a>
          </p>
          <hr />
        </>
      )}
      <p className="meta">{t('stored')}</p>
    </div>
  );
}
