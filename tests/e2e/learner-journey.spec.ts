import { expect } from '@playwright/test';
import { fillSignIn, register, signIn, somebody } from './people.ts';
import { answer, answerToTheEnd, fillAnswer, kindOf, place, startQuiz } from './quiz.ts';
import { test } from './test.ts';

const course = '/courses/russia-china-2024';

test('a learner registers, joins, reads, answers, leaves, resumes elsewhere, finishes and sees the progress', async ({
  page,
  browser,
  lectern,
}) => {
  const noor = somebody('Noor Reader');
  await register(page, noor);

  const joinCode = await lectern.demoJoinCode();
  await page.goto(`/join/${joinCode}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/IR 210/);
  await page.getByRole('button', { name: /Join/ }).click();
  await expect(page.getByRole('status').filter({ hasText: /^You are in IR 210.* now\.$/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/^You are in IR 210/)).toHaveCount(0);
  await page.goto('/learn');
  await expect(page.getByText(/IR 210/)).toBeVisible();

  await page.goto(course);
  await page.getByRole('link', { name: 'The economy' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The economy');
  const term = page.locator('button.term').first();
  await term.click();
  await expect(page.locator('.def:popover-open')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Answer \d+ questions/ }).click();
  await page.waitForURL(/\/learn\/quiz\//);

  await answer(page);
  await page.locator('.next a.go').click();
  await answer(page);
  await page.getByRole('link', { name: 'Stop here and continue later' }).click();
  await expect(page.getByRole('link', { name: 'Continue at question 3' })).toBeVisible();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, noor);
  await other.goto('/learn');
  await other.getByRole('link', { name: 'Continue at question 3' }).click();
  expect((await place(other)).position).toBe(3);
  await expect(other.locator('#saved-state')).toContainText('2 answers are saved');
  await answerToTheEnd(other);
  await expect(other.getByRole('heading', { level: 1 })).toContainText(/of/);
  const first = await lectern.servedItems(noor.email);
  await other.goto(course);
  await expect(other.locator('.toc > li').nth(1)).toContainText(/tried once/);
  await other.getByRole('button', { name: /^Take it again.*The economy/ }).click();
  await other.waitForURL(/\/learn\/quiz\//);
  const again = await lectern.servedItems(noor.email);
  const fresh = again.filter((item) => !first.includes(item));
  expect(fresh.length, 'a retake draws questions that were not asked before').toBeGreaterThan(0);
  await elsewhere.close();
});

test('whoever makes an account on the way into a class is told its name and comes back to it', async ({
  page,
  lectern,
}) => {
  const joinCode = await lectern.demoJoinCode();
  await page.goto(`/join/${joinCode}`);
  await page.getByRole('link', { name: 'Sign in', exact: true }).last().click();
  await expect(page.getByText(/^Sign in to join IR 210/)).toBeVisible();
  await page.getByRole('link', { name: 'Make an account' }).click();
  await expect(page.getByText(/^You are on the way into IR 210/)).toBeVisible();
  await expect(page.getByLabel('Class code')).toHaveCount(0);
  const ivy = somebody('Ivy Invited');
  await page.getByLabel('Name').fill(ivy.name);
  await page.getByLabel('E-mail address').fill(ivy.email);
  await page.getByLabel('Password', { exact: true }).fill(ivy.password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL(`**/join/${joinCode}`);
  await expect(page.getByRole('button', { name: 'Join the class' })).toBeVisible();
});

test('a forged note of having joined names no class that one is not in', async ({
  page,
  context,
  lectern,
}) => {
  await register(page, somebody('Fay Forged'));
  const [row] = await lectern.sql`select id from classes order by created_at, id limit 1`;
  for (const value of [String(row?.id), 'You%20owe%20us%20money'])
    await context
      .addCookies([{ name: 'lectern.joined', value, url: lectern.origin }])
      .then(() => page.goto(course))
      .then(() => expect(page.getByText(/^You are in/)).toHaveCount(0));
});

test('each sentence of a lesson shows its own number, which is its link', async ({ page }) => {
  await page.goto(`${course}/overview`);
  const number = page.locator('#s1-6 > a.n');
  expect(await number.evaluate((link) => getComputedStyle(link, '::before').content)).toContain('1.6');
  await expect(number).toHaveAttribute('href', '#s1-6');
  await expect(page.locator('.para > .ref').first()).toHaveText('1.1');
  await expect(page.locator('.para > .ref').first()).toHaveAttribute('href', '#s1-1');
  const unnamed = await page
    .locator('.body .source > span[id]')
    .evaluateAll((all) =>
      all.filter(
        (one) =>
          one.previousElementSibling !== null &&
          one.querySelector(`a.n[href="#${one.id}"]`)?.textContent !== '',
      ),
    );
  expect(unnamed).toEqual([]);
});

test('every kind of question can be answered and shows its evidence', async ({ page, lectern }) => {
  await lectern.publishAllKinds();
  await register(page, somebody('Kim Kinds'));
  await page.goto(`/courses/${lectern.allKindsSlug}`);
  await page.locator('.toc h2 a').first().click();
  await page.getByRole('button', { name: /^Answer/ }).click();
  await page.waitForURL(/\/learn\/quiz\//);
  const kinds = await answerToTheEnd(page);
  expect(new Set(kinds)).toEqual(
    new Set(['single', 'multiple', 'true-false', 'short', 'cloze', 'matching', 'ordering']),
  );
});

test('calling a true statement false is told so in words that fit the statement', async ({
  page,
  lectern,
}) => {
  await lectern.publishAllKinds();
  await register(page, somebody('Tara Truth'));
  await page.goto(`/courses/${lectern.allKindsSlug}`);
  await page.locator('.toc h2 a').first().click();
  await page.getByRole('button', { name: /^Answer/ }).click();
  await page.waitForURL(/\/learn\/quiz\//);
  while ((await kindOf(page)) !== 'true-false') {
    await answer(page);
    await page.locator('.next a.go').click();
    await expect(page.locator('#verdict')).toHaveCount(0);
  }
  await page.getByRole('radio', { name: 'False' }).check({ force: true });
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator('#verdict')).toHaveText('The text does say this.');
});

test('the feedback opens the lesson at the sentence that proves the answer', async ({ page }) => {
  await register(page, somebody('Eva Evidence'));
  await startQuiz(page, `${course}/the-economy`);
  await answer(page);
  const quote = (await page.locator('mark.evidence').first().innerText()).replace('Evidence: ', '').trim();
  await page.getByRole('link', { name: 'Open the lesson here' }).first().click();
  const target = page.locator(':target');
  await expect(target).toBeInViewport();
  const shown = (await target.innerText()).trim();
  expect(quote.includes(shown) || shown.includes(quote)).toBe(true);
});

test('a whole quiz works by keyboard alone', async ({ page }) => {
  await register(page, somebody('Kay Board'));
  await page.goto(`${course}/the-economy`);
  await page.getByRole('button', { name: /^Answer/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/learn\/quiz\//);
  const { total } = await place(page);
  for (let question = 1; question <= total; question += 1) {
    await expect(page.locator('input[name="kind"]')).toHaveCount(1);
    const kind = await page.locator('input[name="kind"]').inputValue();
    if (['single', 'true-false', 'multiple'].includes(kind)) {
      // The shortcut is offered only once the script runs.
      await expect(page.getByRole('button', { name: 'Switch letter keys off' })).toBeVisible();
      await page.keyboard.press('a');
      await page.keyboard.press(kind === 'multiple' ? 'Tab' : 'Enter');
      if (kind === 'multiple') {
        await page.getByRole('button', { name: 'Answer', exact: true }).focus();
        await page.keyboard.press('Enter');
      }
    } else {
      await fillAnswer(page);
      await page.getByRole('button', { name: 'Answer', exact: true }).focus();
      await page.keyboard.press('Enter');
    }
    await expect(page.locator('#verdict')).toBeFocused();
    // Offered only once the script runs.
    await expect(page.getByText(/^Enter (goes|shows)/)).toBeVisible();
    await page.keyboard.press('Enter');
    if (question < total) await expect(page.locator('#verdict')).toHaveCount(0);
  }
  await page.waitForURL(/\/result$/);
});

test('the letter keys can be switched off and stay off', async ({ page }) => {
  await register(page, somebody('Otto Off'));
  await startQuiz(page, `${course}/the-economy`);
  await page.getByRole('button', { name: 'Switch letter keys off' }).click();
  await page.keyboard.press('a');
  await expect(page.locator('input[name="option"]:checked')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Switch letter keys on' })).toBeVisible();
});

test('Enter without a choice asks for one and leaves the focus where it is', async ({ page }) => {
  await register(page, somebody('Emma Enter'));
  await startQuiz(page, `${course}/the-economy`);
  await expect(page.getByRole('button', { name: 'Switch letter keys off' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toHaveText('Choose an answer first.');
  const radio = page.getByRole('radio').first();
  await radio.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toBeInViewport();
  await expect(radio).toBeFocused();
  await page.keyboard.press('b');
  await expect(page.getByRole('status').first()).toHaveText('');
});

test('a whole quiz works before any script has loaded', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await register(page, somebody('Nora Noscript'));
  await startQuiz(page, `${course}/the-military`);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator('#verdict'), 'nothing was chosen, so nothing is stored').toHaveCount(0);
  await answerToTheEnd(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/of/);
  await context.close();
});

test.describe('in a browser that takes no service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('an answer given without a connection is kept here, said to be kept, and sent later', async ({
    page,
    context,
    lectern,
  }) => {
    const olga = somebody('Olga Offline');
    await register(page, olga);
    await startQuiz(page, `${course}/the-economy`);
    await fillAnswer(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(page.getByRole('status').first()).toContainText('kept on this device');
    await expect(page.getByRole('status').first()).toContainText('The next question comes then');
    await expect(page.getByRole('button', { name: 'Answer', exact: true })).toBeDisabled();
    await expect(page.getByRole('radio').first()).toBeDisabled();
    expect(await lectern.countResponses(olga.email)).toBe(0);
    await context.setOffline(false);
    await expect(page.locator('#verdict')).toBeVisible();
    expect(await lectern.countResponses(olga.email)).toBe(1);
  });
});

test('an answer given after the session has ended waits for the sign-in and is then sent', async ({
  page,
  context,
  lectern,
}) => {
  const sid = somebody('Sid Session');
  await register(page, sid);
  await startQuiz(page, `${course}/the-economy`);
  await fillAnswer(page);
  await context.clearCookies();
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('signed out');
  expect(await lectern.countResponses(sid.email)).toBe(0);
  await page.getByRole('link', { name: 'Sign in and send it' }).click();
  await fillSignIn(page, sid);
  await expect(page.locator('#verdict')).toBeVisible();
  expect(await lectern.countResponses(sid.email)).toBe(1);
});

test('what waits on a device is never sent for another person who signs in there', async ({
  page,
  context,
  lectern,
}) => {
  const ada = somebody('Ada First');
  const ben = somebody('Ben Second');
  await register(page, ben);
  await context.clearCookies();
  await register(page, ada);
  await startQuiz(page, `${course}/the-economy`);
  await fillAnswer(page);
  await context.clearCookies();
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('signed out');
  await signIn(page, ben);
  await page.goto('/learn');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await lectern.countResponses(ben.email)).toBe(0);
  await context.clearCookies();
  await signIn(page, ada);
  await expect(page.getByText('was sent and saved')).toBeVisible();
  expect(await lectern.countResponses(ada.email)).toBe(1);
});

test('two tabs give one answer: the second is told that the first one stands', async ({
  page,
  context,
  lectern,
}) => {
  const tess = somebody('Tess Tabs');
  await register(page, tess);
  await startQuiz(page, `${course}/the-economy`);
  const second = await context.newPage();
  await second.goto(page.url());
  await fillAnswer(page);
  await fillAnswer(second);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator('#verdict')).toBeVisible();
  await second.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(second.locator('#verdict')).toBeVisible();
  expect(await lectern.countResponses(tess.email)).toBe(1);
});

test('a draft survives a reload, and a double click stores one answer', async ({ page, lectern }) => {
  const dora = somebody('Dora Draft');
  await register(page, dora);
  await startQuiz(page, `${course}/the-economy`);
  await expect(page.getByRole('button', { name: 'Switch letter keys off' })).toBeVisible();
  const choice = page.locator('input[name="option"]').nth(1);
  await choice.check({ force: true });
  await page.reload();
  await expect(choice).toBeChecked();
  await page.getByRole('button', { name: 'Answer', exact: true }).dblclick();
  await expect(page.locator('#verdict')).toBeVisible();
  expect(await lectern.countResponses(dora.email)).toBe(1);
});

test('a killed server loses nothing that was saved, and the quiz goes on where it stood', async ({
  page,
  lectern,
}) => {
  const kit = somebody('Kit Killed');
  await register(page, kit);
  await startQuiz(page, `${course}/the-economy`);
  await answer(page);
  await page.locator('.next a.go').click();
  await fillAnswer(page);
  await lectern.killServer();
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('kept on this device');
  await lectern.startServer();
  await expect(page.locator('#verdict')).toBeVisible({ timeout: 20_000 });
  expect(await lectern.countResponses(kit.email)).toBe(2);
  await page.locator('.next a.go').click();
  expect((await place(page)).position).toBe(3);
});

test('a quiz can be handed in with questions left out, which earn nothing and stay untold', async ({
  page,
}) => {
  await register(page, somebody('Hana Handin'));
  await startQuiz(page, `${course}/the-economy`);
  await expect(page.getByText('Hand the quiz in now')).toHaveCount(0);
  await answer(page);
  await page.locator('.next a.go').click();
  const { total } = await place(page);
  await page.getByText('Hand the quiz in now').click();
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.waitForURL(/\/result$/);
  await expect(page.getByText(`1 answered, ${total - 1} left out.`)).toBeVisible();
  // The sentence of the one answer, where it was not right; those left out show none.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^1 of \d+$|^[\d.]+ of \d+, and one sentence to read again$/,
  );
  await expect(page.getByText('You left these out')).toBeVisible();
  const attempt = page.url().replace(/\/result$/, '');
  await page.goto(`${attempt}/2`);
  await expect(page.getByText('You left this question out')).toBeVisible();
  await expect(page.locator('mark.evidence')).toHaveCount(0);
});
