import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

test('the 403 page shows the gates, who can open the shut one, and a mail to them', async () => {
  const workspace = await givenWorkspace('viewer');
  const { page } = await browser.signIn(workspace.person.email, { path: '/trash' });
  const card = page.getByRole('region', { name: 'Why can’t I?' });
  await card.getByText('Viewer lacks clients.delete').waitFor();
  expect(await card.getByRole('listitem').count()).toBe(4);
  expect(await card.getByText('Stops here').count()).toBe(1);
  await page.getByText('Mara Lindqvist can open this.').waitFor();
  const mail = await page.getByRole('link', { name: 'Ask Mara' }).getAttribute('href');
  expect(mail).toContain(`mailto:${workspace.owner.person.email}?subject=Access%20in%20Test%20Studio`);
});

test('W8 the gate that stops somebody is the one that lets them in once it is opened', async () => {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  const { data: client } = await workspace.api.clients.create({ params, body: { name: 'Acme Robotics' } });
  const basic = await workspace.join('basic');
  const { page } = await browser.signIn(workspace.person.email, { path: '/settings/explain' });

  await page.getByRole('combobox', { name: 'Who' }).click();
  // Both are called Mara: the second one is the one who joined.
  await page.getByRole('option', { name: 'Mara Lindqvist' }).nth(1).click();
  await page.getByRole('combobox', { name: 'Wants to' }).fill('clients.view');
  await page.getByRole('option', { name: 'See clients', exact: true }).click();
  await page.getByRole('combobox', { name: 'With the client' }).fill('Acme');
  await page.getByRole('option', { name: 'Acme Robotics' }).click();
  const stop = page.getByRole('heading', { name: 'Client stops here' });
  const asked = new URL(page.url()).searchParams;
  if (asked.get('who') !== basic.person.userId) {
    await page.goto(`/settings/explain?who=${basic.person.userId}&action=clients.view&client=${client?.id}`);
  }
  await stop.waitFor();
  await page.getByText('Asked for Acme Robotics.').waitFor();

  const { data: project } = await workspace.api.projects.create({
    params: { ...params, clientId: client?.id as NonNullable<typeof client>['id'] },
    body: { name: 'Audit', memberIds: [basic.person.userId] },
  });
  expect(project?.memberIds).toEqual([basic.person.userId]);
  await page.reload();
  await page.getByText('Yes', { exact: true }).waitFor();
  expect(await stop.count()).toBe(0);

  const theirs = await browser.signIn(basic.person.email, { path: `/clients/${client?.id}` });
  await theirs.page.getByRole('heading', { level: 1, name: 'Acme Robotics' }).waitFor();
});
