import { beginningOf } from './beginning-of.ts';

/** Characters that are looked for; nobody means a longer text. */
export const longestQuery = 200;

export type SearchQuery = { is: 'empty' } | { is: 'long'; text: string } | { is: 'asked'; text: string };

/** What somebody typed into the search field, on one line and without characters that are not seen. */
export function readQuery(typed: string): SearchQuery {
  const text = typed.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  if (text === '') return { is: 'empty' };
  if (text.length > longestQuery) return { is: 'long', text: beginningOf(text, longestQuery) };
  return { is: 'asked', text };
}
