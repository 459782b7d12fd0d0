import { getLocale, getTranslations } from 'next-intl/server';
import { languages, localeOf } from '#app/_i18n/locales.ts';

const all = Object.entries(languages) as [keyof typeof languages, string][];

/** Each language by its own name; a plain form, so that it works before any script. */
export async function LanguageChoice() {
  const locale = await getLocale();
  const t = await getTranslations('frame');
  return (
    <form action="/api/language" method="post" className="langs" aria-label={t('language')}>
      {all.map(([language, name]) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          className="linklike"
          aria-current={localeOf[language] === locale ? 'true' : undefined}
        >
          {name}
        </button>
      ))}
    </form>
  );
}
