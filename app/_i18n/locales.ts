/** The languages of the interface, each by its own name. The first is for whoever asks for none of them. */
export const languages = { en: 'English', zh: '中文', ru: 'Русский' } as const;
export type Language = keyof typeof languages;

/** How dates and numbers are written in each. */
export const localeOf = { en: 'en-GB', zh: 'zh-CN', ru: 'ru-RU' } as const satisfies Record<Language, string>;
export type Locale = (typeof localeOf)[Language];

/** Keeps what somebody has chosen, in their browser. */
export const languageCookie = 'lectern.language';

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}

/**
 * What was chosen; else the first language of the browser's list (RFC 9110, Accept-Language) that there is,
 * by weight; else English.
 */
export function languageFor(chosen: string | undefined, accepted: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const wanted = (accepted ?? '')
    .slice(0, 1000)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const weight = parameters
        .map((each) => /^\s*q=(\d(?:\.\d+)?)$/.exec(each)?.[1])
        .find((q) => q !== undefined);
      return { language: tag.trim().toLowerCase().split('-')[0] ?? '', weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLanguage) ?? 'en';
}
