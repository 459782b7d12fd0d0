import { expect, type Page } from '@playwright/test';

/** Somebody at the keyboard of these tests. */
export type Person = { name: string; email: string; password: string };

let count = 0;

/** A person nobody has met: every test makes its own people, so that tests do not lean on each other. */
export function somebody(name: string): Person {
  count += 1;
  const unique = `${Date.now().toString(36)}${count}${process.pid.toString(36)}`;
  return {
    name,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${unique}@school.example`,
    password: `correct ${unique} lamp`,
  };
}

export async function register(page: Page, person: Person): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Name').fill(person.name);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.locator('.who')).toContainText(person.name);
}

/** Fills in the sign-in form of the page that is open. */
export async function fillSignIn(page: Page, person: Pick<Person, 'email' | 'password'>): Promise<void> {
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function signIn(page: Page, person: Pick<Person, 'email' | 'password'>): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, person);
  await expect(page.locator('.who a[href="/account"]')).toBeVisible();
}
