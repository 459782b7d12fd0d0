import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { listSessions } from '#db/queries/people.ts';
import { shortestPassword } from '#lib/access/password.ts';
import { changePasswordAction, signOutAction, signOutEverywhereAction } from './actions.ts';
import { Downloads } from './downloads.tsx';
import { Sessions } from './sessions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

/** Who I am here, where I am signed in, my password, and what is mine to take along or to delete. */
export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await requireViewer('/account');
  const sessions = await found(listSessions(viewer));
  const done = first((await searchParams).done);
  const t = await getTranslations('account');
  const record = await getTranslations('ownRecord');
  const deletion = await getTranslations('deleteAccount');
  return (
    <Frame viewer={viewer} at="account">
      <div className="wrap">
        <div className="headrow">
          <div>
            <h1 className="title sans">{viewer.name}</h1>
            <p className="lede">{t('who', { role: viewer.role })}</p>
          </div>
          <ActionForm
            action={signOutAction}
            submit={t('signOut')}
            tone="plain"
            hidden={{ here: '/account' }}
          />
        </div>
        {done === 'password' || done === 'session' ? (
          <div className="note ok before" role="status">
            <p>{done === 'password' ? t('passwordChanged') : t('sessionEnded')}</p>
          </div>
        ) : null}
        <div className="edition even">
          <section aria-labelledby="sessions">
            <h2 className="h2" id="sessions">
              {t('sessions')}
            </h2>
            <Sessions sessions={sessions} />
            <ActionForm
              action={signOutEverywhereAction}
              submit={t('signOutEverywhere')}
              tone="proofed"
              small
              className="stack-s gap"
              hidden={{ here: '/account' }}
            >
              <p className="meta">{t('everywhereText')}</p>
            </ActionForm>
          </section>
          <section aria-labelledby="password">
            <h2 className="h2" id="password">
              {t('password')}
            </h2>
            <ActionForm
              action={changePasswordAction}
              submit={t('changePassword')}
              hidden={{ here: '/account' }}
              fields={[
                {
                  name: 'currentPassword',
                  label: t('currentPassword'),
                  type: 'password',
                  autoComplete: 'current-password',
                },
                {
                  name: 'newPassword',
                  label: t('newPassword'),
                  help: t('newPasswordHelp', { least: shortestPassword }),
                  type: 'password',
                  autoComplete: 'new-password',
                },
              ]}
            />
          </section>
        </div>
        <div className="edition even top">
          <section aria-labelledby="record">
            <h2 className="h2" id="record">
              {record('title')}
            </h2>
            <p className="meta">{record('text')}</p>
            <Downloads />
          </section>
          <section aria-labelledby="leave">
            <h2 className="h2" id="leave">
              {deletion('title')}
            </h2>
            <p className="meta">{deletion('short')}</p>
            <p className="gap">
              <a className="btn" href="/account/delete">
                {deletion('open')}
              </a>
            </p>
          </section>
        </div>
      </div>
    </Frame>
  );
}
