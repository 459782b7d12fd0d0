import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { showJoinCode } from '#lib/access/join-code.ts';
import { loadGrid } from '../load-grid.ts';
import { archiveAction, renameAction, renewCodeAction } from './actions.ts';

type Props = { params: Promise<{ class: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { grid } = await loadGrid((await params).class, '/settings');
  return { title: (await getTranslations('classSettings'))('titleOf', { name: grid.name }) };
}

/** Name, code and end of a class; each change says its consequence first. */
export default async function ClassSettingsPage({ params, searchParams }: Props) {
  const { viewer, grid } = await loadGrid((await params).class, '/settings');
  const done = first((await searchParams).done);
  const t = await getTranslations('classSettings');
  const teach = await getTranslations('teach');
  const hidden = { classId: grid.id, here: `/teach/classes/${grid.id}/settings` };
  return (
    <Frame viewer={viewer} at="teach">
      <div className="wrap narrow">
        <Crumbs
          entries={[
            { href: '/teach', text: teach('title') },
            { href: `/teach/classes/${grid.id}`, text: grid.name },
            { text: t('title') },
          ]}
        />
        <h1 className="title sans before">{t('title')}</h1>
        {done === 'name' || done === 'code' ? (
          <div className="note ok before" role="status">
            <p>{done === 'name' ? t('renamed') : t('codeRenewed', { code: showJoinCode(grid.joinCode) })}</p>
          </div>
        ) : null}
        <div className="stack-l">
          <section aria-labelledby="name">
            <h2 className="h2" id="name">
              {t('nameTitle')}
            </h2>
            <ActionForm
              action={renameAction}
              submit={t('rename')}
              hidden={hidden}
              fields={[{ name: 'name', label: t('name'), defaultValue: grid.name, autoComplete: 'off' }]}
            />
          </section>
          <section aria-labelledby="code">
            <h2 className="h2" id="code">
              {t('codeTitle')}
            </h2>
            <ActionForm action={renewCodeAction} submit={t('renew')} tone="plain" hidden={hidden}>
              <p className="meta">{t('codeText', { code: showJoinCode(grid.joinCode) })}</p>
            </ActionForm>
          </section>
          <section aria-labelledby="end">
            <h2 className="h2" id="end">
              {grid.archived ? t('restoreTitle') : t('archiveTitle')}
            </h2>
            <ActionForm
              action={archiveAction}
              submit={grid.archived ? t('restore') : t('archive')}
              tone={grid.archived ? 'plain' : 'proofed'}
              hidden={{ ...hidden, archived: grid.archived ? 'no' : 'yes' }}
            >
              <p className="meta">{grid.archived ? t('restoreText') : t('archiveText')}</p>
            </ActionForm>
          </section>
        </div>
      </div>
    </Frame>
  );
}
