import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { returnPath } from '#app/_auth/return-path.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { isFreshInstall } from '#db/queries/sessions.ts';
import { shortestPassword } from '#lib/access/password.ts';
import { BesideTheGate } from '../join/beside-the-gate.tsx';
import { invitedClass } from '../join/invited-class.ts';
import { registerAction } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('register'))('title') };
}

/** Make an account; the first one of a fresh install becomes the admin, and is told so. */
export default async function RegisterPage({ searchParams }: { searchParams: SearchParams }) {
  const to = returnPath(first((await searchParams).to), '');
  const viewer = await getViewer();
  if (viewer !== null) redirect(to === '' ? '/learn' : to);
  const t = await getTranslations('register');
  const fresh = await isFreshInstall();
  const invited = await invitedClass(to);
  return (
    <Frame viewer={null} at="sign-in">
      <div className="wrap gate">
        <div className="forms">
          <h1 className="title sans">{t('title')}</h1>
          {fresh ? (
            <div className="note pen before">
              <h2>{t('firstTitle')}</h2>
              <p>{t('firstText')}</p>
            </div>
          ) : null}
          {invited === null ? null : (
            <div className="note pen before">
              <p>{t('invited', { name: invited.name })}</p>
            </div>
          )}
          <ActionForm
            action={registerAction}
            hidden={{ to }}
            submit={t('submit')}
            fields={[
              { name: 'name', label: t('name'), help: t('nameHelp'), autoComplete: 'name' },
              { name: 'email', label: t('email'), type: 'email', autoComplete: 'username' },
              {
                name: 'password',
                label: t('password'),
                help: t('passwordHelp', { least: shortestPassword }),
                type: 'password',
                autoComplete: 'new-password',
              },
            ]}
          />
          <p className="gap">
            {t.rich('haveAccount', {
              a: (words) => (
                <a href={to === '' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`}>{words}</a>
              ),
            })}
          </p>
        </div>
        <BesideTheGate isInvited={invited !== null} />
      </div>
    </Frame>
  );
}
