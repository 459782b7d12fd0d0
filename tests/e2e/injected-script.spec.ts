import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { ask, cookieOf } from '../access/ask.ts';
import { pageRules } from '../access/rules.ts';
import { makeWorld, type World } from '../access/world.ts';
import { type Ground, test } from './ground.ts';

/** Promise 15: what people type runs nowhere, and no page would let it. */

/** Four ways in one; each would set the same mark if any browser ran it. Short enough for a name. */
const attack =
  '<img src=x onerror=ran=1></script><script>ran=1</script>"><svg onload=ran=1>' +
  "'><a href=javascript:ran=1>x</a>";

test('every answer to a browser carries a policy that lets no foreign script run', async ({ ground }) => {
  const world = await worldOf(ground);
  const cookie = await cookieOf(world.admin.session, ground.secret);
  const paths = [
    ...Object.values(pageRules).flatMap((rule) => [rule.path(world.left, world), rule.absent ?? '/']),
    '/healthz',
    '/readyz',
    '/api/auth/session',
    '/api/auth/signin',
    '/api/auth/nonsense',
    `/api/attempts/${world.left.open.id}/responses`,
    '/no-such-page',
    '/_next/static/no-such-file.js',
    '/_next/no-such-thing',
    '/favicon.ico',
    '/icon.svg',
    '/%ff',
    '/%2e%2e/%2e%2e/package.json',
    '/.env',
    '/.lectern/auth-secret',
  ];
  const nonces = new Set<string>();
  let pages = 0;
  for (const who of [null, cookie])
    for (const path of new Set(paths)) {
      const answer = await ask(ground.origin, { path, cookie: who });
      const policy = String(answer.headers['content-security-policy'] ?? '');
      const isFile = path.startsWith('/_next/') || path === '/icon.svg' || path === '/favicon.ico';
      if (isFile && !String(answer.headers['content-type']).includes('html')) continue;
      const directives = new Map(
        policy.split(';').map((entry) => {
          const [name = '', ...values] = entry.trim().split(/\s+/);
          return [name, values.join(' ')];
        }),
      );
      expect(directives.get('script-src') ?? directives.get('default-src'), path).toBeDefined();
      expect(directives.get('script-src'), path).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
      expect(directives.get('object-src'), path).toBe("'none'");
      expect(directives.get('base-uri'), path).toBe("'none'");
      expect(directives.get('frame-ancestors'), path).toBe("'none'");
      expect(answer.headers['x-content-type-options'], path).toBe('nosniff');
      expect(answer.headers['x-powered-by'], path).toBeUndefined();
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(nonce.length, path).toBeGreaterThanOrEqual(22);
      expect(nonces.has(nonce), `${path} repeats a nonce`).toBe(false);
      nonces.add(nonce);
      if (answer.status !== 200 || !String(answer.headers['content-type']).includes('html')) continue;
      pages += 1;
      expect(String(answer.headers['cache-control']), `${path} is kept by no shared cache`).not.toMatch(
        /public|s-maxage/,
      );
      for (const [tag] of answer.body.matchAll(/<script\b[^>]*>/g))
        expect(tag, `${path} has a script without the nonce`).toContain(`nonce="${nonce}"`);
      expect(answer.body, `${path} has an inline handler`).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=/i);
    }
  expect(pages).toBeGreaterThan(10);
});

test('nothing that is not a route is served from the checkout', async ({ ground }) => {
  for (const path of [
    '/package.json',
    '/.env',
    '/.git/config',
    '/.lectern/auth-secret',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/_next/../package.json',
    '/_next/static/..%2f..%2fserver/server-reference-manifest.json',
    '/content/russia-china-2024/claims.json',
    '/bench/prerendered',
  ]) {
    const answer = await ask(ground.origin, { path });
    expect([400, 404], `${path} gave ${answer.status}`).toContain(answer.status);
  }
});

test('names, class names, addresses and answers that hold a script are shown as text, on every page', async ({
  ground,
  browser,
}) => {
  test.slow();
  const world = await worldOf(ground);
  await poison(ground, world);
  for (const person of [world.left.learner, world.left.instructor, world.admin]) {
    const context = await browser.newContext();
    const [name = '', value = ''] = (await cookieOf(person.session, ground.secret)).split('=');
    await context.addCookies([{ name, value, url: ground.origin }]);
    const page = await context.newPage();
    const heard = listen(page);
    let seen = 0;
    for (const path of pagesOf(world)) {
      await page.goto(`${ground.origin}${path}`, { waitUntil: 'load' });
      // A picture that cannot be had fails after the page has loaded.
      await page.waitForTimeout(60);
      expect(await page.evaluate(() => 'ran' in globalThis), `it ran at ${path}`).toBe(false);
      if ((await page.locator('body').innerText()).includes(attack.slice(0, 25))) seen += 1;
    }
    expect(heard, `as ${person.role}`).toEqual([]);
    expect(seen, `it is shown to the ${person.role} as it was typed`).toBeGreaterThan(2);
    await context.close();
  }
});

/** Every page that shows something of these people, and those that repeat what stands in the address. */
function pagesOf(world: World): string[] {
  const typed = encodeURIComponent(attack);
  return [
    ...new Set(Object.values(pageRules).map((rule) => rule.path(world.left, world))),
    `/learn/quiz/${world.left.open.id}/1`,
    `/admin/people?search=${typed}`,
    `/admin/people?done=${typed}&problem=${typed}&of=${typed}`,
    `/account?done=${typed}`,
    `/join?code=${typed}`,
    `/join/${typed}`,
    `/sign-in?to=${typed}`,
    `/sign-in?to=/${typed}&error=${typed}`,
    `/learn/quiz/${world.left.open.id}/2?problem=${typed}`,
    `/teach/classes/${world.left.classId}?sort=${typed}`,
    `/courses/${typed}`,
    `/${typed}`,
  ];
}

/** The attack in every field that people fill in. */
async function poison(ground: Ground, world: World): Promise<void> {
  const { sql } = ground;
  for (const person of [world.left.learner, world.left.instructor, world.admin])
    await sql`update users set name = ${attack}, email = ${`${attack}@x`.slice(0, 254)}
      where id = ${person.userId}`;
  await sql`update classes set name = ${attack} where id = ${world.left.classId}`;
  await sql`update sessions set user_agent = ${attack} where user_id = ${world.left.learner.userId}`;
  const typed = world.course.items.find(
    (item) => item.prompt.kind === 'short' || item.prompt.kind === 'cloze',
  );
  if (typed === undefined) throw new Error('the course asks nothing that is typed');
  for (const attempt of [world.left.open, world.left.finished])
    await sql`insert into responses (school_id, id, attempt_id, item_id, answer, mark, answered_at)
      values (${world.schoolId}, ${randomUUID()}, ${attempt.id}, ${typed.id},
        ${sql.json({ kind: typed.prompt.kind as 'short', text: attack })}, 0, now())
      on conflict do nothing`;
}

/** Dialogs, and complaints of the browser; what the policy blocked would have been markup. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('dialog', (dialog) => {
    heard.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => heard.push(`an error: ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) heard.push(message.text());
  });
  return heard;
}

function worldOf(ground: Ground): Promise<World> {
  return makeWorld(ground.sql, { course: ground.allKindsSlug, hidden: ground.courses.hidden });
}
