import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { inspect } from './inspect.ts';
import { fillSignIn, register, somebody } from './people.ts';
import { answer, startQuiz } from './quiz.ts';
import { type Lectern, test } from './test.ts';

async function download(page: Page, name: RegExp): Promise<{ file: string; text: string }> {
  const [downloaded] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  return { file: downloaded.suggestedFilename(), text: await readFile(await downloaded.path(), 'utf8') };
}

async function rowsOf(lectern: Lectern, email: string): Promise<number> {
  const [row] = await lectern.sql`select count(*)::int as n from users where email_folded = ${email}`;
  return Number(row?.n);
}

test('somebody takes their record along, deletes their account, and leaves nothing behind', async ({
  page,
  lectern,
}) => {
  test.slow();
  await lectern.publishAllKinds();
  const person = somebody('Erna Eraser');
  await register(page, person);
  await page.goto(`/courses/${lectern.allKindsSlug}`);
  const lesson = (await page.locator('.toc h2 a').first().getAttribute('href')) ?? '';
  await startQuiz(page, lesson);
  await answer(page);
  await page.locator('.next a.go').click();
  await expect(page.locator('#verdict')).toHaveCount(0);
  await answer(page);
  const answers = 2;

  await page.goto('/account');
  await inspect(page, 'the account');
  const json = await download(page, /^Download Everything/);
  expect(json.file).toMatch(/^lectern-record-\d{4}-\d\d-\d\d\.json$/);
  const record = JSON.parse(json.text);
  expect(record).toMatchObject({ format: 'lectern-record/1', account: { email: person.email } });
  const given: unknown[] = record.attempts[0].served.map((place: { answer: unknown }) => place.answer);
  expect(given.filter((one) => one !== null)).toHaveLength(answers);
  expect(given.length).toBeGreaterThan(answers);
  const csv = await download(page, /^Download Your answers/);
  expect(csv.text.trim().split('\r\n')).toHaveLength(answers + 1);
  const anki = await download(page, /^Download Cards/);
  expect(anki.text).toMatch(/^#separator:tab\n#html:false\n/);
  expect(anki.text.match(/\tlectern::|\t"lectern::/g)).toHaveLength(answers);

  const id = String(record.account.id);
  await page.evaluate((key) => localStorage.setItem(key, '[]'), `lectern.outbox.${id}`);
  await page.evaluate(() => localStorage.setItem('lectern.draft.somebody-else.1', '[]'));
  await page.getByRole('link', { name: 'See what would go' }).click();
  await expect(page.getByText(`${answers} answers, with every quiz`)).toBeVisible();
  await inspect(page, 'what would go');
  // By keyboard: the password, the box, the button.
  await page.getByLabel('Your password').focus();
  await page.keyboard.type('not my password');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await expect(page.getByLabel('Your password')).toBeFocused();
  expect(await rowsOf(lectern, person.email)).toBe(1);
  await page.keyboard.type(person.password);
  await page.getByLabel('I know that this cannot be undone.').check();
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible();
  await expect(page.locator('.who')).toHaveText('Sign in');
  await inspect(page, 'that it is done');
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => /outbox|draft/.test(key))))
    .toEqual(['lectern.draft.somebody-else.1']);
  expect(await rowsOf(lectern, person.email)).toBe(0);

  // Said once; nothing opens any more.
  await page.goto('/account/deleted');
  await expect(page).toHaveURL(`${lectern.origin}/`);
  await page.goto('/account/export/json');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await fillSignIn(page, person);
  await expect(page.locator('.note, .err').first()).toBeVisible();
  await expect(page.locator('.who')).toHaveText('Sign in');
});

test('an account is deleted before any script has loaded, and only with the box ticked', async ({
  browser,
  page,
  lectern,
}) => {
  const person = somebody('Noel Noscript');
  await register(page, person);
  await startQuiz(page, '/courses/russia-china-2024/the-economy');
  await answer(page);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${lectern.origin}/account/delete`);
  await expect(plain.getByText('Your 1 answer, with its quiz')).toBeVisible();
  await plain.getByLabel('Your password').fill('not my password');
  await plain.getByLabel('I know that this cannot be undone.').check();
  await plain.getByRole('button', { name: 'Delete my account' }).click();
  await expect(plain.getByText('This is not your password.')).toBeVisible();
  await plain.getByLabel('Your password').fill(person.password);
  // The browser holds the form back by itself.
  await plain.getByRole('button', { name: 'Delete my account' }).click();
  expect(await rowsOf(lectern, person.email)).toBe(1);
  await plain.getByLabel('I know that this cannot be undone.').check();
  await plain.getByRole('button', { name: 'Delete my account' }).click();
  await expect(plain.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible();
  expect(await rowsOf(lectern, person.email)).toBe(0);
  await context.close();
});
