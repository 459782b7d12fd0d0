import { expect, type Page } from '@playwright/test';
import { inspect } from './inspect.ts';
import { register, somebody } from './people.ts';
import { answerToTheEnd, fillAnswer, startQuiz } from './quiz.ts';
import { type Lectern, test } from './test.ts';

const course = 'russia-china-2024';

/** A learner who has taken one quiz, half of it right, and has said how sure they were. */
async function learnerWhoKnowsSome(page: Page, lectern: Lectern): Promise<string> {
  const person = somebody('Mara Mastery');
  await register(page, person);
  await startQuiz(page, `/courses/${course}/the-economy`);
  await answerToTheEnd(page);
  // Some known, some missed, some shaky, whatever the options were in which order.
  await lectern.sql`
    with own as (
      select r.id, row_number() over (order by r.item_id) as n from responses r
      join attempts a on a.id = r.attempt_id join users u on u.id = a.user_id where u.email = ${person.email})
    update responses set mark = case when n % 3 = 0 then 0 else 1 end, certainty = case when n % 3 = 1 then 3 else 1 end
    from own where own.id = responses.id`;
  return person.email;
}

/** Answers in review of the last days, a minute apart: enough to judge how sure is sure, and how fast. */
async function reviewedBefore(lectern: Lectern, email: string): Promise<void> {
  await lectern.sql`
    insert into reviews (school_id, id, card_id, user_id, reps, edition_id, item_id, answer, mark, certainty, answered_at)
    select c.school_id, gen_random_uuid(), c.id, c.user_id, 1000 + n, a.edition_id, c.item_id, '{}'::jsonb,
      case when n % 4 = 0 then 0 else 1 end, 2 + n % 2, now() - interval '30 days' + n * interval '1 minute'
    from (select c.* from cards c join users u on u.id = c.user_id where u.email = ${email} order by c.item_id limit 1) c
    join attempts a on a.user_id = c.user_id, generate_series(1, 30) n`;
}

test('the article is painted with what is known, and a sentence opens its questions by keyboard', async ({
  page,
  browser,
  lectern,
}) => {
  test.slow();
  const email = await learnerWhoKnowsSome(page, lectern);
  await page.goto('/learn');
  await page.getByRole('link', { name: 'What you know' }).click();
  await expect(page.getByText('5 answers, too few to judge')).toBeVisible();
  await reviewedBefore(lectern, email);
  await page.reload();
  await expect(page.locator('.calibration svg')).toHaveCount(3);
  await inspect(page, 'what you know');
  await page.getByRole('link', { name: /^See it in the text/ }).click();
  const answered = page.locator('.art a.sn');
  await expect(page.locator('.art a.sn.lv-1').first()).toBeVisible();
  await expect(page.locator('.art a.sn.lv-3').first()).toBeVisible();
  await inspect(page, 'the map');
  const address = await answered.first().getAttribute('id');
  await answered.first().focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('.answered > section:target');
  await expect(panel).toBeVisible();
  await expect(panel).toContainText('You answered');
  // Opening it has moved nothing: the sentence is still where it was read.
  await expect(answered.first()).toBeInViewport();
  await inspect(page, 'the map with an answer open');
  await panel.getByRole('link', { name: 'Back to the text' }).press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(page.locator(`#${address}`)).toBeInViewport();
  // The same before any script has loaded; the link leads to the very sentence of the lesson.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${lectern.origin}/learn/progress/${course}`);
  await plain.locator('.art a.sn').first().click();
  await plain
    .locator('.answered > section:target')
    .getByRole('link', { name: /in the lesson$/ })
    .click();
  await expect(plain).toHaveURL(/\/the-economy#s2-\d+$/);
  await expect(plain.locator('.source span:target')).toBeVisible();
  await context.close();
});

test('a learner sets a cap and a goal without a script, sees the week, and reviews in five minutes', async ({
  page,
  browser,
  lectern,
}) => {
  test.slow();
  const email = await learnerWhoKnowsSome(page, lectern);
  await reviewedBefore(lectern, email);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${lectern.origin}/learn/settings`);
  await plain.getByLabel('Questions a day in review').fill('6');
  await plain.getByLabel('Days a week').selectOption('3');
  await plain.getByRole('button', { name: 'Save' }).click();
  await expect(plain.locator('.note.ok')).toHaveText('Saved.');
  await context.close();
  await page.goto('/learn/settings');
  await expect(page.getByLabel('Questions a day in review')).toHaveValue('6');
  await inspect(page, 'settings');
  await page.getByLabel('Questions a day in review').fill('6.5');
  await page.locator('form.own-settings').evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Write a whole number from 5 to 200.')).toBeVisible();
  await page.goto('/learn');
  await expect(page.getByText('1 of 3 days this week')).toBeVisible();
  await lectern.sql`update cards set due_at = now() - interval '1 hour'
    where user_id = (select id from users where email = ${email})`;
  await page.goto('/learn/review');
  // A minute each: five of the six that the cap allows.
  await page.getByRole('link', { name: '5 minutes, 5 questions' }).click();
  await inspect(page, 'a sitting of five minutes');
  for (let left = 5; left > 0; left -= 1) {
    await expect(page.getByText(/to go in the minutes you have/)).toContainText(
      left === 1 ? 'One' : `${left}`,
    );
    await fillAnswer(page);
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(page.locator('#verdict')).toBeVisible();
    await page.locator('#onward').click();
  }
  await expect(page.getByRole('heading', { name: 'That is what fits into your minutes' })).toBeVisible();
  await inspect(page, 'the end of a sitting');
  await page.getByRole('link', { name: 'Go on with the rest' }).click();
  await expect(page.getByText(/^One question to go/)).toBeVisible();
});
