import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Frame } from '#app/_ui/frame.tsx';
import { ForgetCookie } from '../../join/forget-cookie.tsx';
import { ForgetDevice } from './forget-device.tsx';
import { justDeletedCookie, readJustDeleted } from './just-deleted-cookie.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deleteAccount'))('done') };
}

/** That it is done, to the browser in which it was done, and to nobody else. */
export default async function AccountDeletedPage() {
  const ids = await readJustDeleted();
  if (ids === null) redirect('/');
  const t = await getTranslations('deleteAccount');
  return (
    <Frame viewer={null}>
      <div className="wrap narrow">
        <h1 className="title sans">{t('done')}</h1>
        <p className="lede">{t('doneText')}</p>
        <p className="gap">
          <a className="btn" href="/">
            {t('toFront')}
          </a>
        </p>
        <ForgetDevice ids={ids} />
        <ForgetCookie name={justDeletedCookie} />
      </div>
    </Frame>
  );
}
