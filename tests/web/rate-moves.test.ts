import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import type { RatePut } from '#contracts/schemas/rate.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();
let workspace: Awaited<ReturnType<typeof givenWorkspace>>;
let params: { workspaceId: typeof workspace.workspaceId; clientId: ClientId };

beforeEach(async () => {
  workspace = await givenWorkspace();
  params = { workspaceId: workspace.workspaceId, clientId: await make('Acme') };
});

const make = async (name: string): Promise<ClientId> => {
  const { data } = await workspace.api.clients.create({ params: workspace, body: { name } });
  if (!data) throw new Error('no client');
  return data.id;
};
const rate = (position: string, over: Partial<RatePut> = {}): RatePut => ({
  position,
  regular: 10_000,
  effectiveFrom: '2026-01-01',
  ...over,
});
const put = (...rows: RatePut[]) => workspace.api.rates.change({ params, body: { put: rows } });
const putCard = (...rows: RatePut[]) =>
  workspace.api.rates.changeCard({ params: workspace, body: { put: rows } });
const kept = async () => (await workspace.api.rates.list({ params })).data?.data ?? [];
const open = async (item: string) => {
  const { page } = await browser.signIn(workspace.person.email, {
    path: `/clients/${params.clientId}/rates`,
  });
  await begin(page, item);
  return page;
};
const begin = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'More about rates' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('R6 a copy from the card shows what it would take over, then writes it', async () => {
  await put(rate('Engineer'));
  await putCard(rate('Engineer', { regular: 1 }), rate('Designer', { regular: 8_000, overtime: 12_000 }));
  const page = await open('Copy rates from…');
  const drawer = page.getByRole('dialog', { name: 'Copy rates' });
  await drawer.getByLabel('Effective from').fill('2026-03-01');
  await drawer.getByRole('button', { name: 'Show what would be copied' }).click();
  const preview = drawer.getByRole('region', { name: 'Preview' });
  await preview.getByText('1 rate would be written').waitFor();
  await preview.getByText('80.00 EUR').waitFor();
  await preview.getByText('Stays as it is: Engineer.').waitFor();
  await expectNoFindings(page);
  expect(await kept()).toHaveLength(1);
  await drawer.getByLabel('Effective from').fill('2026-04-01');
  await preview.waitFor({ state: 'hidden' });
  await drawer.getByRole('button', { name: 'Show what would be copied' }).click();
  await drawer.getByRole('button', { name: 'Copy these rates' }).click();
  await page.getByText('1 rate was copied').waitFor();
  await page.getByLabel('Regular, row 1, Designer').waitFor();
  expect(await kept()).toMatchObject([
    { positionName: 'Designer', effectiveFrom: '2026-04-01', regular: 8_000, overtime: 12_000 },
    { positionName: 'Engineer', regular: 10_000 },
  ]);
});

test('R6 a copy from another client leaves what is in another currency', async () => {
  const other = await make('Blue Harbor');
  await workspace.api.clients.update({
    params: { ...params, clientId: other },
    ifMatch: 1,
    body: { currency: 'USD' },
  });
  await workspace.api.rates.change({
    params: { ...params, clientId: other },
    body: { put: [rate('Writer')] },
  });
  const page = await open('Copy rates from…');
  const drawer = page.getByRole('dialog', { name: 'Copy rates' });
  await drawer.getByRole('radio', { name: 'Another client' }).check();
  await drawer.getByRole('button', { name: 'Show what would be copied' }).click();
  await drawer.getByText('Choose a client', { exact: true }).waitFor();
  await drawer.getByRole('combobox', { name: 'Client' }).fill('Blue');
  await page.getByRole('option', { name: 'Blue Harbor' }).click();
  await drawer.getByRole('button', { name: 'Show what would be copied' }).click();
  await drawer.getByText('In another currency, so not taken over: Writer.', { exact: false }).waitFor();
  await drawer.getByText('Nothing would be written.').waitFor();
});

test('R6 a raise shows each rate before and after, rounded as chosen, then writes', async () => {
  await put(rate('Engineer', { regular: 9_999, overtime: 15_000 }));
  const page = await open('Raise by a percentage…');
  const drawer = page.getByRole('dialog', { name: 'Raise rates' });
  await drawer.getByLabel('Percentage').fill('five');
  await drawer.getByRole('button', { name: 'Show what would be written' }).click();
  await drawer.getByText('-90 to 500, with at most two decimals', { exact: true }).waitFor();
  await drawer.getByLabel('Percentage').fill('5,25');
  await drawer.getByRole('textbox', { name: 'From' }).fill('2026-07-01');
  await drawer.getByRole('combobox', { name: 'Rounded to' }).click();
  await page.getByRole('option', { name: '1.00 EUR' }).click();
  await drawer.getByRole('button', { name: 'Show what would be written' }).click();
  await drawer.getByText('105.00 EUR').waitFor();
  await drawer.getByRole('button', { name: 'Write these rates' }).click();
  await page.getByText('1 rate was changed').waitFor();
  expect(await kept()).toMatchObject([
    { regular: 9_999 },
    { effectiveFrom: '2026-07-01', regular: 10_500, overtime: 15_800 },
  ]);
});

test('R3 which rate applies on a day, who gave it, and why there is none', async () => {
  await put(rate('Engineer', { effectiveFrom: '2026-06-01' }));
  await putCard(rate('Engineer', { regular: 7_000 }));
  const page = await open('Which rate applies…');
  const drawer = page.getByRole('dialog', { name: 'Which rate applies' });
  const fact = (hasText: string) => drawer.getByRole('definition').filter({ hasText });
  const look = async (day: string) => {
    await drawer.getByLabel('Position').fill('engineer');
    await drawer.locator('input[type=date]').fill(day);
    await drawer.getByRole('button', { name: 'Look it up' }).click();
  };
  await look('2026-07-01');
  await fact('100.00 EUR').waitFor();
  await drawer.getByText('Agreed with this client', { exact: false }).waitFor();
  await look('2026-02-01');
  await fact('70.00 EUR').waitFor();
  await fact('Rate card of the workspace').waitFor();
  await drawer.getByText('none can be billed', { exact: false }).waitFor();
  await look('2025-02-01');
  await drawer.getByText('Neither the client nor the rate card', { exact: false }).waitFor();
  await expectNoFindings(page);
});

test('R4 the card is typed like the rates of a client, and the policy says what overtime costs', async () => {
  const { page } = await browser.signIn(workspace.person.email, { path: '/settings/rate-card' });
  await page.locator('#rate-1-position').fill('Engineer');
  await page.locator('#rate-1-regular').fill('70');
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByText('The rates are saved.').waitFor();
  const { data } = await workspace.api.rates.card({ params: workspace });
  expect(data?.data).toMatchObject([{ positionName: 'Engineer', regular: 7_000 }]);

  await page.getByRole('combobox', { name: 'Overtime' }).click();
  await page.getByRole('option', { name: 'A multiple of the regular rate' }).click();
  await page.getByRole('textbox', { name: 'Times the regular rate' }).fill('4');
  await page.getByRole('button', { name: 'Save policy' }).click();
  await page.getByText('1 to 3, with at most two decimals').waitFor();
  await page.getByRole('textbox', { name: 'Times the regular rate' }).fill('1.75');
  await page.getByRole('button', { name: 'Save policy' }).click();
  await page.getByText('The overtime policy was saved').waitFor();
  const { data: settings } = await workspace.api.workspaceSettings.get({ params: workspace });
  expect(settings?.overtimePolicy).toEqual({ kind: 'multiplier', hundredths: 175 });

  const manager = await workspace.join('manager');
  const other = await browser.signIn(manager.person.email, { path: '/settings/rate-card' });
  await other.page.getByText('A multiple of the regular rate: ×1.75').waitFor();
  await other.page.getByText('70.00').waitFor();
  expect(await other.page.locator('table input').count()).toBe(0);
});
