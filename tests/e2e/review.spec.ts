import { expect, type Page } from '@playwright/test';
import { inspect } from './inspect.ts';
import { register, somebody } from './people.ts';
import { answerToTheEnd, fillAnswer, startQuiz } from './quiz.ts';
import { type Lectern, test } from './test.ts';

/** A learner who has taken a quiz, and for whom so many of its questions are due. */
async function learnerWithDue(page: Page, lectern: Lectern, due: number): Promise<string> {
  await lectern.publishAllKinds();
  const person = somebody('Rita Review');
  await register(page, person);
  await page.goto(`/courses/${lectern.allKindsSlug}`);
  await startQuiz(page, (await page.locator('.toc h2 a').first().getAttribute('href')) ?? '');
  await answerToTheEnd(page);
  await lectern.sql`
    update cards set due_at = now() - interval '1 hour' where id in (
      select c.id from cards c join users u on u.id = c.user_id where u.email = ${person.email}
      order by c.item_id limit ${due})`;
  return person.email;
}

test('what is due stands on Today, is asked one by one, and is done for the day', async ({
  page,
  lectern,
}) => {
  const email = await learnerWithDue(page, lectern, 3);
  await page.goto('/learn');
  await expect(page.getByText('3 questions are due, about 2 minutes.')).toBeVisible();
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  for (const left of [3, 2, 1]) {
    await expect(
      page.getByText(left === 1 ? /^One question to go/ : `${left} questions to go`),
    ).toBeVisible();
    await fillAnswer(page);
    await page.getByLabel('Fairly sure').check();
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(page.locator('#verdict')).toBeVisible();
    await expect(page.getByText('This question comes again on')).toBeVisible();
    await page.locator('#onward').click();
  }
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
  const [row] = await lectern.sql`
    select count(*)::int as n, min(certainty) as sure from reviews r join users u on u.id = r.user_id
    where u.email = ${email}`;
  expect(row).toEqual({ n: 3, sure: 2 });
  await page.goto('/learn');
  await expect(page.getByText('are due')).toHaveCount(0);
});

test('an empty answer is told so, and going back asks nothing twice', async ({ page, lectern }) => {
  const email = await learnerWithDue(page, lectern, 1);
  await page.goto('/learn/review');
  await page.locator('form[action="/api/reviews"]').evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
    form.submit();
  });
  await expect(page).toHaveURL(/problem=unanswered/);
  await expect(page.locator('.status')).not.toBeEmpty();
  await fillAnswer(page);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator('#verdict')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
  const [row] = await lectern.sql`
    select count(*)::int as n from reviews r join users u on u.id = r.user_id where u.email = ${email}`;
  expect(row?.n).toBe(1);
});

test('a review works before any script has loaded', async ({ browser, page, lectern }) => {
  await learnerWithDue(page, lectern, 1);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${lectern.origin}/learn/review`);
  await fillAnswer(plain);
  await plain.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(plain.locator('#verdict')).toBeVisible();
  await context.close();
});

test('the pages of a review and of mistakes pass axe, on a phone in the dark too', async ({
  page,
  lectern,
}) => {
  test.slow();
  const email = await learnerWithDue(page, lectern, 4);
  await page.goto('/learn');
  await inspect(page, 'Today with something due');
  await page.goto('/learn/review');
  await inspect(page, 'a question in review');
  await fillAnswer(page);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator('#verdict')).toBeVisible();
  await inspect(page, 'an answer in review');
  await lectern.sql`update cards set lapses = 8 where user_id = (select id from users where email = ${email})`;
  await page.goto('/learn/review');
  await expect(page.getByRole('heading', { name: 'Better read again' })).toBeVisible();
  await inspect(page, 'a review with nothing due and something to read');
  await page.goto('/learn/mistakes');
  await inspect(page, 'mistakes');
});
