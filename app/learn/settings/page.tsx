import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireViewer } from '#app/_auth/viewer.ts';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { readLearnerSettings } from '#db/queries/learner-settings.ts';
import { capLimits } from '#lib/mastery/learner-settings.ts';
import { mostDays } from '#lib/mastery/week.ts';
import { saveSettingsAction } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learnerSettings'))('title') };
}

/** How much to be asked in a day, and how often to learn in a week: the learner's own choice, seen by nobody else. */
export default async function LearnerSettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await requireViewer('/learn/settings');
  const settings = await readLearnerSettings(viewer);
  const isSaved = first((await searchParams).done) === '1';
  const t = await getTranslations('learnerSettings');
  const today = await getTranslations('today');
  return (
    <Frame viewer={viewer} at="today">
      <div className="wrap">
        <Crumbs entries={[{ href: '/learn', text: today('title') }, { text: t('title') }]} />
        <h1 className="title sans">{t('title')}</h1>
        <p className="lede">{t('lede')}</p>
        {isSaved ? (
          <div className="note ok before" role="status">
            <p>{t('saved')}</p>
          </div>
        ) : null}
        <ActionForm
          action={saveSettingsAction}
          submit={t('save')}
          hidden={{ here: '/learn/settings' }}
          className="stack top own-settings"
          fields={[
            {
              name: 'dailyCap',
              label: t('cap'),
              help: t('capHelp', { ...capLimits }),
              type: 'number',
              min: capLimits.least,
              max: capLimits.most,
              defaultValue: String(settings.dailyCap),
            },
            {
              name: 'weeklyGoal',
              label: t('goal'),
              help: t('goalHelp'),
              options: [
                { value: 'none', text: t('noGoal') },
                ...Array.from({ length: mostDays }, (_, at) => ({
                  value: String(at + 1),
                  text: t('days', { days: at + 1 }),
                })),
              ],
              defaultValue: settings.weeklyGoal === null ? 'none' : String(settings.weeklyGoal),
            },
          ]}
        />
      </div>
    </Frame>
  );
}
