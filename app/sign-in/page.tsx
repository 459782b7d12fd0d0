import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { returnPath } from '#app/_auth/return-path.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { BesideTheGate } from '../join/beside-the-gate.tsx';
import { invitedClass } from '../join/invited-class.ts';
import { signInAction } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

/** Sign in, and come back to where the way led; or begin without an account. */
export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const to = returnPath(first((await searchParams).to), '');
  const viewer = await getViewer();
  if (viewer !== null) redirect(to === '' ? '/learn' : to);
  const t = await getTranslations('signIn');
  const invited = await invitedClass(to);
  return (
    <Frame viewer={null} at="sign-in">
      <div className="wrap gate">
        <div className="forms">
          <h1 className="title sans">{t('title')}</h1>
          {to === '' ? null : (
            <div className="note pen before">
              <p>{invited === null ? t('comeBack') : t('invited', { name: invited.name })}</p>
            </div>
          )}
          <ActionForm
            action={signInAction}
            hidden={{ to }}
            submit={t('submit')}
            fields={[
              { name: 'email', label: t('email'), type: 'email', autoComplete: 'username' },
              { name: 'password', label: t('password'), type: 'password', autoComplete: 'current-password' },
            ]}
          />
          <div className="or">
            <span>{t('or')}</span>
          </div>
          <a className="btn full" href={to === '' ? '/register' : `/register?to=${encodeURIComponent(to)}`}>
            {t('register')}
          </a>
        </div>
        <BesideTheGate isInvited={invited !== null} />
      </div>
    </Frame>
  );
}
