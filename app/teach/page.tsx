import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { type ClassCardView, listClasses } from '#db/queries/classes.ts';
import { type CourseCardView, listCourses } from '#db/queries/courses.ts';
import { createClassAction } from './actions.ts';
import { ClassList } from './class-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teach'))('title') };
}

/** The viewer's classes, and a form for the next one. */
export default async function TeachPage() {
  const viewer = await requireViewer('/teach');
  const classes = await found(listClasses(viewer));
  const courses = await listCourses(viewer);
  const t = await getTranslations('teach');
  const open = classes.filter((one) => !one.archived);
  const archived = classes.filter((one) => one.archived);
  return (
    <Frame viewer={viewer} at="teach">
      <div className="wrap">
        <h1 className="title sans">{t('title')}</h1>
        <div className="edition top">
          <div>
            {open.length === 0 ? <NoClass /> : <ClassList classes={open} />}
            {archived.length === 0 ? null : <Archived classes={archived} />}
          </div>
          <section aria-labelledby="new-class">
            <h2 className="h2" id="new-class">
              {t('newClass')}
            </h2>
            <NewClass courses={courses} />
          </section>
        </div>
      </div>
    </Frame>
  );
}

async function NoClass() {
  const t = await getTranslations('teach');
  return (
    <div className="empty">
      <h2 className="h2">{t('emptyTitle')}</h2>
      <p>{t('emptyText')}</p>
    </div>
  );
}

async function Archived({ classes }: { classes: readonly ClassCardView[] }) {
  const t = await getTranslations('teach');
  return (
    <details className="data top">
      <summary>{t('archived', { count: classes.length })}</summary>
      <ClassList classes={classes} />
    </details>
  );
}

async function NewClass({ courses }: { courses: readonly CourseCardView[] }) {
  const t = await getTranslations('teach');
  const [only] = courses;
  if (only === undefined) return <p className="meta">{t('noCourse')}</p>;
  const name = { name: 'name', label: t('name'), help: t('nameHelp'), autoComplete: 'off' };
  if (courses.length === 1)
    return (
      <ActionForm
        action={createClassAction}
        submit={t('create')}
        hidden={{ course: only.slug, here: '/teach' }}
        fields={[name]}
      >
        <p className="meta">
          {t.rich('onCourse', { title: only.title, cite: (words) => <cite>{words}</cite> })}
        </p>
      </ActionForm>
    );
  const options = courses.map((course) => ({ value: course.slug, text: course.title }));
  return (
    <ActionForm
      action={createClassAction}
      submit={t('create')}
      hidden={{ here: '/teach' }}
      fields={[name, { name: 'course', label: t('course'), options, defaultValue: only.slug }]}
    />
  );
}
