import { expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

/** A workspace with one client, whose owner is signed in. */
async function givenClient() {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  const { data } = await workspace.api.clients.create({ params, body: { name: 'Acme' } });
  if (!data) throw new Error('no client');
  return { workspace, clientId: data.id as ClientId };
}

test('projects are begun, refused when the name is taken, closed, and removed', async () => {
  const { workspace, clientId } = await givenClient();
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${clientId}/projects` });
  const drawer = page.getByRole('dialog', { name: 'New project' });
  const row = (name: string) => page.locator('tbody tr[data-row]').filter({ hasText: name });
  const add = async (name: string) => {
    await page.getByRole('link', { name: 'New project' }).click();
    await drawer.getByRole('textbox', { name: 'Name' }).fill(name);
    await drawer.getByLabel('Starts').fill('2026-03-01');
    await drawer.getByLabel('Ends').fill('2026-02-01');
    await drawer.getByRole('button', { name: 'Save project' }).click();
  };

  await page.getByRole('heading', { name: 'No projects yet' }).waitFor();
  await add('Website relaunch');
  await drawer.getByText('Must not be before the start', { exact: true }).waitFor();
  await drawer.getByLabel('Ends').fill('2026-09-30');
  await drawer.getByRole('button', { name: 'Save project' }).click();
  await row('Website relaunch').getByText('Planning').waitFor();
  await row('Website relaunch').getByText('Mara Lindqvist').waitFor();
  await page.getByRole('link', { name: 'Projects 1' }).waitFor();

  await add('website RELAUNCH');
  await drawer.getByLabel('Ends').fill('');
  await drawer.getByRole('button', { name: 'Save project' }).click();
  await drawer.getByText('Another one has this name already', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();

  await row('Website relaunch').getByRole('link').click();
  const editor = page.getByRole('dialog', { name: 'Edit Website relaunch' });
  await editor.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Completed' }).click();
  await editor.getByRole('button', { name: 'Save changes' }).click();
  await row('Website relaunch').getByText('Completed').waitFor();
  // A closed project goes back to active only.
  await row('Website relaunch').getByRole('link').click();
  await editor.getByRole('combobox', { name: 'Status' }).click();
  expect(await page.getByRole('option').allTextContents()).toEqual(['Completed', 'Active']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await editor.waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Actions for Website relaunch' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove project' }).click();
  await page.getByRole('heading', { name: 'No projects yet' }).waitFor();
});

test('who is linked by a project sees that client and that project, and is told so', async () => {
  const { workspace, clientId } = await givenClient();
  const viewer = await workspace.join('viewer');
  const params = { workspaceId: workspace.workspaceId, clientId };
  const body = { name: 'Brand audit', memberIds: [viewer.person.userId] };
  await workspace.api.projects.create({ params, body });
  await workspace.api.projects.create({ params, body: { name: 'Not for the viewer' } });
  const { page } = await browser.signIn(viewer.person.email);
  await page.getByText('Showing clients you own or that your projects link you to.').waitFor();
  await page.getByRole('link', { name: 'Acme' }).click();
  await page.getByRole('link', { name: 'Projects 1' }).click();
  await page.getByText('Brand audit').waitFor();
  expect(await page.getByText('Not for the viewer').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'New project' }).count()).toBe(0);
  await page.goto(`/clients/${clientId}/projects/new`);
  await page.getByText('projects.create', { exact: true }).waitFor();
});

test('W7 a module that somebody else switches off goes with its tab, without a reload', async () => {
  const { workspace, clientId } = await givenClient();
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${clientId}` });
  const tab = page.getByRole('link', { name: /^Projects/ });
  await tab.waitFor();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));

  const params = { workspaceId: workspace.workspaceId };
  const admin = await workspace.join('admin');
  const { data: plan } = await admin.api.workspacePlan.get({ params });
  const body = { modules: { projects: 'disabled' } } as const;
  await admin.api.workspacePlan.update({ params, body, ifMatch: plan?.version ?? 0 });

  // Any answer carries the newer version.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
  await page.getByRole('link', { name: 'Acme' }).click();
  await page.getByRole('heading', { level: 1, name: 'Acme' }).waitFor();
  await tab.waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);

  await page.goto(`/clients/${clientId}/projects`);
  await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
  await page.getByText('Projects is off').waitFor();
});
