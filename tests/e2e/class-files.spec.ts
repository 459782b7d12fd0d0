import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { inspect } from './inspect.ts';
import { signIn } from './people.ts';
import { test } from './test.ts';

async function download(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  const [downloaded] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return { file: downloaded.suggestedFilename(), bytes: await readFile(await downloaded.path()) };
}

test('a teacher takes the grades and the questions of a class along', async ({ page, lectern }) => {
  await signIn(page, lectern.demo.instructor);
  await page.goto('/teach');
  await page
    .getByRole('link', { name: /IR 210/ })
    .first()
    .click();
  const grades = await download(page, 'Grades: CSV');
  expect(grades.file).toMatch(/^russia-china-2024-grades-\d{4}-\d\d-\d\d\.csv$/);
  expect(grades.bytes.toString()).toMatch(/^\uFEFFlearner,email,.*\r\n/);
  expect(grades.bytes.toString()).toContain('\r\nBeatriz Lima,');
  const canvas = await download(page, 'Grades: CSV for Canvas');
  expect(canvas.bytes.toString()).toMatch(
    /^Student,ID,SIS User ID,SIS Login ID,Section,.*\r\n {4}Points Possible,,,,,10/,
  );
  const gift = await download(page, 'Questions of the course: GIFT');
  expect(gift.file).toBe('russia-china-2024-gift.txt');
  expect(gift.bytes.toString()).toContain('$CATEGORY: 1. ');
  const packed = await download(page, 'Questions of the course: QTI 2.1');
  expect(Object.keys(unzipSync(packed.bytes))).toContain('imsmanifest.xml');
  await inspect(page, 'a class with its files');
});
