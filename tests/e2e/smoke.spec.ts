import { expect } from '@playwright/test';
import { test } from './test.ts';

test('the front page opens, and the server says that it lives and is ready', async ({ page, request }) => {
  const front = await page.goto('/');
  expect(front?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await request.get('/healthz')).status()).toBe(200);
  expect((await request.get('/readyz')).status()).toBe(200);
});

test('without its database the server says so, and is ready again without a restart', async ({
  request,
  lectern,
}) => {
  await lectern.stopDatabase();
  try {
    expect((await request.get('/healthz')).status()).toBe(200);
    await expect.poll(async () => (await request.get('/readyz')).status()).toBe(503);
  } finally {
    await lectern.startDatabase();
  }
  await expect.poll(async () => (await request.get('/readyz')).status(), { timeout: 10_000 }).toBe(200);
});
