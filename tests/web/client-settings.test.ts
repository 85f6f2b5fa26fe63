import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();
let workspace: Awaited<ReturnType<typeof givenWorkspace>>;

beforeEach(async () => {
  workspace = await givenWorkspace();
});

const at = (clientId: ClientId) => ({ workspaceId: workspace.workspaceId, clientId });
const make = async (name: string) => {
  const { data } = await workspace.api.clients.create({ params: workspace, body: { name } });
  if (!data) throw new Error('no client');
  return data.id;
};
const settle = async (clientId: ClientId, body: object) => {
  const { data } = await workspace.api.clientSettings.get({ params: at(clientId) });
  await workspace.api.clientSettings.update({ params: at(clientId), ifMatch: data?.version ?? 0, body });
};
const read = async (clientId: ClientId) =>
  (await workspace.api.clientSettings.get({ params: at(clientId) })).data?.settings;
const row = (page: Page, label: string) =>
  page.locator('div', { has: page.getByText(label, { exact: true }) }).last();
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('C8 each value says where it comes from; what is set here goes back to what it inherits', async () => {
  const [group, acme] = [await make('Group'), await make('Acme')];
  await workspace.api.family.setParent({ params: at(acme), ifMatch: 1, body: { parentId: group } });
  await settle(group, { terms: { terms: 'net_60', termDays: null } });
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${acme}/settings` });
  await row(page, 'Payment terms').getByRole('link', { name: 'Group' }).waitFor();
  await row(page, 'Tax rate').getByText('Standard').waitFor();
  await row(page, 'Tax rate').getByText('Used once invoices are sent').waitFor();
  await row(page, 'Currency').getByText('Workspace default').waitFor();

  await choose(page, 'Payment terms', 'Days of your own');
  await page.getByRole('textbox', { name: 'Days to pay' }).fill('200');
  await page.getByText('A whole number of days, 0 to 180').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.locator('#setting-terms:focus').waitFor();
  await page.getByRole('textbox', { name: 'Days to pay' }).fill('45');
  await page.getByRole('textbox', { name: 'Tax rate' }).fill('7.5');
  await row(page, 'An invoice is sent').getByRole('checkbox', { name: 'E-mail' }).uncheck();
  await page.getByRole('combobox', { name: 'Currency' }).fill('JPY');
  await page.getByRole('option', { name: 'JPY – Japanese Yen' }).click();
  await page.getByText('4 changes').waitFor();
  await expectNoFindings(page);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The settings were saved').waitFor();
  expect(await read(acme)).toMatchObject({
    terms: { value: { terms: 'custom', termDays: 45 } },
    taxRate: { value: 750 },
    onInvoiceSent: { value: [] },
    currency: { value: 'JPY', source: { from: 'client' } },
  });

  await page.getByRole('button', { name: 'Reset Payment terms' }).click();
  await row(page, 'Payment terms').getByRole('link', { name: 'Group' }).waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('1 change', { exact: true }).waitFor({ state: 'hidden' });
  expect(await read(acme)).toMatchObject({
    terms: { value: { terms: 'net_60' }, source: { from: 'parent', name: 'Group' } },
  });
});

test('what somebody else saved meanwhile is told, and what was chosen here is kept', async () => {
  const acme = await make('Acme');
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${acme}/settings` });
  await page.getByRole('textbox', { name: 'Tax rate' }).fill('19');
  await settle(acme, { poRequired: true });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('changed these settings in the meantime', { exact: false }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Tax rate' }).inputValue()).toBe('19');
  expect(await page.getByRole('checkbox', { name: 'Required on every invoice' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The settings were saved').waitFor();
  expect(await read(acme)).toMatchObject({ taxRate: { value: 1_900 }, poRequired: { value: true } });
});

test('C8 the workspace settles for all clients; who may only look reads it as text', async () => {
  const acme = await make('Acme');
  const { page } = await browser.signIn(workspace.person.email, { path: '/settings/clients' });
  await choose(page, 'Cadence', 'Every quarter');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The settings were saved').waitFor();
  await page.getByRole('button', { name: 'Reset Cadence' }).waitFor();

  const viewer = await workspace.join('viewer');
  const memberIds = [viewer.person.userId];
  await workspace.api.projects.create({ params: at(acme), body: { name: 'Tie', memberIds } });
  const other = await browser.signIn(viewer.person.email, { path: `/clients/${acme}/settings` });
  await row(other.page, 'Cadence').getByText('Every quarter').waitFor();
  await row(other.page, 'Cadence').getByText('Workspace default').waitFor();
  expect(await other.page.locator('main').getByRole('checkbox').count()).toBe(0);
  expect(await other.page.locator('main').getByRole('combobox').count()).toBe(0);
  await other.page.goto('/settings/clients');
  await other.page.getByText('You don’t have access to this page').waitFor();
});

test('the summary prints without anything but itself', async () => {
  const acme = await make('Acme');
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${acme}` });
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Print summary' }).click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { name: 'Key facts' }).isVisible()).toBe(true);
  expect(await page.getByRole('heading', { level: 1, name: 'Acme' }).isVisible()).toBe(true);
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(1);
  expect(await page.getByText('created Acme').filter({ visible: true }).count()).toBe(0);
});
