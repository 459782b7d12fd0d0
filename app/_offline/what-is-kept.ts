/**
 * What of Lectern a device keeps to be read without a connection. Pure, and without imports: the service worker
 * is made of this file and its own, and pages read the same caches by the same names.
 */

/** Names the session to the browser that holds it, and says nothing else: the key of what is kept of its pages. */
export const sessionMarkHeader = 'x-lectern-session';
/** The mark of whoever is not signed in. */
export const nobody = 'nobody';

/** A page says of itself, in its head, that it may be kept; no other page ever is. */
export const keepName = 'lectern-keep';
export const keepWithinName = 'lectern-keep-within';
export const keepAlsoName = 'lectern-keep-also';

/** How a kept copy says what it is, to the list of what is kept and to the page itself. */
export const keptTitleHeader = 'x-lectern-kept-title';
export const keptWithinHeader = 'x-lectern-kept-within';
export const keptAtHeader = 'x-lectern-kept-at';
export const keptTiming = 'lectern-kept';

export type KeptKind = 'lesson' | 'question';
export type KeepNote = { title: string; within: string };

/** By its address alone; the page must say so too. Never a page of a class, of an account, of a result or of data. */
export function kindOf(path: string): KeptKind | null {
  if (/^\/courses\/[^/]+\/[^/]+$/.test(path)) return 'lesson';
  return questionIn(path) === null ? null : 'question';
}

export function questionIn(path: string): { attempt: string; position: number } | null {
  const [, attempt, position] = /^\/learn\/quiz\/([0-9a-f-]{36})\/([1-9]\d{0,2})$/.exec(path) ?? [];
  return attempt === undefined ? null : { attempt, position: Number(position) };
}

/** The head of a page that may be kept; null for every other. */
export function keepNoteIn(html: string): KeepNote | null {
  const title = metaIn(html, keepName);
  return title === null ? null : { title, within: metaIn(html, keepWithinName) ?? '' };
}

function metaIn(html: string, name: string): string | null {
  const content = new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1];
  return content === undefined ? null : plain(content);
}

/** As React writes text into an attribute, read back. */
function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

export function languageIn(html: string): string {
  return /<html lang="([^"]*)"/.exec(html)?.[1] ?? '';
}

/** The scripts, styles and fonts that a page asks for: each has a name of its own for each content. */
export function assetsIn(html: string): string[] {
  return [...new Set(html.match(/\/_next\/static\/[\w./~%@-]+/g) ?? [])];
}

/** Of one build: a new one starts with none of the old. */
export function assetsOf(build: string): string {
  return `lectern-${build}-assets`;
}

/** The pages that one session has seen. */
export function keptOf(build: string, mark: string): string {
  return `lectern-${build}-kept-${mark}`;
}

/** Whose pages a cache holds; null where it holds nobody's. */
export function markIn(cache: string): string | null {
  return /^lectern-[^-]+-kept-(.+)$/.exec(cache)?.[1] ?? null;
}

export function isOfAnotherBuild(cache: string, build: string): boolean {
  return cache.startsWith('lectern-') && !cache.startsWith(`lectern-${build}-`);
}

/** As long as a session lasts. */
const longest = 14 * 24 * 60 * 60 * 1000;

export function isTooOld(keptAt: number, now: number): boolean {
  return !(now - keptAt < longest);
}

/** A form sent there ends a session or begins one: what is kept goes before the answer comes. */
export function changesWhoIsHere(path: string): boolean {
  return /^\/(account|sign-in|register)(\/|$)/.test(path) || path.startsWith('/api/auth/');
}

/** Shown to nobody who is signed in: whoever sees it has no session. */
export function isForStrangers(path: string): boolean {
  return path === '/sign-in' || path === '/register';
}

/** What stands before Lectern says that it is away, as while a new build is put in its place. */
export function isGatewayFault(status: number): boolean {
  return status === 502 || status === 504;
}
