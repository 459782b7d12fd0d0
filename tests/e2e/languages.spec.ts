import { expect, type Page } from '@playwright/test';
import { fitsSmallPhone } from './inspect.ts';
import { register, somebody } from './people.ts';
import { fillAnswer, startQuiz } from './quiz.ts';
import { test } from './test.ts';

const lesson = '/courses/russia-china-2024/the-economy';
const each = [
  { language: 'zh', tag: 'zh-CN', name: '中文', courses: '课程', answer: '作答' },
  { language: 'ru', tag: 'ru-RU', name: 'Русский', courses: 'Курсы', answer: 'Ответить' },
] as const;

/** No sideways scrolling on a small phone, and no message shown by its key. */
async function holds(page: Page, what: string): Promise<void> {
  await fitsSmallPhone(page, what);
  await page.setViewportSize({ width: 1280, height: 900 });
  const text = await page.locator('body').innerText();
  expect(text, what).not.toMatch(/\b(?:frame|quiz|lesson|today|course|review|account)\.[a-z]/i);
}

for (const { language, tag, name, courses, answer } of each)
  test(`${name} is chosen in the footer, kept, and spoken on every page of a learner`, async ({ page }) => {
    test.slow();
    const person = somebody('Lena Language');
    await register(page, person);
    await startQuiz(page, lesson);
    const question = page.url();
    await page.goto('/courses');
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await expect(page).toHaveURL(/\/courses$/);
    await expect(page.getByRole('heading', { level: 1, name: courses })).toBeVisible();
    await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-current', 'true');
    for (const path of [
      '/',
      '/courses/russia-china-2024',
      lesson,
      '/learn',
      '/learn/review',
      '/learn/mistakes',
      '/learn/progress',
      '/learn/progress/russia-china-2024',
      '/learn/settings',
      '/account',
      question,
    ]) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', tag);
      await holds(page, `${path} in ${language}`);
    }
    // The question stays in the language of its course, and says so to a screen reader.
    await expect(page.locator('.stem')).toHaveAttribute('lang', 'en');
    await fillAnswer(page);
    await page.getByRole('button', { name: answer, exact: true }).click();
    await expect(page.locator('#verdict')).toBeVisible();
    await holds(page, `an answered question in ${language}`);
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
  });

test('without a choice the browser’s language is spoken, where there is one', async ({
  browser,
  lectern,
}) => {
  for (const [asked, spoken] of [
    ['ru-RU', 'ru-RU'],
    ['zh-TW', 'zh-CN'],
    ['fr-FR', 'en-GB'],
  ] as const) {
    const context = await browser.newContext({ locale: asked });
    const page = await context.newPage();
    await page.goto(`${lectern.origin}/courses`);
    await expect(page.locator('html')).toHaveAttribute('lang', spoken);
    await context.close();
  }
});
