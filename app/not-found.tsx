import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getViewerIfReachable } from './_auth/viewer-if-reachable.ts';
import { Frame } from './_ui/frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notFound'))('pageTitle') };
}

/** Absent, or not the viewer's: one page for both, so that a guess learns nothing. */
export default async function NotFoundPage() {
  const viewer = await getViewerIfReachable();
  const t = await getTranslations('notFound');
  return (
    <Frame viewer={viewer}>
      <div className="wrap narrow failed">
        <p className="bigno">404</p>
        <h1 className="title sans">{t('title')}</h1>
        <p className="lede">{t('text')}</p>
        <p className="row top">
          <a className="btn" href={viewer === null ? '/' : '/learn'}>
            {viewer === null ? t('home') : t('today')}
          </a>
        </p>
      </div>
    </Frame>
  );
}
