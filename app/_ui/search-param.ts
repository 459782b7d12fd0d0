export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The first value of a query parameter that may stand several times in an address. */
export function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
