/** Days with at least one answer that somebody may want in a week. */
export const mostDays = 7;

const day = 86_400_000;

/** The Monday, at midnight by UTC, on which the week of `now` began: days are counted as everywhere in review. */
export function weekStart(now: Date): Date {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return new Date(midnight - sinceMonday * day);
}
