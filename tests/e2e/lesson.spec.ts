import { expect } from '@playwright/test';
import { ask } from '../access/ask.ts';
import { buildCourse } from '../fixtures/course.ts';
import { test } from './ground.ts';
import { inspect } from './inspect.ts';
import { findLeaks, plantCanaries } from './leaks.ts';

const course = '/courses/russia-china-2024';
const lesson = `${course}/the-economy`;

test('a reader without an account tries a question between paragraphs, by keyboard, and sees why', async ({
  page,
}) => {
  await page.goto(lesson);
  const question = page.locator('details.selfcheck').nth(1);
  await question.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await question.getByRole('button', { name: 'Check' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/check=2.*#check-2$/);
  const told = page.locator('section#check-2');
  await expect(told).toBeInViewport();
  await expect(told.locator('.verdict')).not.toBeEmpty();
  await expect(told.locator('.is-key')).toHaveCount(1);
  await expect(page.locator('details.selfcheck')).toHaveCount(3);
  await page.locator('details.selfcheck summary').first().click();
  await inspect(page, 'questions between paragraphs, one answered and one open');
  await told.locator('.proved a').click();
  await expect(page.locator('.source span:target')).toBeInViewport();
  await told.getByRole('link', { name: 'Try it again' }).click();
  await expect(page.locator('form#check-2')).toBeVisible();
  await expect(page.locator('.verdict')).toHaveCount(0);
});

test('without scripts a question is tried, and a page holds no key but of what was tried', async ({
  browser,
  ground,
}) => {
  const { course: planted, canaries } = plantCanaries(buildCourse());
  await ground.publish('read-and-try', planted, 'public');
  const path = '/courses/read-and-try/trade-and-money';
  const none = { allowed: new Set<string>(), structure: true };
  for (const headers of [{}, { rsc: '1' }]) {
    const { body } = await ask(ground.origin, { path, headers });
    if (!('rsc' in headers)) expect(body).toContain('id="check-1"');
    expect(findLeaks(body, canaries, none)).toEqual([]);
  }
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(ground.origin + path);
  const question = page.locator('details.selfcheck').first();
  const stem = await question.locator('.asked').innerText();
  await question.locator('summary').click();
  await question.getByRole('radio').first().check({ force: true });
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('section#check-1 .verdict')).toBeVisible();
  const tried = new Set(planted.items.filter((item) => item.stem === stem).map(({ id }) => id));
  expect(tried.size).toBe(1);
  const told = await page.content();
  expect(told).toContain('canary');
  expect(findLeaks(told, canaries, { allowed: tried, structure: false })).toEqual([]);
  await page.goto(`${ground.origin}${path}?check=2#check-2`);
  await expect(page.getByText('Choose or write an answer first.')).toBeVisible();
  await context.close();
});

test('a term opens under the pointer, on focus and by a click; the glossary leads back to its sentence', async ({
  page,
}) => {
  await page.goto(lesson);
  const term = page.locator('.term').first();
  const open = page.locator('.def:popover-open');
  await term.hover();
  await expect(open).toContainText('Sanctions are measures');
  await term.click();
  await expect(open).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
  await page.mouse.move(0, 0);
  await term.blur();
  await term.focus();
  await expect(open).toHaveCount(1);
  await page.locator('#terms').getByRole('link', { name: 'Glossary of the course' }).click();
  await expect(page.getByRole('heading', { name: 'Glossary' })).toBeVisible();
  const terms = await page.locator('.glossary dt').allInnerTexts();
  expect(terms.length).toBeGreaterThan(20);
  await inspect(page, 'the glossary');
  await page.locator('.glossary a.ref').first().click();
  await expect(page.locator('.source span:target')).toContainText('An alliance is a formal agreement');
  await page.goto(course);
  await expect(page.getByRole('link', { name: 'Glossary' })).toBeVisible();
});

test('the browser’s own voice reads sentence by sentence, and stops when it is told to', async ({ page }) => {
  // A voice that says nothing until the test lets it end: headless browsers have none.
  await page.addInitScript(() => {
    const said: SpeechSynthesisUtterance[] = [];
    const voice = { lang: 'en-GB', name: 'Test', default: true, localService: true, voiceURI: 'test' };
    Object.assign(window, { said });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => [voice],
        speak: (one: SpeechSynthesisUtterance) => said.push(one),
        cancel() {},
      },
    });
  });
  const last = () =>
    page.evaluate(() => {
      const one = (window as unknown as { said: SpeechSynthesisUtterance[] }).said.at(-1);
      return `${one?.lang} ${one?.rate} ${one?.text}`;
    });
  const end = () =>
    page.evaluate(() => {
      const one = (window as unknown as { said: SpeechSynthesisUtterance[] }).said.at(-1);
      one?.onend?.(new Event('end') as SpeechSynthesisEvent);
    });
  await page.goto(lesson);
  await page.getByRole('button', { name: 'Listen' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused();
  expect(await last()).toBe('en 1 The economy');
  await end();
  expect(await last()).toMatch(/^en 1 Economic ties are fundamental/);
  await expect(page.locator('.is-heard')).toHaveAttribute('id', 's2-1');
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await end();
  await expect(page.locator('.is-heard'), 'paused, it stays').toHaveAttribute('id', 's2-1');
  await page.getByRole('button', { name: 'Go on' }).press('Enter');
  await page.getByLabel('Speed').selectOption('1.5');
  expect(await last()).toMatch(/^en 1.5 Economic ties/);
  await inspect(page, 'a lesson that is read aloud');
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(page.locator('.is-heard')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Listen' })).toBeFocused();
});
