import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { fitsSmallPhone } from './inspect.ts';
import { register, signIn, somebody } from './people.ts';
import { answer, answerToTheEnd, startQuiz } from './quiz.ts';
import { test } from './test.ts';

const course = '/courses/russia-china-2024';

/** Phone and desktop, light and dark: every page of the product must hold in each. */
const looks = [
  { name: 'desktop light', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'desktop dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'phone light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone dark', width: 390, height: 844, colorScheme: 'dark' },
] as const;

/** The two that differ in everything: for states of a page that has been seen in all four. */
const extremes = looks.filter((look) => look.name === 'desktop light' || look.name === 'phone dark');

async function inspect(
  page: Page,
  what: string,
  seen: readonly (typeof looks)[number][] = looks,
): Promise<void> {
  // Between two pages of the router the title is away for a moment.
  await expect(page).toHaveTitle(/./);
  for (const look of seen) {
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page });
    // In the dark, a size that was seen in the light differs by its colours alone.
    const differs =
      look.colorScheme === 'light' || !seen.some((other) => other.width === look.width && other !== look);
    const found = await (differs
      ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      : axe.withRules(['color-contrast', 'link-in-text-block'])
    ).analyze();
    const faults = found.violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    );
    expect(faults, `${what}, ${look.name}`).toEqual([]);
  }
  await fitsSmallPhone(page, what);
}

async function inspectAll(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await inspect(page, path);
  }
}

test('the pages that anyone may open pass axe in every look', async ({ page }) => {
  test.slow();
  await inspectAll(page, [
    '/',
    '/courses',
    course,
    `${course}/overview`,
    `${course}/the-economy`,
    '/sign-in',
    '/register',
    '/join',
    '/no-such-page',
  ]);
});

test('the pages of a learner pass axe in every look, and in every state of a question', async ({
  page,
  lectern,
}) => {
  test.slow();
  await lectern.publishAllKinds();
  await register(page, somebody('Axel Axe'));
  await inspectAll(page, ['/learn', '/learn/mistakes', '/account', `/join/${await lectern.demoJoinCode()}`]);
  await page.goto(`/courses/${lectern.allKindsSlug}`);
  await page.locator('.toc h2 a').first().click();
  await page.getByRole('button', { name: /^Answer/ }).click();
  await page.waitForURL(/\/learn\/quiz\//);
  for (let guard = 0; guard < 12; guard += 1) {
    await inspect(page, 'an open question', guard === 0 ? looks : extremes);
    await answer(page);
    await inspect(page, 'an answered question', guard === 0 ? looks : extremes);
    const onward = page.locator('.next a.go');
    const isLast = (await onward.innerText()).includes('result');
    await onward.click();
    if (isLast) break;
    await expect(page.locator('#verdict')).toHaveCount(0);
  }
  await page.waitForURL(/\/result$/);
  await inspect(page, 'a result');
  await inspectAll(page, ['/learn', '/learn/mistakes', `/courses/${lectern.allKindsSlug}`]);
});

test('the pages of an instructor and of an admin pass axe in every look', async ({
  page,
  browser,
  lectern,
}) => {
  test.slow();
  await signIn(page, lectern.demo.instructor);
  await page.goto('/teach');
  await inspect(page, '/teach');
  await page
    .getByRole('link', { name: /IR 210/ })
    .first()
    .click();
  await inspect(page, 'the grid');
  await page.locator('.heat tbody .who a').first().click();
  await inspect(page, 'a learner');
  await page.locator('a[href*="/attempts/"]').first().click();
  await inspect(page, 'an attempt');
  const elsewhere = await browser.newContext();
  const admin = await elsewhere.newPage();
  await signIn(admin, lectern.demo.admin);
  await inspectAll(admin, ['/admin/people']);
  await elsewhere.close();
});

test('a finished lesson is drawn firmer in the outline than one not tried', async ({ page }) => {
  await register(page, somebody('Mina Mini'));
  await startQuiz(page, `${course}/the-economy`);
  await answerToTheEnd(page);
  await page.goto(course);
  await expect(page.locator('.toc > li').nth(1).locator('path').first()).not.toHaveClass('k0');
  await expect(page.locator('.toc > li').nth(2).locator('path').first()).toHaveClass('k0');
});

test('the title of a page stands in the head of its first HTML', async ({ page }) => {
  for (const path of ['/', '/courses', course, `${course}/overview`, '/sign-in']) {
    const html = await (await page.request.get(path)).text();
    expect(html.slice(0, html.indexOf('</head>')), path).toMatch(/<title>[^<]+<\/title>/);
  }
});
