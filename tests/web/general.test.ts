import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace, unique } from '#tests/support/given.ts';

const browser = useBrowser();

async function givenGeneral() {
  const workspace = await givenWorkspace();
  return { ...workspace, ...(await browser.signIn(workspace.person.email, { path: '/settings' })) };
}

test('the settings open at the first one, and a name that is saved stands in rail and title', async () => {
  const { page, complaints } = await givenGeneral();
  await page.waitForURL('**/settings/general');
  await page.getByLabel('Name').fill('Harbour Studio');
  await page.getByText('1 change Name').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The workspace was saved').waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByText('Harbour Studio').waitFor();
  expect(await page.title()).toBe('General · Harbour Studio');
  expect(await page.getByRole('button', { name: 'Save changes' }).count()).toBe(0);
  await page.reload();
  expect(await page.getByLabel('Name').inputValue()).toBe('Harbour Studio');
  expect(complaints).toEqual([]);
});

test('where the workspace is at home is chosen, and discarding brings back what was', async () => {
  const { page, api, workspaceId } = await givenGeneral();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Lisbon');
  await page.getByRole('option', { name: 'Europe/Lisbon' }).click();
  await page.getByRole('combobox', { name: 'Currency' }).fill('GBP');
  await page.getByRole('option', { name: /GBP/ }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('UTC');
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Lisbon');
  await page.getByRole('option', { name: 'Europe/Lisbon' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The workspace was saved').waitFor();
  const { data } = await api.workspaceSettings.get({ params: { workspaceId } });
  expect(data).toMatchObject({ timeZone: 'Europe/Lisbon', currency: 'EUR' });
});

test('an address that is taken is told at its field; one that is locked says since when', async () => {
  const other = await givenWorkspace();
  const { page, api, workspaceId } = await givenGeneral();
  await page.getByLabel('Address').fill(other.slug);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('link', { name: 'Address: Taken by another workspace' }).waitFor();
  await page.getByLabel('Address').fill(unique('harbour'));
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The workspace was saved').waitFor();

  const { data } = await api.workspaceSettings.get({ params: { workspaceId } });
  await page.route('**/api/**/settings', (route) =>
    route.fulfill({ json: { ...data, slugLockedAt: '2020-01-01T00:00:00.000Z' } }),
  );
  await page.reload();
  await page.getByText(/it has been locked since .*2020/).waitFor();
  expect(await page.getByLabel('Address').isEditable()).toBe(false);
});

test('what somebody else saved meanwhile is taken over, and what was entered here stays', async () => {
  const { page, api, workspaceId } = await givenGeneral();
  await page.getByLabel('Name').fill('Mine');
  const { data } = await api.workspaceSettings.get({ params: { workspaceId } });
  await api.workspaceSettings.update({
    params: { workspaceId },
    body: { currency: 'GBP' },
    ifMatch: data?.version ?? 0,
  });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText(/changed the workspace in the meantime/).waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('Mine');
  expect(await page.getByRole('combobox', { name: 'Currency' }).inputValue()).toContain('GBP');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The workspace was saved').waitFor();
  const { data: saved } = await api.workspaceSettings.get({ params: { workspaceId } });
  expect(saved).toMatchObject({ name: 'Mine', currency: 'GBP' });
});

test('PAGE-11 unsaved settings are not left by accident', async () => {
  const { page } = await givenGeneral();
  await page.getByLabel('Name').fill('Half a name');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Lists' }).click();
  const asking = page.getByRole('dialog', { name: 'Leave without saving?' });
  await asking.getByRole('button', { name: 'Keep editing' }).click();
  expect(await page.getByLabel('Name').inputValue()).toBe('Half a name');
});

test('PAGE-7 the menu holds what one may open; an address beyond it names the key', async () => {
  const { person } = await givenWorkspace('manager');
  const { page } = await browser.signIn(person.email, { path: '/settings' });
  await page.waitForURL('**/settings/rate-card');
  const menu = page.getByRole('navigation', { name: 'Settings' });
  expect(await menu.getByRole('link').allTextContents()).toEqual(['Rate card', 'Team', 'Roles']);
  await page.goto('/settings/general');
  await page.getByRole('heading', { name: 'You don’t have access to this page' }).waitFor();
  await page.getByText('settings.manage', { exact: true }).waitFor();
});
