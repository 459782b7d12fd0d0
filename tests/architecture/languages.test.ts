import { describe, expect, it } from 'vitest';
import { languageFor } from '#app/_i18n/locales.ts';

describe('the language of a request', () => {
  it.each([
    ['zh', 'ru', 'zh'],
    [undefined, 'ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    [undefined, 'fr, zh-TW;q=0.7, en;q=0.3', 'zh'],
    [undefined, 'en;q=0.4, ru;q=0.6', 'ru'],
    [undefined, 'ru;q=0, fr', 'en'],
    [undefined, null, 'en'],
    ['klingon', 'zh', 'zh'],
    ['__proto__', ';;,q=, =', 'en'],
  ] as const)('chosen %s, accepted %s: %s', (chosen, accepted, language) => {
    expect(languageFor(chosen, accepted)).toBe(language);
  });
});
