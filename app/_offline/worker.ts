import {
  assetsIn,
  assetsOf,
  changesWhoIsHere,
  isForStrangers,
  isGatewayFault,
  isOfAnotherBuild,
  isTooOld,
  type KeepNote,
  keepNoteIn,
  keptAtHeader,
  keptOf,
  keptTiming,
  keptTitleHeader,
  keptWithinHeader,
  kindOf,
  languageIn,
  markIn,
  nobody,
  sessionMarkHeader,
} from './what-is-kept.ts';

/**
 * The service worker. Pages come from the network first; without it, lessons and open questions come from the
 * copies of the session that saw them, and everything else is answered by the page that lists those. Nothing is
 * kept of other pages and of no answer to a script. Posts are never touched.
 */
declare const self: ServiceWorkerGlobalScope;
/** Written in front of this script for each build. */
declare const build: string;

const listPage = '/offline';
/** How long a page that is kept waits for the network. */
const patience = 4_000;
/** Between two pages that are fetched ahead, so that a class that starts together is no burst. */
const pause = 400;

/** Counts what was wiped: what was asked for before is not kept after. */
let era = 0;

self.addEventListener('install', (event) => {
  event.waitUntil(keepListPage().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === 'POST' && changesWhoIsHere(pathname)) event.waitUntil(wipe());
  if (request.method !== 'GET') return;
  if (pathname.startsWith('/_next/static/')) event.respondWith(answerAsset(request));
  else if (request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(answerPage(event));
});

type Message = { keep?: string[]; forget?: string[]; wipe?: boolean };

self.addEventListener('message', (event) => {
  event.waitUntil(heed(event.data as Message));
});

async function heed({ keep, forget: gone = [], wipe: all = false }: Message): Promise<void> {
  if (all) await wipe();
  for (const path of gone) await forget(path);
  if (keep === undefined || !(await renew())) return;
  const began = era;
  const kept = new Set<string>();
  for (const name of await caches.keys())
    if (markIn(name) !== null) for (const path of await pathsIn(await caches.open(name))) kept.add(path);
  for (const path of keep) {
    if (kindOf(path) === null || kept.has(path)) continue;
    if (began !== era || !(await keepAnew(path))) return;
    await sleep(pause);
  }
}

async function answerAsset(request: Request): Promise<Response> {
  const found = await caches.match(request.url, { ignoreVary: true });
  if (found !== undefined) return found;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    await (await caches.open(assetsOf(build))).put(request.url, copy).catch(() => {});
  }
  return response;
}

async function answerPage(event: FetchEvent): Promise<Response> {
  const { pathname, search } = new URL(event.request.url);
  const began = era;
  const network = fetch(event.request);
  // A question with a problem in its address shows that problem: it is no copy to come back to.
  event.waitUntil(
    network
      .then((response) => take(search === '' ? pathname : null, response.clone(), began))
      .catch(() => {}),
  );
  try {
    const first = await Promise.race([network, sleep(patience)]);
    if (first !== undefined && !isGatewayFault(first.status)) return first;
    return (await findKept(pathname)) ?? first ?? (await network);
  } catch {
    return (await findKept(pathname)) ?? (await caches.match(listPage)) ?? Response.error();
  }
}

/** What a page from the network says of who is here, and the page itself where it may be kept. */
async function take(path: string | null, response: Response, began: number): Promise<void> {
  const mark = response.headers.get(sessionMarkHeader);
  if (mark === null) return;
  for (const name of await caches.keys()) {
    const other = markIn(name);
    if (other !== null && other !== mark) await caches.delete(name);
  }
  if (path === null) return;
  if (response.ok && isForStrangers(path)) return wipe();
  if (kindOf(path) === null || (response.status >= 500 && response.status < 600)) return;
  const html = response.ok ? await response.text() : '';
  const note = keepNoteIn(html);
  if (note === null || mark === nobody) return forget(path);
  await keepAssets(html);
  const cache = await caches.open(keptOf(build, mark));
  // Opened before it is looked at: what is wiped in between takes this cache with it.
  if (began !== era) await caches.delete(keptOf(build, mark));
  else await cache.put(path, copyOf(response, html, note));
  await followLanguage(languageIn(html));
}

/** False where there was no answer to fetch. */
async function keepAnew(path: string): Promise<boolean> {
  const began = era;
  try {
    const response = await fetch(path, { headers: { accept: 'text/html' }, redirect: 'manual' });
    await take(path, response, began);
    return true;
  } catch {
    return false;
  }
}

function copyOf(response: Response, html: string, note: KeepNote): Response {
  const headers = new Headers(response.headers);
  // Of the way here, not of the page.
  for (const name of ['content-encoding', 'content-length', 'vary', 'link']) headers.delete(name);
  const now = Date.now();
  headers.set(keptTitleHeader, encodeURIComponent(note.title));
  headers.set(keptWithinHeader, encodeURIComponent(note.within));
  headers.set(keptAtHeader, String(now));
  headers.set('server-timing', `${keptTiming};dur=${now}`);
  return new Response(html, { headers });
}

/** Only one session's pages are ever here, at most in the caches of two builds. */
async function findKept(path: string): Promise<Response | undefined> {
  for (const name of (await caches.keys()).reverse()) {
    if (markIn(name) === null) continue;
    const found = await (await caches.open(name)).match(path);
    if (found !== undefined && !isTooOld(Number(found.headers.get(keptAtHeader)), Date.now())) return found;
  }
  return undefined;
}

async function forget(path: string): Promise<void> {
  for (const name of await caches.keys())
    if (markIn(name) !== null) await (await caches.open(name)).delete(path);
}

async function wipe(): Promise<void> {
  era += 1;
  for (const name of await caches.keys()) if (markIn(name) !== null) await caches.delete(name);
}

/**
 * After a new build: what was kept is fetched anew, and then the old goes, pages with the scripts they were made
 * for. False where the network did not let it end; the old then stays until it does.
 */
async function renew(): Promise<boolean> {
  // A newer build is on its way in: its caches are not the old ones.
  if (self.registration.installing !== null || self.registration.waiting !== null) return false;
  const old = (await caches.keys()).filter((name) => isOfAnotherBuild(name, build));
  for (const name of old)
    if (markIn(name) !== null)
      for (const { url } of await (await caches.open(name)).keys())
        if (!(await keepAnew(new URL(url).pathname))) return false;
  for (const name of old) await caches.delete(name);
  return true;
}

async function keepAssets(html: string): Promise<void> {
  const cache = await caches.open(assetsOf(build));
  const kept = await pathsIn(cache);
  for (const asset of assetsIn(html)) if (!kept.has(asset)) await cache.add(asset).catch(() => {});
}

async function pathsIn(cache: Cache): Promise<Set<string>> {
  return new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
}

async function keepListPage(): Promise<void> {
  const response = await fetch(listPage, { headers: { accept: 'text/html' } });
  if (!response.ok) throw new Error(`${listPage} was answered with ${response.status}`);
  const html = await response.text();
  await keepAssets(html);
  const cache = await caches.open(assetsOf(build));
  await cache.put(listPage, copyOf(response, html, { title: languageIn(html), within: '' }));
}

/** The page without a connection speaks the language that the others do. */
async function followLanguage(language: string): Promise<void> {
  const kept = await caches.match(listPage);
  if (kept?.headers.get(keptTitleHeader) !== encodeURIComponent(language)) await keepListPage();
}

function sleep(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
