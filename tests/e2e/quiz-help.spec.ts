import { expect } from '@playwright/test';
import { inspect } from './inspect.ts';
import { register, somebody } from './people.ts';
import { answer, fillAnswer, startQuiz } from './quiz.ts';
import { type Lectern, test } from './test.ts';

const lesson = '/courses/russia-china-2024/the-economy';

/** What the database holds of a learner's answers, oldest first. */
const sureOf = async (lectern: Lectern, email: string) =>
  (
    await lectern.sql`select r.certainty from responses r join attempts a on a.id = r.attempt_id
      join users u on u.id = a.user_id where u.email = ${email} order by r.answered_at`
  ).map((row) => row.certainty);

test('marks, a hint, how sure, what is left at the hand-in, and a question that seems wrong', async ({
  page,
  lectern,
}) => {
  test.slow();
  const mia = somebody('Mia Marks');
  await register(page, mia);
  await startQuiz(page, lesson);

  // By keyboard: what is chosen stays while the mark is set.
  await expect(page.getByRole('button', { name: 'Switch letter keys off' })).toBeVisible();
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Mark for later' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take the mark away' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Question 1, marked for later' })).toHaveCount(1);
  await expect(page.locator('input[name="option"]').nth(1)).toBeChecked();

  await page.getByRole('link', { name: 'Ask for a hint from the text' }).click();
  await expect(page.getByRole('heading', { name: 'A hint from the text' })).toBeInViewport();
  expect(await page.locator('.hint-from-text .source').count()).toBeGreaterThanOrEqual(3);
  await expect(page.locator('mark')).toHaveCount(0);
  await expect(page.locator('input[name="option"]').nth(1)).toBeChecked();
  await inspect(page, 'a marked question with its hint');

  await page.getByRole('link', { name: 'Leave it open and go on' }).click();
  await expect(page.locator('.sitbar')).toContainText('question 2 of');
  await page.getByLabel('Sure', { exact: true }).check();
  await answer(page);
  expect(await sureOf(lectern, mia.email)).toEqual([3]);

  await page.getByRole('link', { name: 'This question seems wrong' }).click();
  await page.getByLabel('What seems wrong?').fill('The text says otherwise.');
  await page.getByLabel('Words of the lesson').fill('Words that nobody wrote');
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByText('These words do not stand in the article.')).toBeVisible();
  await expect(page.getByLabel('What seems wrong?')).toHaveValue('The text says otherwise.');
  await inspect(page, 'a dispute that was refused');
  const quote = (await page.locator('mark.evidence').first().innerText()).replace(/^Evidence:\s*/, '');
  await page.getByLabel('Words of the lesson').fill(`“${quote.trim()}”`);
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByRole('heading', { name: 'You wrote that this question seems wrong' })).toBeFocused();
  await expect(page.getByText('The text says otherwise.')).toBeVisible();
  await inspect(page, 'a dispute as it was sent');

  await page.locator('.next a.go').click();
  await expect(page.locator('.sitbar')).toContainText('question 3 of');
  await page.getByText('Hand the quiz in now').click();
  await expect(page.getByText('One of them is marked for later: Question 1.')).toBeVisible();
  await inspect(page, 'the hand-in with a mark');
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.waitForURL(/\/result$/);
  await expect(page.getByText(/What you answered comes back for review from/)).toBeVisible();
  await inspect(page, 'a result');

  await page.getByRole('button', { name: /^Take it again/ }).click();
  await page.waitForURL(/\/learn\/quiz\/.*\/1$/);
  await expect(page.locator('.because')).not.toBeEmpty();
});

test('all of it works before any script has loaded', async ({ browser, lectern }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const ned = somebody('Ned Noscript');
  await register(page, ned);
  await startQuiz(page, lesson);
  await page.getByRole('button', { name: 'Mark for later' }).click();
  await expect(page.getByRole('link', { name: 'Question 1, marked for later' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Take the mark away' }).click();
  await expect(page.getByRole('button', { name: 'Mark for later' })).toBeVisible();
  await page.getByRole('link', { name: 'Ask for a hint from the text' }).click();
  await expect(page.getByRole('heading', { name: 'A hint from the text' })).toBeVisible();
  await page.getByLabel('It is a guess').check();
  await answer(page);
  expect(await sureOf(lectern, ned.email)).toEqual([1]);
  await page.getByRole('link', { name: 'This question seems wrong' }).click();
  await page.getByLabel('What seems wrong?').fill('Something.');
  await page.getByLabel('Words of the lesson').fill('Words that nobody wrote');
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByText('These words do not stand in the article.')).toBeVisible();
  await expect(page.getByLabel('What seems wrong?')).toHaveValue('Something.');
  await page.getByLabel('Words of the lesson').fill('');
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByRole('heading', { name: 'You wrote that this question seems wrong' })).toBeVisible();
  await context.close();
});

test('without a connection a mark says that it was not set, and how sure one was waits with the answer', async ({
  page,
  context,
  lectern,
}) => {
  const una = somebody('Una Unsure');
  await register(page, una);
  await startQuiz(page, lesson);
  await expect(page.getByRole('button', { name: 'Switch letter keys off' })).toBeVisible();
  await fillAnswer(page);
  await page.getByLabel('Fairly sure').check();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Mark for later' }).click();
  await expect(page.getByText('The mark could not be set just now.')).toBeVisible();
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('kept on this device');
  await expect(page.getByLabel('Fairly sure')).toBeDisabled();
  await context.setOffline(false);
  await expect(page.locator('#verdict')).toBeVisible();
  expect(await sureOf(lectern, una.email)).toEqual([2]);
});
