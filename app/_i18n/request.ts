import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { type Language, languageCookie, languageFor, localeOf } from './locales.ts';
import en from './messages/en.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };
import zh from './messages/zh.json' with { type: 'json' };

const messages: Record<Language, typeof en> = { en, zh, ru };

/** The language of one request: chosen in the footer, else the browser's. Times are UTC until a script knows better. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(languageCookie)?.value;
  const language = languageFor(chosen, (await headers()).get('accept-language'));
  return { locale: localeOf[language], messages: messages[language], timeZone: 'UTC' };
});
