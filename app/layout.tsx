import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { sans, sansCyrillic, serif, serifCyrillic } from './_ui/fonts.ts';
import { LanguageChoice } from './_ui/language-choice.tsx';
import './_ui/styles/all.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return {
    title: { default: t('title'), template: '%s · Lectern' },
    description: t('description'),
  };
}

export const viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('frame');
  return (
    <html
      lang={await getLocale()}
      className={`${serif.variable} ${sans.variable} ${serifCyrillic.variable} ${sansCyrillic.variable}`}
    >
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        {children}
        <footer className="foot">
          <div>
            <span>{t('openSource')}</span>
            <LanguageChoice />
          </div>
        </footer>
      </body>
    </html>
  );
}
