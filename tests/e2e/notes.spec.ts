import { expect, type Page } from '@playwright/test';
import { inspect } from './inspect.ts';
import { register, somebody } from './people.ts';
import { test } from './test.ts';

const lesson = '/courses/russia-china-2024/the-economy';

/** Selects from one sentence into another, as a drag would. */
async function select(page: Page, from: string, at: number, to: string, until: number): Promise<string> {
  return page.evaluate(
    ([first, start, last, end]) => {
      const point = (id: string, offset: number): [Node, number] => {
        const walker = document.createTreeWalker(
          document.getElementById(id) ?? document.body,
          NodeFilter.SHOW_TEXT,
        );
        let left = offset;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (left <= length) return [node, left];
          left -= length;
        }
        throw new Error(`${id} is shorter than ${offset}`);
      };
      getSelection()?.setBaseAndExtent(...point(first, start), ...point(last, end));
      return getSelection()?.toString() ?? '';
    },
    [from, at, to, until] as const,
  );
}

test('words that are selected are marked with a note, stand in the text and the list, and are changed and deleted', async ({
  page,
}) => {
  test.slow();
  await register(page, somebody('Nora Notes'));
  await page.goto(lesson);
  const clean = await page.locator('.lesson .body').innerText();
  const quote = await select(page, 's2-2', 4, 's2-3', 12);
  const bar = page.getByRole('region', { name: 'Mark what is selected' });
  await bar.getByRole('button', { name: 'Mark with a note' }).click();
  await page.keyboard.type('Compare with lesson 3');
  await inspect(page, 'the bar of a selection');
  await bar.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('mark.own')).not.toHaveCount(0);
  expect((await page.locator('mark.own').allTextContents()).join('')).toBe(
    quote.replace(/\n+|(?<=\.) /g, ''),
  );
  expect(await page.locator('.lesson .body').innerText()).toBe(clean);
  const note = page.locator('.own-notes li');
  await expect(note.locator('.words')).toHaveText('Compare with lesson 3');
  // A second mark in a sentence that is painted already counts the same letters.
  const more = await select(page, 's2-3', 20, 's2-3', 30);
  await bar.getByRole('button', { name: 'Mark', exact: true }).click();
  await expect(note).toHaveCount(2);
  await expect(note.nth(1).locator('blockquote')).toHaveText(more.trim());
  await inspect(page, 'a lesson with notes');
  await page.getByRole('link', { name: 'Your note', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#note-/);
  await note
    .first()
    .getByRole('link', { name: /^Change/ })
    .click();
  await inspect(page, 'a note');
  await page.getByLabel('Your note').fill('Compare with lesson 4');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/the-economy#note-/);
  await expect(note.first().locator('.words')).toHaveText('Compare with lesson 4');
  await page.goto('/learn');
  await page.getByRole('link', { name: 'See all your notes' }).click();
  await inspect(page, 'all notes');
  await note
    .first()
    .getByRole('link', { name: /^Change/ })
    .click();
  await page.getByText('Delete this note').click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The note is deleted.')).toBeVisible();
  await expect(note).toHaveCount(1);
});

test('before any script a sentence is marked by its number, and found again by search', async ({
  page,
  browser,
  lectern,
}) => {
  await register(page, somebody('Petra Plain'));
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${lectern.origin}${lesson}`);
  const sentence = (await plain.locator('#s2-4').innerText()).trim();
  await plain.getByText('Mark a sentence by its number').click();
  await plain.getByLabel('Sentence', { exact: true }).selectOption('2.4');
  await plain.getByLabel('Your note (optional)').fill('Zebra crossing');
  await plain.getByRole('button', { name: 'Mark', exact: true }).click();
  await expect(plain).toHaveURL(/#note-/);
  await expect(plain.locator('.own-notes blockquote')).toHaveText(sentence);
  await expect(plain.locator('#s2-4 mark.own').first()).toBeVisible();
  await plain.getByRole('link', { name: 'Search', exact: true }).click();
  await plain.getByLabel('Words to look for').fill('zebras');
  await plain.keyboard.press('Enter');
  await expect(plain.locator('mark.hit')).toHaveText('Zebra');
  await plain.getByRole('link', { name: 'Open the note at 2.4' }).click();
  await expect(plain.locator('.own-notes li:target .words')).toHaveText('Zebra crossing');
  await plain
    .locator('.own-notes')
    .getByRole('link', { name: /^Change/ })
    .click();
  await plain.getByText('Delete this note').click();
  await plain.getByRole('button', { name: 'Delete for good' }).click();
  await expect(plain.locator('.own-notes li')).toHaveCount(0);
  await context.close();
});

test('search leads by keyboard from the courses to the sentence, and says clearly when there is nothing', async ({
  page,
}) => {
  await page.goto('/courses');
  await page.getByLabel('Words to look for').focus();
  await page.keyboard.type('trade in yuan');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=trade\+in\+yuan$/);
  await expect(page.locator('mark.hit').first()).toBeVisible();
  await inspect(page, 'what was found');
  const link = page.locator('.found li li a.ref').first();
  const address = await link.innerText();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(`#s${address.replace('.', '-')}:target`)).toBeVisible();
  for (const [query, said] of [
    ['', 'Look through all lessons'],
    ['xyzzy', 'Nothing was found for “xyzzy”.'],
    ['the', 'no word in this to look for'],
    ['x'.repeat(5000), 'too long to look for'],
    ["%_' & | ! <b> \u0000", 'Nothing was found'],
  ] as const) {
    await page.goto(`/search?q=${encodeURIComponent(query)}`);
    await expect(page.getByRole('status')).toContainText(said);
  }
  await inspect(page, 'nothing found');
});
