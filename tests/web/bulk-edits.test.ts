import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

/** A workspace with these clients, and its owner looking at the list. */
async function givenList(names: readonly string[]) {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  for (const name of names) await workspace.api.clients.create({ params, body: { name } });
  const visit = await browser.signIn(workspace.person.email);
  await row(visit.page, names[0] ?? '').waitFor();
  return { ...workspace, ...visit };
}

const row = (page: Page, name: string) => page.locator('tbody tr[data-row]').filter({ hasText: name });
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` }).check();
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Selected rows' });
const drawer = (page: Page) => page.getByRole('dialog');

test('ticked clients are counted aloud, Escape lets them go, and the keys tick too', async () => {
  const { page } = await givenList(['Acme', 'Blue']);
  await tick(page, 'Acme');
  await toolbar(page).getByRole('status').filter({ hasText: '1 selected' }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all rows on this page' }).check();
  await toolbar(page).getByRole('status').filter({ hasText: 'All 2 on this page selected' }).waitFor();
  await expectNoFindings(page);
  await page.keyboard.press('Escape');
  await toolbar(page).waitFor({ state: 'hidden' });
  await row(page, 'Blue').getByRole('link').focus();
  await page.keyboard.press('x');
  await toolbar(page).getByRole('button', { name: 'Status' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator(':focus').textContent()).toBe('Owner');
});

test('C10 a status is previewed, changed and taken back, and a reload loses nothing', async () => {
  const { page } = await givenList(['Acme', 'Blue']);
  await tick(page, 'Acme');
  await tick(page, 'Blue');
  await toolbar(page).getByRole('button', { name: 'Status' }).click();
  await drawer(page).getByRole('radio', { name: 'Inactive' }).check();
  await drawer(page).getByRole('button', { name: 'Preview' }).click();
  await drawer(page).getByText('Reason: Say why, in a few words').waitFor();
  await drawer(page).getByRole('textbox', { name: 'Reason' }).fill('The season is over');
  await drawer(page).getByRole('button', { name: 'Preview' }).click();
  await drawer(page).getByText('2 clients will change').waitFor();
  await expectNoFindings(page);
  await page.reload();
  await drawer(page).getByRole('button', { name: 'Change 2 clients' }).click();
  await drawer(page).getByText('2 clients changed').waitFor();
  await row(page, 'Acme').getByText('Inactive').waitFor();
  await drawer(page).getByRole('button', { name: 'Undo' }).click();
  await drawer(page).getByText('2 clients taken back').waitFor();
  await drawer(page)
    .getByRole('contentinfo')
    .or(drawer(page))
    .getByRole('button', { name: 'Close' })
    .last()
    .click();
  await row(page, 'Acme').getByText('Pending').waitFor();
});

test('all that match are taken, whatever page they are on, and the end is told behind a closed drawer', async () => {
  const names = Array.from({ length: 52 }, (_, n) => `Client ${n + 10}`);
  const { page, api, workspaceId } = await givenList(names);
  await page.getByRole('checkbox', { name: 'Select all rows on this page' }).check();
  await toolbar(page).getByRole('button', { name: 'Select all 52' }).click();
  await toolbar(page).getByRole('status').filter({ hasText: 'All 52 selected' }).waitFor();
  await toolbar(page).getByRole('button', { name: 'Tags' }).click();
  await drawer(page).getByLabel('Add', { exact: true }).fill('Key');
  await page.keyboard.press('Enter');
  await drawer(page).getByRole('button', { name: 'Preview' }).click();
  await drawer(page).getByRole('button', { name: 'Change 52 clients' }).click();
  await page.keyboard.press('Escape');
  await drawer(page).waitFor({ state: 'hidden' });
  const toast = page.getByRole('status').filter({ hasText: '52 clients changed' });
  await toast.waitFor();
  await row(page, 'Client 10').getByText('Key').waitFor();
  await toast.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('status').filter({ hasText: '52 clients taken back' }).waitFor();
  const { data } = await api.clients.list({ params: { workspaceId }, query: { q: 'Client 61' } });
  expect(data?.data[0]?.tags).toEqual([]);
});

test('whoever may not change many at once has neither checkboxes nor the page', async () => {
  const workspace = await givenWorkspace();
  await workspace.api.clients.create({ params: workspace, body: { name: 'Acme' } });
  const manager = await workspace.join('manager');
  const { page } = await browser.signIn(manager.person.email);
  await row(page, 'Acme').waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Recent bulk changes' }).count()).toBe(0);
  await page.goto('/clients/bulk-edits');
  await page.getByText('clients.bulk_update').first().waitFor();
});
