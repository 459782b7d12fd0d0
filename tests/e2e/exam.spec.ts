import { expect, type Page } from '@playwright/test';
import type { ItemPrompt } from '#lib/course/present-item.ts';
import type { ItemKey } from '#lib/grading/item-key.ts';
import { rightAnswer } from '../access/world.ts';
import { buildCourse } from '../fixtures/course.ts';
import { type Ground, test } from './ground.ts';
import { inspect } from './inspect.ts';
import { register, somebody } from './people.ts';
import { fillAnswer, place } from './quiz.ts';

const slug = 'exam-course';
const title = 'A course with an exam';

test.beforeAll(async ({ ground }) => {
  await ground.publish(slug, buildCourse({ title }), 'public');
});

/** The question that is open, with its key, by the database. */
async function asked(page: Page, ground: Ground): Promise<{ prompt: ItemPrompt; key: ItemKey }> {
  const [, attempt = '', position = ''] = /quiz\/([^/]+)\/(\d+)/.exec(page.url()) ?? [];
  const [row] = await ground.sql`
    select i.prompt, i.key from attempt_items a join items i on i.school_id = a.school_id and i.id = a.item_id
    where a.attempt_id = ${attempt} and a.position = ${Number(position)}`;
  return { prompt: row?.prompt, key: row?.key };
}

/** Answers rightly with keys alone: letters, Tab, typing. */
async function answerByKeyboard(page: Page, ground: Ground): Promise<void> {
  const { prompt, key } = await asked(page, ground);
  const answer = rightAnswer(prompt, key);
  const press = (name: string) => page.keyboard.press(name);
  if ('option' in answer || 'options' in answer) {
    const wanted = 'option' in answer ? [answer.option] : answer.options;
    const shown = await page
      .locator('input[name="option"]')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    for (const id of wanted) await press(String.fromCharCode(97 + shown.indexOf(id)));
  } else if ('text' in answer) {
    await page.getByRole('textbox').focus();
    await page.keyboard.type(answer.text);
  } else {
    const fields = page.getByRole('combobox');
    const entries = await page
      .locator('input[name^="entry-"]')
      .evaluateAll((found) => found.map((field) => (field as HTMLInputElement).value));
    for (let at = 0; at < (await fields.count()); at += 1) {
      await fields.nth(at).focus();
      await page.keyboard.type(
        'rights' in answer ? (answer.rights[at] ?? '') : String(answer.order.indexOf(entries[at] ?? '') + 1),
      );
    }
  }
  await press('Enter');
  if (page.url().includes('/quiz/') && ('rights' in answer || 'order' in answer)) {
    await page.getByRole('button', { name: 'Save and go on' }).focus();
    await press('Enter');
  }
}

test('an exam is sat by keyboard from the outline to a certificate that anybody can check and print', async ({
  page,
  browser,
  ground,
}) => {
  test.slow();
  const person = somebody('Edda Exam');
  await register(page, person);
  await page.goto(`/courses/${slug}`);
  await expect(page.getByText('The exam is passed with 70% of the marks or more')).toBeVisible();
  await page.getByRole('button', { name: 'Take the exam' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/learn\/quiz\//);
  await expect(page.locator('.sitbar')).toContainText(`Exam: ${title}`);
  const { total } = await place(page);
  for (let position = 1; position <= total; position += 1) {
    expect((await place(page)).position).toBe(position);
    if (position === 2) {
      await expect(page.locator('#saved-state')).toContainText('One answer is saved');
      await inspect(page, 'question');
      await page.goBack();
      await page.reload();
      await expect(page.getByText('This answer is saved and stands.')).toBeVisible();
      await expect(page.locator('#verdict, .opt.done, mark.evidence')).toHaveCount(0);
      await inspect(page, 'saved answer');
      await page.getByRole('link', { name: 'Next question' }).focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveTitle(/^Question 2 /);
    }
    await answerByKeyboard(page, ground);
    if (position < total) await expect(page).toHaveTitle(new RegExp(`^Question ${position + 1} of ${total}`));
  }
  await page.waitForURL(/\/result$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${total} of ${total}: passed`);
  await expect(page.getByText(`in the name ${person.name}`)).toBeVisible();
  await inspect(page, 'result');
  await page.getByRole('button', { name: 'Make my certificate' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/certificates\//);
  const address = new URL(page.url()).pathname;
  await page.goto('/learn');
  await expect(
    page.getByRole('link', { name: title }).and(page.locator(`[href="${address}"]`)),
  ).toBeVisible();

  const elsewhere = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true });
  const stranger = await elsewhere.newPage();
  await stranger.goto(ground.origin + address);
  const sheet = stranger.locator('.cert');
  for (const shown of [
    person.name,
    title,
    `100% of the marks in ${total} questions`,
    address.split('/').at(-1) ?? '',
  ])
    await expect(sheet).toContainText(shown);
  expect(await stranger.content()).not.toContain(person.email);
  await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await inspect(stranger, 'certificate');
  const pdf = (await stranger.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g), 'it prints on one sheet').toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))], 'A4, across').toEqual([842, 595]);
  const unknown = await stranger.goto(`${ground.origin}/certificates/AAAA-BBBB-CCCC-DDDD`);
  expect(unknown?.status()).toBe(404);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('No such certificate');
  await elsewhere.close();
});

test('before any script an exam goes on at each answer, and is handed in with the rest left out', async ({
  browser,
  page,
  ground,
}) => {
  await register(page, somebody('Nora Noscript'));
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${ground.origin}/courses/${slug}`);
  await plain.getByRole('button', { name: 'Take the exam' }).click();
  await fillAnswer(plain);
  await plain.getByRole('button', { name: 'Save and go on' }).click();
  await expect(plain).toHaveTitle(/^Question 2 /);
  await plain.goto(`${ground.origin}/learn`);
  await plain.getByRole('link', { name: 'Continue at question 2' }).click();
  await plain.getByText('Hand the exam in now').click();
  await plain.getByRole('button', { name: 'Hand it in' }).click();
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText(/^[\d.]+ of \d+$/);
  await expect(plain.getByRole('heading', { name: 'Certificate' })).toHaveCount(0);
  await context.close();
});
