import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });

async function givenRoles(as: 'owner' | 'admin' | 'manager' = 'owner', plan?: string) {
  const workspace = await givenWorkspace('owner', plan);
  const person = as === 'owner' ? workspace : await workspace.join(as, 'Jonas Weber');
  const visit = await browser.signIn(person.person.email, { path: '/settings/roles' });
  await box(visit.page, 'See clients, Viewer').waitFor();
  return { ...workspace, ...visit };
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Review and save' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click();
}

test('a key is given, told in words before it is saved, and what it needs comes along', async () => {
  const workspace = await givenRoles();
  const { page, api, workspaceId, complaints } = workspace;
  await workspace.join('basic', 'Ana Ruiz');
  await page.reload();
  await box(page, 'Draft invoices, Basic').click();
  expect(await box(page, 'See invoices, Basic').isChecked()).toBe(true);
  await page.getByText('Basic gets “See invoices” along with it').waitFor();
  await page.getByText('Basic gains See invoices and 1 more (1 person)').waitFor();
  await expectNoFindings(page);

  await page.getByText('Changed 2').click();
  await box(page, 'See clients, Basic').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Review and save' }).click();
  const asking = page.getByRole('dialog', { name: 'Save these changes?' });
  await asking.getByText('gains “Draft invoices”').waitFor();
  await asking.getByText('It counts with the next click of 1 person.').waitFor();
  await asking.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The roles were saved').waitFor();
  const { data } = await api.roles.list({ params: { workspaceId } });
  const basic = data?.data.find(({ key }) => key === 'basic');
  expect(basic?.permissions).toContain('invoices.create');
  expect(basic?.permissions).toContain('invoices.view');
  expect(complaints).toEqual([]);
});

test('the box of a group has three states, and ticks all of it', async () => {
  const { page } = await givenRoles();
  const group = box(page, 'Projects, Viewer');
  expect(await group.getAttribute('aria-checked')).toBe('mixed');
  await group.click();
  expect(await group.isChecked()).toBe(true);
  expect(await box(page, 'Delete projects, Viewer').isChecked()).toBe(true);
  await group.click();
  expect(await box(page, 'See own projects, Viewer').isChecked()).toBe(false);
  await page.getByText('Viewer loses See own projects').waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  expect(await group.getAttribute('aria-checked')).toBe('mixed');
});

test('who takes away seeing takes away changing with it', async () => {
  const { page } = await givenRoles();
  await box(page, 'See documents, Basic').click();
  expect(await box(page, 'Upload documents, Basic').isChecked()).toBe(false);
  await page.getByText('Basic loses “Upload documents” along with it').waitFor();
});

test('one box is reached with Tab, the others with arrows, and Space ticks', async () => {
  const { page } = await givenRoles();
  await box(page, 'Clients, Admin').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const at = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(await at()).toBe('See clients, Manager');
  await page.keyboard.press('Home');
  expect(await at()).toBe('See clients, Owner');
  await page.keyboard.press('End');
  expect(await at()).toBe('See clients, Viewer');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  expect(await box(page, 'See every client, not only owned and linked ones, Viewer').isChecked()).toBe(true);
  expect(await page.locator('input[data-cell][tabindex="0"]').count()).toBe(1);
});

test('the owner’s role is locked, one’s own keeps its key, and what one lacks is not one’s to give', async () => {
  const { page } = await givenRoles('admin');
  await box(page, 'See clients, Owner').dispatchEvent('click');
  expect(await box(page, 'See clients, Owner').isChecked()).toBe(true);
  await box(page, 'Manage roles, Admin').dispatchEvent('click');
  expect(await box(page, 'Manage roles, Admin').isChecked()).toBe(true);
  expect(await box(page, 'Manage roles, Admin').getAttribute('aria-description')).toContain('your own role');
  await page
    .getByRole('row', { name: /clients\.destroy/ })
    .getByText('not yours to give')
    .waitFor();
  await box(page, 'Delete clients for ever, Manager').dispatchEvent('click');
  expect(await box(page, 'Delete clients for ever, Manager').isChecked()).toBe(false);
  expect(await page.getByRole('button', { name: 'Review and save' }).count()).toBe(0);
});

test('a role is made from another one, renamed, changed and deleted', async () => {
  const { page, complaints } = await givenRoles();
  await page.getByRole('link', { name: 'New role' }).click();
  const drawer = page.getByRole('dialog', { name: 'New role' });
  await drawer.getByLabel('Name').fill('Account lead');
  expect(await drawer.getByLabel('Key').inputValue()).toBe('account_lead');
  await drawer.getByRole('combobox', { name: 'Begin with what this role may' }).click();
  await page.getByRole('option', { name: 'Basic' }).click();
  await drawer.getByRole('button', { name: 'Make the role' }).click();
  await box(page, 'See clients, Account lead').waitFor();
  expect(await box(page, 'Record own work, Account lead').isChecked()).toBe(true);

  await page.getByRole('button', { name: 'Actions for Account lead' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Key accounts');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await box(page, 'See rates, Key accounts').click();
  await save(page);
  await page.getByText('The roles were saved').waitFor();
  await page.getByRole('button', { name: 'Actions for Key accounts' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page
    .getByRole('dialog', { name: 'Delete Key accounts?' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await box(page, 'See clients, Key accounts').waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
});

test('A2: deleting a role names who holds it and gives them another one', async () => {
  const { page, api, workspaceId, join } = await givenRoles();
  const { data: table } = await api.roles.list({ params: { workspaceId } });
  const body = { key: 'auditor', name: 'Auditor', permissions: ['clients.view' as const] };
  await api.roles.create({ params: { workspaceId }, ifMatch: table?.version ?? 0, body });
  const ana = await join('auditor', 'Ana Ruiz');
  await page.reload();
  await page.getByRole('button', { name: 'Actions for Auditor' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const asking = page.getByRole('dialog', { name: 'Delete Auditor?' });
  await asking.getByText('Ana Ruiz').waitFor();
  await asking.getByRole('combobox', { name: 'Their role from now on' }).selectOption('basic');
  await expectNoFindings(page);
  await asking.getByRole('button', { name: 'Delete' }).click();
  await box(page, 'See clients, Auditor').waitFor({ state: 'hidden' });
  const { data: members } = await api.members.list({ params: { workspaceId } });
  expect(members?.data.find(({ userId }) => userId === ana.person.userId)?.role).toBe('basic');
});

test('a built-in role that was changed goes back to how it came', async () => {
  const { page } = await givenRoles();
  await box(page, 'Export clients, Viewer').click();
  await save(page);
  await page.getByRole('button', { name: 'Actions for Viewer' }).click();
  await page.getByRole('menuitem', { name: 'Reset to how it came' }).click();
  await page.getByRole('dialog', { name: 'Reset Viewer?' }).getByRole('button', { name: 'Reset' }).click();
  await page.getByText('Viewer is as it came').waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLInputElement>('[aria-label="Export clients, Viewer"]')?.checked === false,
  );
});

test('what somebody else changed meanwhile stays, and so does what was ticked here', async () => {
  const { page, api, workspaceId } = await givenRoles();
  await box(page, 'Export clients, Viewer').click();
  const { data } = await api.workspaceSettings.get({ params: { workspaceId } });
  await api.workspaceSettings.update({
    params: { workspaceId },
    body: { currency: 'GBP' },
    ifMatch: data?.version ?? 0,
  });
  await save(page);
  await page.getByText(/Your changes stand on the newest state now/).waitFor();
  await save(page);
  await page.getByText('The roles were saved').waitFor();
});

test('without the feature, or without the key, the table can be read and says why not changed', async () => {
  const { page } = await givenRoles('owner', 'studio');
  await page.getByText('Part of Agency').waitFor();
  await box(page, 'Export clients, Viewer').dispatchEvent('click');
  expect(await box(page, 'Export clients, Viewer').isChecked()).toBe(false);
  expect(await page.getByRole('link', { name: 'New role' }).count()).toBe(0);
  await expectNoFindings(page);
  await page.goto('/settings/roles/new');
  await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();

  const other = await givenRoles('manager');
  await other.page.getByText('To change them takes the permission roles.manage.').waitFor();
  expect(await other.page.getByRole('link', { name: 'New role' }).count()).toBe(0);
});

test('a permission is found by its words and by its key', async () => {
  const { page } = await givenRoles();
  await page.getByLabel('Find a permission').fill('payment');
  await box(page, 'Record payments, Admin').waitFor();
  await box(page, 'See clients, Admin').waitFor({ state: 'hidden' });
  await page.getByLabel('Find a permission').fill('clients.merge');
  await box(page, 'Merge duplicate clients, Admin').waitFor();
  await page.getByLabel('Find a permission').fill('zebra');
  await page.getByText('No permission matches').waitFor();
});
