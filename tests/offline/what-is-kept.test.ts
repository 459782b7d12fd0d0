import { expect, test } from 'vitest';
import { keepThisPage } from '#app/_offline/keep-this-page.ts';
import { sessionMark } from '#app/_offline/session-mark.ts';
import {
  assetsIn,
  assetsOf,
  changesWhoIsHere,
  isForStrangers,
  isGatewayFault,
  isOfAnotherBuild,
  isTooOld,
  keepName,
  keepNoteIn,
  keptOf,
  kindOf,
  languageIn,
  markIn,
  nobody,
  questionIn,
} from '#app/_offline/what-is-kept.ts';

const attempt = '01a2132c-e57c-7f95-81d0-d8baf644c862';

test('only lessons and questions have an address that may be kept', () => {
  expect(kindOf('/courses/tides/spring')).toBe('lesson');
  expect(kindOf(`/learn/quiz/${attempt}/12`)).toBe('question');
  for (const path of [
    '/',
    '/courses',
    '/courses/tides',
    '/courses/tides/spring/more',
    '/learn',
    '/learn/mistakes',
    '/learn/review',
    `/learn/quiz/${attempt}`,
    `/learn/quiz/${attempt}/result`,
    `/learn/quiz/${attempt}/0`,
    '/account',
    '/teach',
    `/teach/classes/${attempt}/attempts/${attempt}`,
    '/admin/people',
    '/api/auth/session',
    `/api/attempts/${attempt}/responses`,
  ])
    expect(kindOf(path), path).toBeNull();
  expect(questionIn(`/learn/quiz/${attempt}/12`)).toEqual({ attempt, position: 12 });
});

test('a page is kept only if its head says so, and its names come back as they were written', () => {
  const head = (name: string, content: string) => `<head><meta name="${name}" content="${content}"/></head>`;
  const said = head(keepName, 'Tides &amp; &quot;ranges&quot; &lt;2&gt; it&#x27;s');
  expect(keepNoteIn(said)).toEqual({ title: `Tides & "ranges" <2> it's`, within: '' });
  expect(keepNoteIn(head('description', 'Tides'))).toBeNull();
  expect(keepNoteIn(`<p>&lt;meta name=&quot;${keepName}&quot; content=&quot;x&quot;&gt;</p>`)).toBeNull();
  expect(Object.keys(keepThisPage({ title: 'A', within: 'B', also: [] }))).toHaveLength(2);
  expect(Object.values(keepThisPage({ title: 'A', within: 'B', also: ['/x', '/y'] }))).toEqual([
    'A',
    'B',
    '/x /y',
  ]);
});

test('what a page is made of is found in it once each, in tags and in its data', () => {
  const html = `<html lang="en-GB" class="x"><link href="/_next/static/chunks/a_b-1.css" rel="stylesheet"/>
    <script src="/_next/static/chunks/0k~.js?dpl=1"></script>
    <script>self.__next_f.push([1,"3:I[1,[\\"/_next/static/chunks/c.js\\",\\"/_next/static/chunks/c.js\\"]"])</script>`;
  expect(assetsIn(html)).toEqual([
    '/_next/static/chunks/a_b-1.css',
    '/_next/static/chunks/0k~.js',
    '/_next/static/chunks/c.js',
  ]);
  expect(languageIn(html)).toBe('en-GB');
});

test('a cache says of which build it is and whose pages it holds', () => {
  expect(markIn(keptOf('1f2e3d4c', 'abc123'))).toBe('abc123');
  expect(markIn(assetsOf('1f2e3d4c'))).toBeNull();
  expect(markIn('somebody-else')).toBeNull();
  expect(isOfAnotherBuild(assetsOf('1f2e3d4c'), '1f2e3d4c')).toBe(false);
  expect(isOfAnotherBuild(keptOf('1f2e3d4c', 'abc'), 'ffffffff')).toBe(true);
  expect(isOfAnotherBuild('somebody-else', 'ffffffff')).toBe(false);
});

test('a copy lasts as long as a session, and one without a date not at all', () => {
  const day = 24 * 60 * 60 * 1000;
  expect(isTooOld(0, 14 * day - 1)).toBe(false);
  expect(isTooOld(0, 14 * day)).toBe(true);
  expect(isTooOld(Number.NaN, 1)).toBe(true);
});

test('forms that end or begin a session are known by their address', () => {
  for (const path of ['/account', '/account/close', '/sign-in', '/register', '/api/auth/signout'])
    expect(changesWhoIsHere(path), path).toBe(true);
  for (const path of ['/accounting', '/learn', '/courses/sign-in/x', '/api/language'])
    expect(changesWhoIsHere(path), path).toBe(false);
  expect(['/sign-in', '/register', '/learn'].map(isForStrangers)).toEqual([true, true, false]);
  expect([500, 502, 503, 504].map(isGatewayFault)).toEqual([false, true, false, true]);
});

test('a session has a mark of its own that does not tell its cookie, and whoever has none is nobody', () => {
  const mark = (value: string, name = 'lectern.session') => sessionMark([{ name, value }]);
  expect(sessionMark([{ name: 'lectern.language', value: 'ru' }])).toBe(nobody);
  expect(mark('one')).toBe(mark('one'));
  expect(new Set([mark('one'), mark('two'), mark('one', '__Host-lectern.session'), nobody]).size).toBe(4);
  expect(mark('one')).toMatch(/^[0-9a-f]{32}$/);
});
