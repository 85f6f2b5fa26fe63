import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

/** An active client and a pending one, and the owner looking at both. */
async function givenList() {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  const { data } = await workspace.api.clients.create({ params, body: { name: 'Acme' } });
  if (!data) throw new Error('no client');
  const acme = { params: { ...params, clientId: data.id } };
  await workspace.api.clients.setStatus({ ...acme, ifMatch: 1, body: { status: 'active' } });
  await workspace.api.clients.create({ params, body: { name: 'Blue' } });
  const visit = await browser.signIn(workspace.person.email);
  await row(visit.page, 'Blue').waitFor();
  return { ...workspace, ...visit };
}

const row = (page: Page, name: string) => page.locator('tbody tr[data-row]').filter({ hasText: name });
const tab = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
const stat = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).first();

async function saveAs(page: Page, name: string, more: readonly string[] = []) {
  await page.getByRole('button', { name: 'Save as a new view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as a new view' });
  await dialog.getByLabel('Name').fill(name);
  for (const label of more) await dialog.getByRole('checkbox', { name: label }).check();
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('F2 a view keeps filters and columns; what is changed is marked, saved, or taken back', async () => {
  const { page } = await givenList();
  await stat(page, 'Pending').click();
  await row(page, 'Acme').waitFor({ state: 'hidden' });
  await saveAs(page, 'Onboarding');
  await page.waitForURL(/view=viw_\w+&status=pending/);
  expect(await tab(page, 'Onboarding').getAttribute('aria-current')).toBe('page');
  await expectNoFindings(page);

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Tags' }).uncheck();
  await page.keyboard.press('Escape');
  await tab(page, 'Onboarding unsaved changes').waitFor();
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('button', { name: 'Save view' }).waitFor({ state: 'hidden' });

  await stat(page, 'Active').click();
  await row(page, 'Acme').waitFor();
  await tab(page, 'Onboarding unsaved changes').waitFor();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await row(page, 'Blue').waitFor();
  expect(await page.getByRole('columnheader', { name: 'Tags' }).count()).toBe(0);

  await tab(page, 'All clients').click();
  await row(page, 'Acme').waitFor();
  await page.getByRole('columnheader', { name: 'Tags' }).waitFor();
  await page.goBack();
  await row(page, 'Acme').waitFor({ state: 'hidden' });
});

test('F2 the bare address begins with the view of one’s choice, and explicit filters win over it', async () => {
  const { page } = await givenList();
  await stat(page, 'Pending').click();
  await saveAs(page, 'Onboarding', ['Begin with this view']);
  await page.goto('/clients');
  await row(page, 'Blue').waitFor();
  await page.waitForURL(/status=pending/);
  // What the bare address would list is never shown on the way.
  expect(await row(page, 'Acme').count()).toBe(0);
  const view = new URL(page.url()).searchParams.get('view');
  await page.goto(`/clients?view=${view}&status=active`);
  await row(page, 'Acme').waitFor();
  await tab(page, 'Onboarding unsaved changes').waitFor();
  await tab(page, 'All clients').click();
  await row(page, 'Blue').waitFor();
  await row(page, 'Acme').waitFor();
});

test('F2 a shared view is everybody’s to open, and nobody’s to change without lists.manage', async () => {
  const { page, join } = await givenList();
  await stat(page, 'Active').click();
  await saveAs(page, 'Running', ['Share with everybody']);
  const manager = await join('manager');
  const { page: theirs } = await browser.signIn(manager.person.email);
  await tab(theirs, 'Running').click();
  await row(theirs, 'Acme').waitFor();
  await row(theirs, 'Blue').waitFor({ state: 'hidden' });
  await stat(theirs, 'Pending').click();
  await tab(theirs, 'Running unsaved changes').waitFor();
  expect(await theirs.getByRole('button', { name: 'Save view' }).count()).toBe(0);
  await theirs.getByRole('button', { name: 'Actions for the view Running' }).click();
  await theirs.getByText('made by Mara Lindqvist').waitFor();
  expect(await theirs.getByRole('menuitem').allTextContents()).toEqual(['Begin with this view']);
});

test('F2 a view with a filter that there is no more still opens, and says so', async () => {
  const { page, api, workspaceId } = await givenList();
  const layout = { hidden: [], order: ['gone'], widths: { gone: 200 } };
  const filters = { sort: '-createdAt' as const, q: 'Acme' };
  // By name only goes together with a beginning of the name: the order is passed over.
  await api.views.create({ params: { workspaceId }, body: { name: 'Old', filters, layout } });
  await page.reload();
  await tab(page, 'Old').click();
  await page.getByText('saved with a filter that there is no more: sort').waitFor();
  await row(page, 'Acme').waitFor();
  await row(page, 'Blue').waitFor({ state: 'hidden' });
});

test('rows stand closer when told so, and a column is as wide as it was dragged or asked by keys', async () => {
  const { page } = await givenList();
  const height = async () => (await row(page, 'Acme').boundingBox())?.height ?? 0;
  const before = await height();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Compact rows' }).check();
  await page.keyboard.press('Escape');
  expect(await height()).toBeLessThan(before);
  const column = page.getByRole('columnheader', { name: 'Client' });
  const width = async () => (await column.boundingBox())?.width ?? 0;
  const narrow = await width();
  const sort = column.getByRole('button');
  for (let n = 0; n < 6; n += 1) await sort.press('Alt+ArrowRight');
  expect(await width()).toBeGreaterThan(narrow);
  await page.reload();
  await row(page, 'Acme').waitFor();
  expect(await height()).toBeLessThan(before);
  expect(await width()).toBeGreaterThan(narrow);
});
