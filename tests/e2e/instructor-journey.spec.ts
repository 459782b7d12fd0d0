import { expect } from '@playwright/test';
import { register, signIn, somebody } from './people.ts';
import { answerToTheEnd, startQuiz } from './quiz.ts';
import { test } from './test.ts';

test('an instructor makes a class, hands out its code, and sees a learner from the grid down to one answer', async ({
  page,
  browser,
  lectern,
}) => {
  await signIn(page, lectern.demo.instructor);
  await page.goto('/teach');
  const name = `History ${Date.now().toString(36)}`;
  await page.getByLabel('Name').fill(name);
  // With one course there is nothing to choose; other tests may have published more.
  const courses = page.getByLabel('Course');
  if ((await courses.count()) > 0) await courses.selectOption({ label: 'Russia–China relations in 2024' });
  await page.getByRole('button', { name: /Make the class/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  const code = /[A-Z]{3}-[A-Z]{3}/.exec(await page.locator('.bigcode').first().innerText())?.[0] ?? '';
  expect(code).not.toBe('');

  const lee = somebody('Lee Learner');
  const there = await browser.newContext();
  const theirs = await there.newPage();
  await register(theirs, lee);
  await theirs.goto('/join');
  await theirs.getByLabel('Class code').fill(code.toLowerCase().replace('-', ' '));
  await theirs.getByRole('button', { name: /Look it up/ }).click();
  await expect(theirs.getByText(name)).toBeVisible();
  await theirs.getByRole('button', { name: /Join/ }).click();
  await startQuiz(theirs, '/courses/russia-china-2024/the-economy');
  await answerToTheEnd(theirs);
  await there.close();

  await page.reload();
  const row = page.getByRole('row').filter({ hasText: lee.name });
  await expect(row).toContainText('%');
  await row.getByRole('link', { name: lee.name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(lee.name);
  await page.locator('a[href*="/attempts/"]').first().click();
  await expect(page.locator('mark.evidence').first()).toBeVisible();
});

test('on a phone the table keeps the names of the learners whole words wide', async ({ page, lectern }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, lectern.demo.instructor);
  await page.goto('/teach');
  await page
    .getByRole('link', { name: /IR 210/ })
    .first()
    .click();
  const name = page.locator('.heat tbody .name').filter({ hasText: 'Beatriz Lima' });
  const lines = await name.evaluate(
    (box) => box.clientHeight / Number.parseFloat(getComputedStyle(box).lineHeight),
  );
  expect(Math.round(lines)).toBeLessThanOrEqual(2);
  const column = await page.locator('.heat tbody .who').first().boundingBox();
  expect(column?.width, 'the lessons keep most of the width').toBeLessThan(390 / 2);
});

test('an unknown join code says so and keeps what was typed', async ({ page }) => {
  await register(page, somebody('Cody Code'));
  await page.goto('/join');
  await page.getByLabel('Class code').fill('ZZZ-ZZZ');
  await page.getByRole('button', { name: /Look it up/ }).click();
  await expect(page.getByText(/No class/)).toBeVisible();
});

test('sign-in refuses a wrong password, an unknown address and a taken one, each in a sentence', async ({
  page,
  context,
}) => {
  const rae = somebody('Rae Refused');
  await register(page, rae);
  await context.clearCookies();
  for (const wrong of [
    { ...rae, password: 'not the password' },
    { ...rae, email: 'nobody@school.example' },
  ]) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(wrong.email);
    await page.getByLabel('Password', { exact: true }).fill(wrong.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible();
    await expect(page.getByLabel('E-mail address')).toHaveValue(wrong.email);
  }
  await page.goto('/register');
  await page.getByLabel('Name').fill('Somebody Else');
  await page.getByLabel('E-mail address').fill(rae.email.toUpperCase());
  await page.getByLabel('Password', { exact: true }).fill('another good password');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByText('has an account already')).toBeVisible();
  await page.getByLabel('E-mail address').fill(`new.${rae.email}`);
  await page.getByLabel('Password', { exact: true }).fill('password123');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByText('among the first that are guessed')).toBeVisible();
});

test('signing out everywhere ends the other browser at its next step', async ({ page, browser }) => {
  const sol = somebody('Sol Everywhere');
  await register(page, sol);
  const there = await browser.newContext();
  const other = await there.newPage();
  await signIn(other, sol);
  await page.goto('/account');
  await page.getByRole('button', { name: /everywhere/i }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await other.goto('/learn');
  await other.waitForURL(/\/sign-in/);
  await there.close();
});
