import { first } from '#app/_ui/search-param.ts';

/** How a sitting of review is narrowed, carried from page to page in the address: it needs no script and no row. */
export type Sitting = {
  /** More than the day's portion was asked for. */
  extra: boolean;
  /** So many questions are left of those that fit into the learner's minutes; null where nothing was said. */
  left: number | null;
};

export function sittingOf(params: {
  extra?: string | string[] | undefined;
  left?: string | string[] | undefined;
}): Sitting {
  const left = first(params.left) ?? '';
  return { extra: first(params.extra) === '1', left: /^\d{1,3}$/.test(left) ? Number(left) : null };
}

/** An address of review in the same sitting. */
export function inSitting(path: string, { extra, left }: Sitting, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    ...(extra ? { extra: '1' } : {}),
    ...(left === null ? {} : { left: String(left) }),
    ...more,
  }).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The sitting after one more answer. */
export function afterAnswer({ extra, left }: Sitting): Sitting {
  return { extra, left: left === null ? null : Math.max(0, left - 1) };
}
