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

const rate = (position: string, over: Partial<RatePut> = {}): RatePut => ({
  position,
  regular: 14_000,
  effectiveFrom: '2026-01-01',
  ...over,
});
const put = async (...rows: RatePut[]) =>
  (await workspace.api.rates.change({ params, body: { put: rows } })).data?.data ?? [];
const kept = async () => (await workspace.api.rates.list({ params })).data?.data ?? [];
const cell = (page: Page, number: number, field: string) => page.locator(`#rate-${number}-${field}`);
const open = async () => {
  const { page } = await browser.signIn(workspace.person.email, {
    path: `/clients/${params.clientId}/rates`,
  });
  await cell(page, 1, 'position').waitFor();
  return page;
};
const save = (page: Page) => page.getByRole('button', { name: 'Save all' }).click();

test('C12 UX10 where somebody was faster, what is typed stays beside theirs, one is chosen, and saving goes on', async () => {
  const [, second] = await put(rate('Designer'), rate('Engineer'));
  const page = await open();
  await cell(page, 1, 'regular').fill('150');
  await cell(page, 2, 'regular').fill('120');
  await put(rate('Engineer', { id: second?.id, version: 1, regular: 13_000, effectiveTo: '2027-12-31' }));
  // Somebody also begins a row where one is being typed.
  await put(rate('Writer', { regular: 9_000 }));
  await cell(page, 3, 'position').fill('Writer');
  await cell(page, 3, 'regular').fill('95');
  await cell(page, 3, 'from').fill('2026-01-01');
  await save(page);
  await page.getByText('What you typed is kept', { exact: false }).waitFor();
  await page.getByRole('alert').getByRole('button').click();
  await page.getByText('is saved, 120.00 is yours', { exact: false }).waitFor();
  expect(await cell(page, 1, 'regular').inputValue()).toBe('150.00');
  expect(await cell(page, 2, 'to').inputValue()).not.toBe('');
  await expectNoFindings(page);
  await save(page);
  await page.locator('#rate-2-regular:focus').waitFor();
  await page.getByRole('button', { name: 'Keep mine: 120.00' }).click();
  await page.getByRole('button', { name: 'Take theirs: 90.00' }).click();
  const overtime = page.getByRole('button', { name: 'Take theirs: empty' });
  await overtime.click();
  await save(page);
  await page.getByText('The rates are saved.').waitFor();
  expect(await kept()).toMatchObject([
    { positionName: 'Designer', regular: 15_000 },
    { positionName: 'Engineer', regular: 12_000, effectiveTo: '2027-12-31' },
    { positionName: 'Writer', regular: 9_000, overtime: null, version: 1 },
  ]);
});

test('UX10 cells, pastes and a discard are taken back step by step, and the cursor stays in the grid', async () => {
  await put(rate('Designer'));
  const page = await open();
  await cell(page, 1, 'regular').fill('150');
  await cell(page, 1, 'overtime').fill('200');
  await page.keyboard.press('Control+z');
  expect(await cell(page, 1, 'overtime').inputValue()).toBe('');
  expect(await cell(page, 1, 'regular').inputValue()).toBe('150.00');
  await page.keyboard.press('Control+Shift+z');
  await page.getByText('2 unsaved cells', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.locator('#rate-1-position:focus').waitFor();
  expect(await cell(page, 1, 'regular').inputValue()).toBe('140.00');
  await page.keyboard.press('Control+z');
  await page.getByText('2 unsaved cells', { exact: true }).waitFor();
  expect(await cell(page, 1, 'regular').inputValue()).toBe('150.00');
  await cell(page, 2, 'position').fill('Writer');
  await page.getByRole('button', { name: 'Remove row 2' }).click();
  await page.locator('#rate-2-position:focus').waitFor();
});

test('R1 R6 a row can be duplicated, ended on a day, and has its note; a name of the list is offered', async () => {
  const entries = [{ key: 'pm', label: 'Project lead', archived: false }];
  await workspace.api.lists.update({
    params: { ...workspace, list: 'positions' },
    ifMatch: 0,
    body: { entries },
  });
  await put(rate('Designer', { note: 'Agreed with Ana' }));
  const page = await open();
  const act = async (item: string) => {
    await page.getByRole('button', { name: 'More about row 1' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await act('End on a day…');
  const drawer = page.getByRole('dialog', { name: 'Designer' });
  await drawer.getByLabel('Effective to').fill('2026-06-30');
  expect(await drawer.getByLabel('Internal note').inputValue()).toBe('Agreed with Ana');
  await drawer.getByLabel('Internal note').fill('Agreed with Ben');
  await expectNoFindings(page);
  await drawer.getByRole('button', { name: 'Put into the grid' }).click();
  await act('Duplicate');
  await page.locator('#rate-2-from:focus').waitFor();
  await page.keyboard.type('2026-07-01');
  await cell(page, 3, 'position').focus();
  await page.keyboard.type('proj');
  await page.getByRole('option', { name: 'Project lead' }).waitFor();
  await expectNoFindings(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await cell(page, 3, 'position').inputValue()).toBe('Project lead');
  await cell(page, 3, 'regular').fill('€ 95,50');
  await save(page);
  await page.getByText('The rates are saved.').waitFor();
  expect(await kept()).toMatchObject([
    { positionName: 'Designer', effectiveTo: '2026-06-30', note: 'Agreed with Ben' },
    { positionName: 'Designer', effectiveFrom: '2026-07-01', regular: 14_000, note: null },
    { positionKey: 'pm', regular: 9_550 },
  ]);
});

test('UX23 on paper there are a title, a day and what overtime costs, black on white, no wider than A4', async () => {
  await put(rate('Designer'), rate('Engineer', { overtime: 21_000, effectiveTo: '2027-12-31' }));
  await workspace.api.workspaceSettings.update({
    params: workspace,
    ifMatch: (await workspace.api.workspaceSettings.get({ params: workspace })).data?.version ?? 0,
    body: { overtimePolicy: { kind: 'multiplier', hundredths: 150 } },
  });
  const page = await open();
  await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'));
  await page.setViewportSize({ width: 718, height: 1_000 });
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('heading', { name: 'Rates of Acme' }).waitFor();
  await page.getByText('costs 1.5 times the regular rate', { exact: false }).waitFor();
  // What overtime costs, and not that a policy says so.
  await page.getByText('210.00').first().waitFor();
  expect(await page.getByText('Policy', { exact: true }).isVisible()).toBe(false);
  const measured = await page.evaluate(() => {
    const table = document.querySelector('table');
    const text = table?.querySelector('tbody td span[class*=printed]');
    const ancestors = [];
    for (let at: Element | null = text ?? null; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') ancestors.push(backgroundColor);
    }
    return {
      width: table?.scrollWidth ?? 0,
      ink: text ? getComputedStyle(text).color : '',
      paper: ancestors,
    };
  });
  expect(measured.width).toBeLessThanOrEqual(718);
  expect(measured.ink).toBe('rgb(0, 0, 0)');
  expect(new Set(measured.paper)).toEqual(new Set(['rgb(255, 255, 255)']));
});
