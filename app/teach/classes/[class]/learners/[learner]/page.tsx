import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { found, foundId } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { LevelLegend } from '#app/_ui/levels.tsx';
import { readLearnerInClass } from '#db/queries/classes.ts';
import { removeLearnerAction } from './actions.ts';
import { Exams, LessonAttempts } from './lesson-attempts.tsx';

type Props = { params: Promise<{ class: string; learner: string }> };

const load = cache(async (classId: string, learnerId: string) => {
  const viewer = await requireViewer(`/teach/classes/${classId}/learners/${learnerId}`);
  const learner = await found(readLearnerInClass(viewer, foundId(classId), foundId(learnerId)));
  return { viewer, learner };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ids = await params;
  return { title: (await load(ids.class, ids.learner)).learner.name };
}

/** One learner of a class: each lesson with its tries. */
export default async function LearnerPage({ params }: Props) {
  const ids = await params;
  const { viewer, learner } = await load(ids.class, ids.learner);
  const t = await getTranslations('learner');
  const teach = await getTranslations('teach');
  const format = await getFormatter();
  const page = `/teach/classes/${learner.class.id}`;
  return (
    <Frame viewer={viewer} at="teach">
      <div className="wrap narrow">
        <Crumbs
          entries={[
            { href: '/teach', text: teach('title') },
            { href: page, text: learner.class.name },
            { text: learner.name },
          ]}
        />
        <h1 className="title sans">{learner.name}</h1>
        <p className="lede">
          {t.rich('lede', {
            email: learner.email,
            date: format.dateTime(learner.joinedAt, { dateStyle: 'medium' }),
            a: (words) => <a href={`mailto:${learner.email}`}>{words}</a>,
          })}
        </p>
        <div className="gridkey gap">
          <LevelLegend />
        </div>
        <div className="tries">
          {learner.lessons.map((lesson) => (
            <LessonAttempts key={lesson.id} lesson={lesson} classPage={page} />
          ))}
          <Exams exams={learner.exams} classPage={page} />
        </div>
        <details className="data top">
          <summary>{t('remove')}</summary>
          <ActionForm
            action={removeLearnerAction}
            submit={t('removeConfirm', { name: learner.name })}
            tone="proofed"
            hidden={{ classId: learner.class.id, userId: learner.userId, here: page }}
          >
            <p>{t('removeText')}</p>
          </ActionForm>
        </details>
      </div>
    </Frame>
  );
}
