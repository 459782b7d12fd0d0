import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
// A page in one file, opened without a server: no Lectern needs to run for it.
import { expect, type Page, test } from '@playwright/test';
import { keySchema } from '#lib/analytics/judging/sheet.ts';
import { verdictsSchema } from '#lib/analytics/judging/verdict.ts';

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'lectern-judging-page-'));
const at = (name: string) => join(scratch, name);

function judge(...args: string[]): void {
  const done = spawnSync(process.execPath, ['--conditions=react-server', 'app/_cli/judge.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(done.status, done.stderr).toBe(0);
}

const options = (...texts: string[]) =>
  texts.map((text, index) => ({ text, correct: index === 0, rationale: `About “${text}”.` }));
const written = {
  format: 'lectern-items/1',
  source: 'a textbook',
  text: 'Rain feeds the river in spring.\n\nIn summer snow from the hills feeds it. </script><b>Not bold</b>',
  items: [
    { kind: 'single', stem: 'What feeds the river in spring?', options: options('Rain', 'Snow', 'A lake') },
    { kind: 'true-false', stem: 'Rain feeds the river in spring.', options: options('True', 'False') },
    {
      kind: 'multiple',
      stem: 'Which feed the river?',
      options: options('Rain', 'A lake', 'Ice', 'Wells').map((each, index) => ({
        ...each,
        correct: index < 2,
      })),
    },
    { kind: 'short', stem: 'What melts in summer?', accept: ['snow'] },
    {
      kind: 'matching',
      stem: 'Match.',
      pairs: ['one', 'two', 'three'].map((left) => ({ left, right: `${left} <i>` })),
    },
    { kind: 'ordering', stem: 'Put in order.', order: ['Winter', 'Spring', 'Summer'] },
  ],
};

function makePage(): string {
  writeFileSync(at('written.json'), JSON.stringify(written));
  judge('sheet', at('written.json'), '--seed', '7', '--out', at('sheet.json'), '--key', at('key.json'));
  judge('page', at('sheet.json'), at('key.json'), '--out', at('judge.html'));
  return pathToFileURL(at('judge.html')).href;
}

async function answerAsKeyed(page: Page, right: string, kind: string): Promise<void> {
  if (kind === 'short') await page.getByLabel('Your answer').fill(right);
  else if (kind === 'matching' || kind === 'ordering') {
    for (const [index, part] of right.split(' ').entries())
      await page.getByRole('combobox').nth(index).selectOption(part.slice(-1));
  } else for (const letter of right.split(' ')) await page.keyboard.press(letter.toLowerCase());
}

test('a judge answers by keyboard before the key is shown, rates, comes back later and saves the verdicts', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  const address = makePage();
  const key = keySchema.parse(JSON.parse(readFileSync(at('key.json'), 'utf8')));
  await page.goto(address);
  // A browser that was started just now may still be opening its storage, and lose what is written meanwhile.
  await expect(async () => {
    await page.evaluate(() => localStorage.setItem('opened', 'yes'));
    await page.reload();
    expect(await page.evaluate(() => localStorage.getItem('opened'))).toBe('yes');
  }).toPass();

  for (const [index, item] of key.items.entries()) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(item.stem);
    await expect(page.getByText('Key:')).toHaveCount(0);
    await page.keyboard.press('Enter');
    if (index === 0)
      await expect(page.getByRole('status')).toHaveText('Answer first: the key is shown after that.');
    await answerAsKeyed(page, item.right, item.kind);
    await page.getByRole('button', { name: 'Answer and see the key' }).click();
    await expect(page.getByText('Key:')).toContainText(`You answered: ${item.right}`);
    if (index === 0) {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      }
      await page.keyboard.press('5');
      await page.keyboard.press('n');
      await page.getByLabel('Note').fill('a trifle');
      await page.reload();
      await expect(page.getByLabel('Note')).toHaveValue('a trifle');
      await expect(page.locator('[name=criterion]:checked')).toHaveCount(5);
      await page.getByRole('heading', { level: 1 }).focus();
    } else await page.keyboard.press('y');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('status')).toHaveText('That was the last question. Save your verdicts.');

  await page.getByRole('button', { name: 'Save verdicts' }).click();
  await expect(page.getByRole('status')).toContainText('Write your name first');
  await page.getByLabel('Your name').fill('Ada');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save verdicts' }).click();
  await (await download).saveAs(at('verdicts.json'));
  const verdicts = verdictsSchema.parse(JSON.parse(readFileSync(at('verdicts.json'), 'utf8')));
  expect(verdicts.map(({ answer }) => answer)).toEqual(key.items.map(({ right }) => right));
  expect(verdicts.map(({ publishable }) => publishable)).toEqual(['no', 'yes', 'yes', 'yes', 'yes', 'yes']);
  expect(verdicts[0]).toMatchObject({ judge: 'Ada', worthAsking: false, fluent: true, note: 'a trifle' });
  judge('report', at('key.json'), at('verdicts.json'), '--out', at('report.md'));
  expect(faults).toEqual([]);
});

test('the page fits a phone, and shows markup of a document as text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(makePage());
  await expect(page.locator('#text')).toContainText('</script><b>Not bold</b>');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
