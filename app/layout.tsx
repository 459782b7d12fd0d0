import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { sans, sansCyrillic, serif, serifCyrillic } from './_ui/fonts.ts';
import apple from './_ui/icons/apple-180.png';
import { LanguageChoice } from './_ui/language-choice.tsx';
import './_ui/styles/all.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return {
    title: { default: t('title'), template: '%s · Lectern' },
    description: t('description'),
    manifest: '/manifest.webmanifest',
    icons: { apple: apple.src },
  };
}

/** The colours of the desk, in tokens.css. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#e9edf0' },
    { media: '(prefers-color-scheme: dark)', color: '#0f141a' },
  ],
};

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
