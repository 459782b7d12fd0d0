import {
  type KeptKind,
  keptAtHeader,
  keptTiming,
  keptTitleHeader,
  keptWithinHeader,
  kindOf,
  markIn,
} from './what-is-kept.ts';

export type KeptPage = { path: string; kind: KeptKind; title: string; within: string; keptAt: number };

/** What this device keeps of the session that is here; nothing where the browser has no caches. */
export async function listKeptPages(): Promise<KeptPage[]> {
  const pages = new Map<string, KeptPage>();
  if (!('caches' in globalThis)) return [];
  for (const name of await caches.keys()) {
    if (markIn(name) === null) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = new URL(request.url).pathname;
      const kind = kindOf(path);
      const headers = (await cache.match(request))?.headers;
      if (kind === null || headers === undefined) continue;
      const said = (header: string) => decodeURIComponent(headers.get(header) ?? '');
      const keptAt = Number(headers.get(keptAtHeader));
      pages.set(path, { path, kind, title: said(keptTitleHeader), within: said(keptWithinHeader), keptAt });
    }
  }
  return [...pages.values()];
}

/** Told to the window when a copy was made anew from the server. */
export const freshPage = 'lectern-fresh';

/** Since when the page that is open has been kept, if it is a copy; null if it came from Lectern just now. */
export function copySince(): number | null {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.serverTiming?.find(({ name }) => name === keptTiming)?.duration ?? null;
}

/** What the worker is told; without one nothing is kept and there is nobody to tell. */
export function tellWorker(message: { keep?: string[]; forget?: string[]; wipe?: true }): void {
  void navigator.serviceWorker?.getRegistration().then((registration) => {
    registration?.active?.postMessage(message);
  });
}
