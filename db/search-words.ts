import { type SQL, sql } from 'drizzle-orm';

/** What search finds a lesson by: the stems of its title, which weigh most, and of its text. */
export function searchWords(title: SQL | string, text: SQL | string): SQL<string> {
  return sql<string>`setweight(to_tsvector('english', ${title}::text), 'A') || to_tsvector('english', ${text}::text)`;
}

/**
 * The beginning of a lesson is looked through, up to here: some 30,000 words. Postgres keeps no more than a
 * megabyte of stems to a row, and refuses to store more; a course must be published all the same.
 */
export const searchedCharacters = 200_000;
