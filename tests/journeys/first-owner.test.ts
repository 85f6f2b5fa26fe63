import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { unique } from '#tests/support/given.ts';
import { mailTo } from '#tests/support/portal.ts';

const browser = useBrowser();

test('somebody opens a workspace, reads the mail, chooses a password and stands in a place of their own', async () => {
  const email = `${unique('fay')}@example.test`;
  const firm = unique('Fay Studio');
  const { page, complaints } = await browser.visit({ path: '/' });

  await page.getByRole('link', { name: 'Open a workspace' }).click();
  await page.getByLabel('Your name').fill('Fay Founder');
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Name of the workspace').fill(firm);
  expect(await page.getByLabel('Address').inputValue()).toBe(firm.toLowerCase().replace(' ', '-'));
  await page.getByRole('button', { name: 'Open the workspace' }).click();
  await page.getByRole('heading', { level: 1, name: 'Check your mail' }).waitFor();
  await page.getByText(email).waitFor();

  const temporary = (await mailTo(email)).split('temporary password is ')[1]?.trim() ?? '';
  await page.getByRole('link', { name: 'Go to sign in' }).click();
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(temporary);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();

  await page.getByRole('heading', { level: 1, name: 'Choose your password' }).waitFor();
  await page.getByLabel('New password', { exact: true }).fill('Another-horse-8!');
  await page.getByRole('button', { name: 'Save and sign in' }).click();

  await page.getByRole('heading', { name: 'Add your first client' }).waitFor();
  expect(await page.title()).toBe(`Clients · ${firm}`);
  await page.getByRole('button', { name: 'Fay Founder, account menu' }).waitFor();
  expect(complaints).toEqual([]);
});
