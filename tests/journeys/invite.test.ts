import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace, unique } from '#tests/support/given.ts';
import { mailTo } from '#tests/support/portal.ts';

const browser = useBrowser();

test('an owner invites, the colleague joins by mail, and a key given later counts with the next click', async () => {
  const { person, api, workspaceId } = await givenWorkspace();
  await api.clients.create({ params: { workspaceId }, body: { name: 'Acme Robotics' } });
  const email = `${unique('nora')}@example.test`;
  const { page: owner, complaints } = await browser.signIn(person.email, { path: '/settings/team/invite' });
  const drawer = owner.getByRole('dialog', { name: 'Invite a colleague' });
  await drawer.getByLabel('E-mail').fill(email);
  await drawer.getByRole('combobox', { name: 'Role' }).click();
  await owner.getByRole('option', { name: 'Manager' }).click();
  await drawer.getByRole('region', { name: 'What Manager may do' }).waitFor();
  await drawer.getByRole('button', { name: 'Send invitation' }).click();
  await owner.getByText(`An invitation is on its way to ${email}`).waitFor();

  const link = /http\S+(\/invite\/[\w-]+)/.exec(await mailTo(email))?.[1] ?? '';
  const { page: nora, complaints: grumbles } = await browser.visit({ path: link });
  await nora.getByLabel('Your name').fill('Nora New');
  await nora.getByLabel('New password', { exact: true }).fill('Another-horse-8!');
  await nora.getByRole('button', { name: 'Join', exact: true }).click();
  await nora.getByRole('link', { name: 'Acme Robotics' }).click();
  await nora.getByRole('heading', { level: 1, name: 'Acme Robotics' }).waitFor();
  const menu = nora.getByRole('navigation', { name: 'Main' });
  expect(await menu.getByRole('link', { name: 'Trash' }).count()).toBe(0);

  await owner.goto('/settings/roles');
  await owner.getByRole('checkbox', { name: 'Move clients to the trash and restore them, Manager' }).click();
  await owner.getByText('Manager gains Move clients to the trash and restore them (1 person)').waitFor();
  await owner.getByRole('button', { name: 'Review and save' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click();
  await owner.getByText('The roles were saved').waitFor();

  await menu.getByRole('link', { name: 'Clients' }).click();
  // Something that asks the server: what is on screen already may be shown from memory.
  await nora.getByRole('button', { name: /^Pending/ }).click();
  await menu.getByRole('link', { name: 'Trash' }).waitFor();
  await nora.getByRole('button', { name: 'Actions for Acme Robotics' }).click();
  await nora.getByRole('menuitem', { name: 'Move to trash' }).waitFor();

  await owner.goto('/settings/team');
  await owner
    .getByRole('row', { name: new RegExp(email) })
    .filter({ hasText: 'Accepted' })
    .waitFor();
  expect([...complaints, ...grumbles]).toEqual([]);
});
