import { expect, type Page } from '@playwright/test';

/** From a lesson's page to the first question of its quiz. */
export async function startQuiz(page: Page, lesson: string): Promise<void> {
  await page.goto(lesson);
  await page.getByRole('button', { name: /^Answer/ }).click();
  await page.waitForURL(/\/learn\/quiz\//);
}

/** What an open question asks for, read off the page as a person would see it. */
export async function kindOf(page: Page): Promise<string> {
  return page.locator('input[name="kind"]').inputValue();
}

/** Fills in some answer to the question that is open, whatever its kind; right or wrong does not matter. */
export async function fillAnswer(page: Page): Promise<string> {
  const kind = await kindOf(page);
  switch (kind) {
    case 'single':
    case 'true-false':
      await page.getByRole('radio').first().check({ force: true });
      break;
    case 'multiple':
      await page.getByRole('checkbox').first().check({ force: true });
      break;
    case 'short':
    case 'cloze':
      await page.getByRole('textbox').fill('something');
      break;
    default: {
      const fields = page.getByRole('combobox');
      const count = await fields.count();
      for (let index = 0; index < count; index += 1)
        await fields.nth(index).selectOption({ index: kind === 'ordering' ? index + 1 : 1 });
    }
  }
  return kind;
}

export async function answer(page: Page): Promise<string> {
  const kind = await fillAnswer(page);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator('#verdict')).toBeVisible();
  return kind;
}

/** Which question of how many, by the bar above it. */
export async function place(page: Page): Promise<{ position: number; total: number }> {
  const text = await page.locator('.sitbar .meta').innerText();
  const found = /question (\d+) of (\d+)/.exec(text);
  return { position: Number(found?.[1]), total: Number(found?.[2]) };
}

/** From the first question that is open to the result; returns the kinds that were asked. */
export async function answerToTheEnd(page: Page): Promise<string[]> {
  const kinds: string[] = [];
  for (let guard = 0; guard < 40; guard += 1) {
    kinds.push(await answer(page));
    const onward = page.locator('.next a.go');
    const isLast = (await onward.innerText()).includes('result');
    await onward.click();
    if (isLast) {
      await page.waitForURL(/\/result$/);
      return kinds;
    }
    await expect(page.locator('#verdict')).toHaveCount(0);
  }
  throw new Error('the quiz did not end');
}
