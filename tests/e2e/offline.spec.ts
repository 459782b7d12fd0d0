import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { register, signIn, somebody } from './people.ts';
import { fillAnswer, kindOf, startQuiz } from './quiz.ts';
import { type Lectern, test } from './test.ts';

/** Promise 3 without a connection: what was opened can be read and answered, and comes home later. */

/** The lesson of all kinds with its quiz begun, every question of it kept on the device. */
async function begin(page: Page, lectern: Lectern): Promise<{ lesson: string; attempt: string }> {
  await lectern.publishAllKinds();
  await page.goto(`/courses/${lectern.allKindsSlug}`);
  const lesson = (await page.locator('.toc h2 a').first().getAttribute('href')) ?? '';
  await startQuiz(page, lesson);
  await expect.poll(() => keptPaths(page), { timeout: 30_000 }).toHaveLength(8);
  return { lesson, attempt: new URL(page.url()).pathname.replace(/\/\d+$/, '') };
}

/** What any page of this device could read back. */
function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      if (name.includes('-kept-'))
        for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths.sort();
  });
}

/** As an earlier build would have left it: a page that this one must not show, and the scripts it was made for. */
function plantOldBuild(page: Page, path: string): Promise<void> {
  return page.evaluate(async (address) => {
    const current = (await caches.keys()).find((name) => name.includes('-kept-')) ?? '';
    const pages = await caches.open(current.replace(/^lectern-[^-]+/, 'lectern-00000000'));
    await pages.put(
      address,
      new Response('<h1>Old</h1>', { headers: { 'x-lectern-kept-at': `${Date.now()}` } }),
    );
    await caches.open('lectern-00000000-assets');
  }, path);
}

async function answerOffline(page: Page): Promise<string> {
  await expect(page.getByText('this is the copy')).toBeVisible();
  const kind = await fillAnswer(page);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator('.status')).toContainText('kept on this device');
  return kind;
}

test('a lesson is read and a quiz of all kinds answered without a connection, and all of it arrives once', async ({
  page,
  context,
  lectern,
}) => {
  test.slow();
  const nils = somebody('Nils Nonet');
  await register(page, nils);
  const { lesson, attempt } = await begin(page, lectern);
  await plantOldBuild(page, lesson);
  await page.goto('/learn');
  await expect.poll(() => page.evaluate(() => caches.has('lectern-00000000-assets'))).toBe(false);
  expect(await keptPaths(page)).toHaveLength(8);
  await context.setOffline(true);

  await page.goto(lesson);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How a tide works');
  await expect(page.getByText('this is the copy')).toBeVisible();

  await page.goto('/learn');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No connection');
  await expect(page.getByRole('link', { name: 'How a tide works' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('link', { name: 'Go on', exact: true }).click();

  const kinds: string[] = [];
  for (let given = 1; given <= 4; given += 1) {
    kinds.push(await answerOffline(page));
    if (given === 2) {
      await page.reload();
      await expect(page.locator('.status')).toContainText('kept on this device');
      await expect(page.locator('fieldset.q').locator('input, select').first()).toBeDisabled();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    if (given < 4) await page.getByRole('link', { name: 'Go on to the next question' }).click();
  }
  expect(new Set(kinds).size, 'four kinds').toBe(4);
  expect(await lectern.countResponses(nils.email)).toBe(0);

  await context.setOffline(false);
  await expect(page.locator('#verdict')).toBeVisible();
  await expect(page.getByText('3 answers that waited on this device were sent and saved.')).toBeVisible();
  const saved = await lectern.sql`
    select count(*)::int as n, count(distinct r.item_id)::int as items from responses r
    join attempts a on a.school_id = r.school_id and a.id = r.attempt_id
    join users u on u.school_id = a.school_id and u.id = a.user_id where u.email = ${nils.email}`;
  expect(saved[0]).toEqual({ n: 4, items: 4 });
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('outbox'))),
  ).toEqual([]);
  // What has an answer is asked by no copy any more.
  await expect.poll(() => keptPaths(page)).toHaveLength(4);
  await page.goto(attempt);
  expect(await kindOf(page)).not.toBe('');
});

test('what one person has kept is gone for the next one on the device, and a new quiz says what it needs', async ({
  page,
  context,
  lectern,
}) => {
  test.slow();
  const ben = somebody('Ben Second');
  await register(page, ben);
  const cookiesOfBen = await context.cookies();
  await context.clearCookies();
  const ada = somebody('Ada First');
  await register(page, ada);
  const { lesson, attempt } = await begin(page, lectern);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await expect.poll(() => keptPaths(page), 'nothing outlives the sign-out').toEqual([]);

  // A session that ends without a word: its pages go when another answers.
  await signIn(page, ada);
  await page.goto(lesson);
  await expect.poll(() => keptPaths(page)).toEqual([lesson]);
  await context.addCookies(cookiesOfBen);
  await page.goto('/learn');
  await expect(page.locator('.who')).toContainText(ben.name);
  await expect.poll(() => keptPaths(page)).toEqual([]);
  await context.setOffline(true);
  for (const path of [lesson, `${attempt}/1`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No connection');
    await expect(page.getByText('Nothing is kept on this device.')).toBeVisible();
    await expect(page.getByText('How a tide works')).toHaveCount(0);
  }

  await context.setOffline(false);
  await page.goto(lesson);
  await expect.poll(() => keptPaths(page)).toEqual([lesson]);
  await context.setOffline(true);
  await page.goto(lesson);
  await page.getByRole('button', { name: /^Answer \d+ questions/ }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'a new quiz cannot be started now' }),
  ).toBeInViewport();
  await context.setOffline(false);
  await page.getByRole('button', { name: /^Answer \d+ questions/ }).click();
  await page.waitForURL(/\/learn\/quiz\//);
});

test('an answer in review that finds no connection is kept, said to be kept, and sent once', async ({
  page,
  context,
  lectern,
}) => {
  const rea = somebody('Rea Review');
  await register(page, rea);
  const { attempt } = await begin(page, lectern);
  await page.goto(attempt);
  await fillAnswer(page);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator('#verdict')).toBeVisible();
  await page.locator('.next a.go').click();
  await page.getByText('Hand the quiz in now').click();
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.waitForURL(/\/result$/);
  await lectern.sql`
    update cards set due_at = now() - interval '1 hour'
    where user_id = (select id from users where email = ${rea.email})`;
  const count = async () => {
    const [row] = await lectern.sql`
      select count(*)::int as n from reviews where user_id = (select id from users where email = ${rea.email})`;
    return row?.n;
  };
  await page.goto('/learn/review');
  await fillAnswer(page);
  await page.getByLabel('Fairly sure').check();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator('.status')).toContainText('kept on this device');
  await expect(page.locator('fieldset.q').locator('input, select').first()).toBeDisabled();
  expect(await count()).toBe(0);
  await page.goto('/learn');
  await context.setOffline(false);
  await page.goto('/learn');
  await expect(page.getByText('An answer that waited on this device was sent and saved.')).toBeVisible();
  expect(await count()).toBe(1);
});
