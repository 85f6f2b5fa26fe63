import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { apiAs, unique } from '#tests/support/given.ts';
import { mailTo } from '#tests/support/portal.ts';
import { expectNoFindings } from './given-pages.ts';
import { untranslated } from './untranslated.ts';

const browser = useBrowser();

/** Somebody who has just opened a workspace, with the temporary password from the mail. */
async function givenInvited() {
  const email = `${unique('fay')}@example.test`;
  const workspace = { name: 'Fresh Studio', slug: unique('fresh') };
  await apiAs(null).staffSignUp.create({ body: { email, name: 'Fay Founder', workspace } });
  return { email, temporary: (await mailTo(email)).split('temporary password is ')[1]?.trim() ?? '' };
}

const signIn = async (page: Page, email: string, password: string) => {
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

test('a temporary password leads to choosing one’s own, and then to where one wanted to be', async () => {
  const { email, temporary } = await givenInvited();
  const { page, complaints } = await browser.visit({ path: '/sign-in?next=%2Fme' });
  await signIn(page, email, temporary);
  await page.getByRole('heading', { level: 1, name: 'Choose your password' }).waitFor();
  expect(await page.title()).toBe('Choose your password · Foyer');
  const field = page.getByLabel('New password', { exact: true });
  await field.and(page.locator(':focus')).waitFor();
  expect(await field.getAttribute('autocomplete')).toBe('new-password');
  await field.fill('too-weak');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByText('Does not have all of this yet:').waitFor();
  await expectNoFindings(page);
  await field.fill('Another-horse-8!');
  expect(await page.locator('li[data-met]').count()).toBe(4);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor();
  expect(complaints).toEqual([]);
});

test('PAGE-3 PAGE-9 choosing a password at 320 px, and in the pseudo language', async () => {
  const { email, temporary } = await givenInvited();
  const { page } = await browser.visit({ path: '/sign-in', width: 320, height: 640 });
  await page.evaluate(() => localStorage.setItem('preferences', '{"language":"en-XA"}'));
  await page.reload();
  await page.locator('input[type="email"]').fill(email);
  await page.locator('input[name="password"]').fill(temporary);
  await page.locator('button[type="submit"]').click();
  await page.locator('input[name="new-password"]').waitFor();
  expect(await untranslated(page)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('a challenge that is too old says so, and Back begins anew', async () => {
  const { email, temporary } = await givenInvited();
  const { page, context } = await browser.visit({ path: '/sign-in' });
  await signIn(page, email, temporary);
  await page.getByRole('heading', { level: 1, name: 'Choose your password' }).waitFor();
  await context.clearCookies();
  await page.getByLabel('New password', { exact: true }).fill('Another-horse-8!');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByRole('alert').getByText('This took too long.').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  expect(await page.getByLabel('Work e-mail').inputValue()).toBe(email);
});
