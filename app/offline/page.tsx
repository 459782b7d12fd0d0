import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Brand } from '#app/_ui/brand.tsx';
import { KeptList } from './kept-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offline'))('title') };
}

/**
 * What stands where a page would, while there is no connection: everybody's page, so that it can be kept once
 * for whoever sits here. What is kept of the session's pages is read in the browser, and leaves it nowhere.
 */
export default async function OfflinePage() {
  const t = await getTranslations('offline');
  return (
    <>
      <header className="bar">
        <div>
          <Brand />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="wrap narrow">
          <h1 className="title sans">{t('title')}</h1>
          <p className="lede">{t('lede')}</p>
          <KeptList
            words={{
              locale: await getLocale(),
              again: t('again'),
              lessons: t('lessons'),
              quizzes: t('quizzes'),
              none: t('none'),
              goOn: t('goOn'),
              given: t('given'),
              allGivenShort: t('allGivenShort'),
            }}
          />
          <p className="meta gap">{t('notNow')}</p>
        </div>
      </main>
    </>
  );
}
