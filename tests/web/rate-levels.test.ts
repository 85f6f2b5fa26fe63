import { beforeEach, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();
let workspace: Awaited<ReturnType<typeof givenWorkspace>>;
let params: { workspaceId: typeof workspace.workspaceId; clientId: ClientId };

beforeEach(async () => {
  workspace = await givenWorkspace();
  const { data } = await workspace.api.clients.create({ params: workspace, body: { name: 'Acme' } });
  if (!data) throw new Error('no client');
  params = { workspaceId: workspace.workspaceId, clientId: data.id };
});

const open = async () => {
  const { page } = await browser.signIn(workspace.person.email, {
    path: `/clients/${params.clientId}/rates`,
  });
  await page.locator('#rate-1-position').waitFor();
  return page;
};

test('R3 a client without brands and projects has no choice of level', async () => {
  const page = await open();
  expect(await page.getByRole('combobox', { name: 'Rates of' }).count()).toBe(0);
});

test('R3 rates of a brand are typed into the same grid, and what is unsaved is not left by choosing another', async () => {
  const { data: brand } = await workspace.api.brands.create({ params, body: { name: 'Bolt' } });
  await workspace.api.projects.create({ params, body: { name: 'Tower' } });
  if (!brand) throw new Error('no brand');
  const page = await open();
  const choose = async (name: string) => {
    await page.getByRole('combobox', { name: 'Rates of' }).click();
    await page.getByRole('option', { name }).click();
  };
  await choose('Bolt');
  await page.waitForURL(new RegExp(`level=${brand.id}`));
  await page.locator('#rate-1-position').fill('Engineer');
  await page.locator('#rate-1-regular').fill('90');
  await choose('Tower');
  await page.getByRole('button', { name: 'Keep editing' }).click();
  expect(await page.getByRole('combobox', { name: 'Rates of' }).inputValue()).toBe('Bolt');
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByText('The rates are saved.').waitFor();
  await expectNoFindings(page);
  const { data } = await workspace.api.rates.listBrand({ params: { ...params, brandId: brand.id } });
  expect(data?.data).toMatchObject([{ positionName: 'Engineer', regular: 9_000 }]);
  expect((await workspace.api.rates.list({ params })).data?.data).toEqual([]);
  await page.reload();
  await page.getByLabel('Regular, row 1, Engineer').waitFor();
});

test('R3 the lookup shows every level with what it has, and marks the one that applies', async () => {
  const { data: brand } = await workspace.api.brands.create({ params, body: { name: 'Bolt' } });
  if (!brand) throw new Error('no brand');
  const row = { position: 'Engineer', effectiveFrom: '2026-01-01' };
  await workspace.api.rates.changeCard({ params: workspace, body: { put: [{ ...row, regular: 7_000 }] } });
  const at = { ...params, brandId: brand.id };
  await workspace.api.rates.changeBrand({ params: at, body: { put: [{ ...row, regular: 9_000 }] } });
  const page = await open();
  await page.getByRole('button', { name: 'More about rates' }).click();
  await page.getByRole('menuitem', { name: 'Which rate applies…' }).click();
  const drawer = page.getByRole('dialog', { name: 'Which rate applies' });
  const look = () => drawer.getByRole('button', { name: 'Look it up' }).click();
  const applies = drawer.getByRole('row').filter({ hasText: 'Applies' });
  await drawer.getByLabel('Position').fill('engineer');
  await drawer.locator('input[type=date]').fill('2026-02-01');
  await look();
  await applies.filter({ hasText: 'Rate card of the workspace' }).filter({ hasText: '70.00 EUR' }).waitFor();
  await drawer.getByRole('combobox', { name: 'Brand' }).click();
  await page.getByRole('option', { name: 'Bolt' }).click();
  await look();
  await applies.filter({ hasText: 'Bolt' }).filter({ hasText: '90.00 EUR' }).waitFor();
  await drawer.getByText('Agreed for the brand Bolt', { exact: false }).waitFor();
  const card = drawer.getByRole('row').filter({ hasText: 'Rate card of the workspace' });
  await card.filter({ hasText: 'A nearer level has one' }).waitFor();
  await expectNoFindings(page);
});
