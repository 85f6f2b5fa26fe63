import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

test('W2 an empty workspace loads the sample, shows it as one, and is empty again without it', async () => {
  const given = await givenWorkspace();
  const { page } = await browser.signIn(given.person.email, { path: '/clients' });
  await page.getByRole('button', { name: 'Or load a sample to look around' }).click();
  const link = page.getByRole('link', { name: 'Harbor & Pine (sample)' });
  await link.waitFor();
  await page.getByText('Sample', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /^Pending 0/ }).count()).toBe(1);
  await link.click();
  await page.getByRole('link', { name: 'Contacts' }).click();
  await page.getByRole('link', { name: 'Rosa Almeida' }).or(page.getByText('Rosa Almeida')).first().waitFor();

  await page.goto(new URL('/settings/general', page.url()).href);
  await page.getByRole('button', { name: 'Remove the sample' }).click();
  await page.getByRole('button', { name: 'Load the sample' }).waitFor();
  await page.goto(new URL('/clients', page.url()).href);
  await page.getByRole('heading', { name: 'Add your first client' }).waitFor();
});
