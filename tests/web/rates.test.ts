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
  const { data } = await workspace.api.clients.create({ params: workspace, body: { name: 'Acme' } });
  if (!data) throw new Error('no client');
  params = { workspaceId: workspace.workspaceId, clientId: data.id };
});

const path = () => `/clients/${params.clientId}/rates`;
const rate = (position: string, effectiveFrom: string, over: Partial<RatePut> = {}): RatePut => ({
  position,
  regular: 14_000,
  overtime: 21_000,
  effectiveFrom,
  ...over,
});
const put = (...rows: RatePut[]) => workspace.api.rates.change({ params, body: { put: rows } });
const kept = async () => (await workspace.api.rates.list({ params })).data?.data ?? [];
const cell = (page: Page, number: number, field: string) => page.locator(`#rate-${number}-${field}`);
const open = async () => {
  const { page } = await browser.signIn(workspace.person.email, { path: path() });
  await cell(page, 1, 'position').waitFor();
  return page;
};
const paste = (page: Page, number: number, field: string, block: string[][]) =>
  cell(page, number, field).evaluate(
    (input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    block.map((line) => line.join('\t')).join('\r\n'),
  );

test('typing 100 suggests 150 for overtime, and both are saved in the smallest unit', async () => {
  const page = await open();
  await cell(page, 1, 'position').fill('Engineer');
  await cell(page, 1, 'regular').focus();
  await page.keyboard.type('100');
  expect(await cell(page, 1, 'overtime').inputValue()).toBe('150.00');
  await page.keyboard.press('Tab');
  expect(await cell(page, 1, 'regular').inputValue()).toBe('100.00');
  await page.getByText('4 unsaved cells').waitFor();
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByText('The rates are saved.').waitFor();
  expect(await kept()).toMatchObject([{ positionName: 'Engineer', regular: 10_000, overtime: 15_000 }]);
});

test('a block of three by three fills the cells it is put on', async () => {
  const page = await open();
  await paste(page, 1, 'position', [
    ['Engineer', '120', '180'],
    ['Designer', '1,450.00', '2,000'],
    ['Tester', '80.5', ''],
  ]);
  await cell(page, 4, 'position').waitFor();
  expect(await cell(page, 2, 'regular').inputValue()).toBe('1450.00');
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByText('The rates are saved.').waitFor();
  expect(
    (await kept()).map(({ positionName, regular, overtime }) => [positionName, regular, overtime]),
  ).toEqual([
    ['Designer', 145_000, 200_000],
    ['Engineer', 12_000, 18_000],
    ['Tester', 8_050, null],
  ]);
});

test('an overlap marks both rows, and either way out mends it', async () => {
  await put(rate('Designer', '2026-07-01', { effectiveTo: '2027-03-31' }));
  const page = await open();
  await paste(page, 2, 'position', [['Designer', '148', '222', '2027-01-01']]);
  await page.getByText('Overlaps row 2').waitFor();
  await page.getByText('Overlaps row 1').waitFor();
  await page.getByText('1 problem in rows 1 and 2').waitFor();
  expect(await page.locator('td[data-wrong]').count()).toBe(2);
  await page.getByText(/^Designer has two rates from/).waitFor();
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.locator('#rate-1-to:focus').waitFor();
  await expectNoFindings(page);
  await page.getByRole('button', { name: /^End row 1 on/ }).click();
  await page.getByText('Overlaps row 2').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByText('The rates are saved.').waitFor();
  expect((await kept()).map(({ effectiveTo }) => effectiveTo)).toEqual(['2026-12-31', null]);
});

test('Esc restores a cell, arrows and Enter move, and bad amounts keep Save from sending anything', async () => {
  await put(rate('Designer', '2026-01-01'), rate('Engineer', '2026-01-01'));
  const page = await open();
  await cell(page, 1, 'regular').focus();
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  expect(await cell(page, 1, 'regular').inputValue()).toBe('140.00');
  await page.getByText('unsaved').waitFor({ state: 'hidden' });
  for (const [key, focused] of [
    ['ArrowDown', 'rate-2-regular'],
    ['ArrowRight', 'rate-2-overtime'],
    ['ArrowUp', 'rate-1-overtime'],
    ['ArrowLeft', 'rate-1-regular'],
    ['Enter', 'rate-2-regular'],
    ['Shift+Enter', 'rate-1-regular'],
  ] as const) {
    await page.keyboard.press(key);
    await page.locator(`#${focused}:focus`).waitFor({ timeout: 5_000 });
  }
  await page.keyboard.type('1.005');
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.locator('#rate-1-regular:focus').waitFor();
  await page.getByText('Too many decimals').waitFor();
  expect((await kept()).map(({ version }) => version)).toEqual([1, 1]);
});

test('history shows what has ended, and a removed row goes with the next save', async () => {
  await put(rate('Designer', '2024-01-01', { effectiveTo: '2024-12-31' }), rate('Designer', '2026-01-01'));
  const page = await open();
  expect(await page.locator('th[data-number]').count()).toBe(2);
  await page.getByText('History', { exact: true }).click();
  await page.getByText('Ended', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Remove row 1' }).click();
  await page.getByText('To be removed').waitFor();
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByText('The rates are saved.').waitFor();
  expect((await kept()).map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2026-01-01']);
});

test.each([
  ['JPY', '1450', '1450', 1_450, '1450.5'],
  ['KWD', '1.5', '1.500', 1_500, '1.0005'],
])('R1 amounts have the decimals of %s, none too many', async (currency, typed, shown, minor, wrong) => {
  await workspace.api.clients.update({ params, ifMatch: 1, body: { currency } });
  const page = await open();
  await cell(page, 1, 'position').fill('Engineer');
  await cell(page, 1, 'regular').fill(wrong);
  await page.getByText('Too many decimals').first().waitFor();
  await cell(page, 1, 'regular').fill(typed);
  await cell(page, 1, 'regular').press('Tab');
  expect(await cell(page, 1, 'regular').inputValue()).toBe(shown);
  await page.getByRole('cell', { name: currency, exact: true }).waitFor();
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByText('The rates are saved.').waitFor();
  expect(await kept()).toMatchObject([{ regular: minor, currency }]);
});

test('R1 a rate of an earlier currency says so, and is typed in its own', async () => {
  await put(rate('Designer', '2026-01-01'));
  await workspace.api.clients.update({ params, ifMatch: 1, body: { currency: 'JPY' } });
  const page = await open();
  await page.getByText('What is new is in JPY', { exact: false }).waitFor();
  await cell(page, 1, 'regular').fill('150.5');
  await cell(page, 1, 'regular').press('Tab');
  expect(await cell(page, 1, 'regular').inputValue()).toBe('150.50');
  await cell(page, 2, 'position').fill('Engineer');
  await cell(page, 2, 'regular').fill('18000');
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByText('The rates are saved.').waitFor();
  expect(await kept()).toMatchObject([
    { positionName: 'Designer', regular: 15_050, currency: 'EUR' },
    { positionName: 'Engineer', regular: 18_000, currency: 'JPY' },
  ]);
});

test('who may only look types nowhere; who may not even look finds no tab and no page', async () => {
  await put(rate('Designer', '2026-01-01'));
  const manager = await workspace.join('manager');
  const { page } = await browser.signIn(manager.person.email, { path: path() });
  await page.getByText('140.00').waitFor();
  expect(await page.locator('table input').count()).toBe(0);
  await expectNoFindings(page);

  const viewer = await workspace.join('viewer');
  await workspace.api.projects.create({ params, body: { name: 'Tie', memberIds: [viewer.person.userId] } });
  const other = await browser.signIn(viewer.person.email, { path: `/clients/${params.clientId}` });
  await other.page.getByRole('heading', { level: 1, name: 'Acme' }).waitFor();
  expect(await other.page.getByRole('link', { name: 'Rates' }).count()).toBe(0);
  await other.page.goto(path());
  await other.page.getByText('You don’t have access to this page').waitFor();
  await expect(viewer.api.rates.list({ params })).rejects.toMatchObject({ status: 403 });
});

test('R6 a file goes into the grid, where it is looked at, and is saved with more rows than go at once', async () => {
  await put(rate('Engineer', '2026-01-01'));
  const page = await open();
  await page.getByRole('button', { name: 'Import' }).click();
  const drawer = page.getByRole('dialog', { name: 'Import rates' });
  const lines = Array.from({ length: 60 }, (_, n) => `Position ${n + 1};${100 + n},50;2026-02-01`);
  await drawer.locator('input[type=file]').setInputFiles({
    name: 'rates.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Role;Hourly rate;From', 'engineer;150,00;2026-01-01', ...lines].join('\r\n')),
  });
  await drawer.getByRole('row', { name: /Position 60/ }).waitFor();
  await expectNoFindings(page);
  await drawer.getByRole('button', { name: 'Put into the grid' }).click();
  await page.getByText('in 61 rows').waitFor();
  expect(await kept()).toHaveLength(1);
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByText('The rates are saved.').waitFor();
  const rates = await kept();
  expect(rates).toHaveLength(61);
  expect(rates.find(({ positionName }) => positionName === 'Engineer')).toMatchObject({ regular: 15_000 });
  expect(rates.find(({ positionName }) => positionName === 'Position 60')).toMatchObject({ regular: 15_950 });
});

test('R6 what went well before a problem is saved, and the rest waits in the grid', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Import' }).click();
  const drawer = page.getByRole('dialog', { name: 'Import rates' });
  const lines = Array.from({ length: 41 }, (_, n) => `P${n + 1}\t100\t\t2026-${n < 40 ? '02' : '03'}-01`);
  await drawer.getByLabel('Or paste rows').fill(lines.join('\n'));
  await drawer.getByRole('button', { name: 'Put into the grid' }).click();
  await page.getByText('in 41 rows').waitFor();
  // Somebody else is faster with the last of them.
  await put(rate('P41', '2026-03-01'));
  await page.getByRole('button', { name: 'Save all' }).click();
  await page.getByText('40 of 41 rows are saved').waitFor();
  await page.getByText('in 1 row').waitFor();
  expect(await kept()).toHaveLength(41);
});
