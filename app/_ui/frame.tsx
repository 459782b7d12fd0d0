import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Viewer } from '#lib/access/viewer.ts';
import { OfflineReading } from '../_offline/offline-reading.tsx';
import { Brand } from './brand.tsx';

export type Place = 'courses' | 'search' | 'today' | 'teach' | 'people' | 'account' | 'sign-in';

/**
 * The bar at the top and the page below it. `at` marks the entry that this page belongs to.
 * The bar follows the viewer's role; it only shows the way, each page decides for itself who may enter.
 */
export async function Frame({
  viewer,
  at,
  children,
}: {
  viewer: Viewer | null;
  at?: Place;
  children: ReactNode;
}) {
  const t = await getTranslations('frame');
  const entries: { place: Place; href: string; text: string }[] = [];
  if (viewer !== null) entries.push({ place: 'today', href: '/learn', text: t('today') });
  entries.push({ place: 'courses', href: '/courses', text: t('courses') });
  entries.push({ place: 'search', href: '/search', text: (await getTranslations('search'))('title') });
  if (viewer?.role === 'instructor' || viewer?.role === 'admin')
    entries.push({ place: 'teach', href: '/teach', text: t('classes') });
  if (viewer?.role === 'admin') entries.push({ place: 'people', href: '/admin/people', text: t('people') });
  return (
    <>
      <header className="bar">
        <div>
          <Brand />
          <nav className="nav" aria-label={t('main')}>
            <ul>
              {entries.map((entry) => (
                <li key={entry.place}>
                  <a href={entry.href} aria-current={entry.place === at ? 'page' : undefined}>
                    {entry.text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="who">
            {viewer === null ? (
              <a href="/sign-in" aria-current={at === 'sign-in' ? 'page' : undefined}>
                {t('signIn')}
              </a>
            ) : (
              <a href="/account" aria-current={at === 'account' ? 'page' : undefined}>
                {viewer.name}
              </a>
            )}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {viewer === null ? null : <OfflineReading words={await offlineWords()} />}
        {children}
      </main>
    </>
  );
}

async function offlineWords() {
  const t = await getTranslations('offline');
  return {
    locale: await getLocale(),
    copy: t('copy'),
    needsConnection: t('needsConnection'),
    whatIsKept: t('whatIsKept'),
  };
}
