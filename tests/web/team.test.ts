import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace, unique } from '#tests/support/given.ts';
import { expectNoFindings, givenInvitation } from './given-pages.ts';

const browser = useBrowser();

async function givenTeam(role: 'owner' | 'admin' = 'owner', plan?: string) {
  const workspace = await givenWorkspace('owner', plan);
  const person = role === 'owner' ? workspace : await workspace.join(role, 'Jonas Weber');
  const ana = await workspace.join('basic', 'Ana Ruiz');
  const visit = await browser.signIn(person.person.email, { path: '/settings/team' });
  await row(visit.page, 'Ana Ruiz').waitFor();
  return { ...workspace, ...visit, ana };
}

const row = (page: Page, name: string) => page.locator('tbody tr[data-row]').filter({ hasText: name });

test('a role is given in the row, and somebody is disabled and enabled again', async () => {
  const { page, api, workspaceId, ana, complaints } = await givenTeam();
  await page.getByRole('combobox', { name: 'Role of Ana Ruiz' }).click();
  await page.getByRole('option', { name: 'Manager' }).click();
  await page.getByText('Ana Ruiz is now Manager').waitFor();
  await page.getByRole('button', { name: 'Actions for Ana Ruiz' }).click();
  await page.getByRole('menuitem', { name: 'Disable' }).click();
  await row(page, 'Ana Ruiz').getByText('Disabled').waitFor();
  const list = async () => (await api.members.list({ params: { workspaceId } })).data?.data;
  expect((await list())?.find(({ userId }) => userId === ana.person.userId)).toMatchObject({
    role: 'manager',
    status: 'disabled',
  });
  await page.getByRole('button', { name: 'Actions for Ana Ruiz' }).click();
  await page.getByRole('menuitem', { name: 'Enable' }).click();
  await row(page, 'Ana Ruiz').getByText('Active').waitFor();
  expect(complaints).toEqual([]);
});

test('the last owner stays one, and the page says why', async () => {
  const { page } = await givenTeam();
  await row(page, 'Mara Lindqvist').getByText('the only owner').waitFor();
  expect(await page.getByLabel('Role of Mara Lindqvist').count()).toBe(0);
  await page.getByRole('button', { name: 'Actions for Mara Lindqvist' }).click();
  await page.getByText('A workspace keeps at least one owner. Make somebody else an owner first.').waitFor();
  await expectNoFindings(page);
});

test('nobody gives or takes more than he holds himself', async () => {
  const { page } = await givenTeam('admin');
  await page.getByRole('combobox', { name: 'Role of Ana Ruiz' }).click();
  expect(await page.getByRole('option', { name: 'Owner' }).getAttribute('data-combobox-disabled')).toBe(
    'true',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Invite' }).click();
  await page
    .getByRole('dialog', { name: 'Invite a colleague' })
    .getByRole('combobox', { name: 'Role' })
    .click();
  expect(await page.getByRole('option', { name: 'Owner' }).getAttribute('data-combobox-disabled')).toBe(
    'true',
  );
});

test('who goes hands over all clients, with a bar until none is left', async () => {
  const { page, api, workspaceId, ana } = await givenTeam();
  // One more than a call of the handover moves.
  await Promise.all(
    Array.from({ length: 21 }, (_, number) =>
      api.clients.create({
        params: { workspaceId },
        body: { name: `Client ${number}`, ownerId: ana.person.userId },
      }),
    ),
  );
  await page.getByRole('button', { name: 'Actions for Ana Ruiz' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const asking = page.getByRole('dialog', { name: 'Remove Ana Ruiz?' });
  expect(
    await asking
      .getByRole('combobox', { name: 'Their clients, follow-ups and team places go to' })
      .inputValue(),
  ).toBe('Mara Lindqvist (you)');
  await expectNoFindings(page);
  await asking.getByRole('button', { name: 'Remove' }).click();
  await asking.getByRole('progressbar').waitFor();
  await page.getByText('Ana Ruiz was removed').waitFor();
  await row(page, 'Ana Ruiz').waitFor({ state: 'hidden' });
  const { data } = await api.clients.list({
    params: { workspaceId },
    query: { owner: ana.person.userId },
  });
  expect(data?.data).toEqual([]);
});

test('an invitation is sent, sent again and taken back; the same address twice is told at the field', async () => {
  const { page, complaints } = await givenTeam();
  const email = `${unique('bea')}@example.test`;
  const invite = async (address: string) => {
    await page.getByRole('link', { name: 'Invite' }).click();
    const drawer = page.getByRole('dialog', { name: 'Invite a colleague' });
    await drawer.getByLabel('E-mail').fill(address);
    await drawer.getByRole('button', { name: 'Send invitation' }).click();
    return drawer;
  };
  await invite(email);
  await page.getByText(`An invitation is on its way to ${email}`).waitFor();
  await row(page, email).getByText('Open').waitFor();
  await page.getByRole('button', { name: `Resend to ${email}` }).click();
  await page.getByText('The link before works no more.').waitFor();
  expect(complaints).toEqual([]);

  const drawer = await invite(email);
  await drawer.getByText('Has an open invitation already').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  await drawer.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: `Revoke the invitation of ${email}` }).click();
  await row(page, email).getByText('Revoked').waitFor();
});

test('a plan without a seat left, a member, and a mail that fails are each told in words', async () => {
  const { page, ana } = await givenTeam('owner', 'solo');
  await page.goto('/settings/team/invite');
  const drawer = page.getByRole('dialog', { name: 'Invite a colleague' });
  await drawer.getByLabel('E-mail').fill(ana.person.email);
  await drawer.getByRole('button', { name: 'Send invitation' }).click();
  await drawer.getByText('Is a member already').first().waitFor();
  await drawer.getByLabel('E-mail').fill(`${unique('bea')}@example.test`);
  await drawer.getByRole('button', { name: 'Send invitation' }).click();
  await drawer
    .getByText(/Your plan has room for 2 members/)
    .first()
    .waitFor();
});

test('an accepted and an expired invitation, and a failed mail, are told from open ones', async () => {
  const workspace = await givenWorkspace();
  const { invitation } = await givenInvitation(workspace);
  const { page } = await browser.signIn(workspace.person.email);
  const face = (email: string, change: object) => ({ ...invitation, id: email, email, ...change });
  await page.route('**/invitations', (route) =>
    route.fulfill({
      json: {
        data: [
          face('failed@example.test', { delivery: 'failed' }),
          face('late@example.test', { state: 'expired' }),
          face('in@example.test', { state: 'accepted' }),
        ],
        page: { next: null },
      },
    }),
  );
  await page.goto('/settings/team');
  await row(page, 'failed@example.test').getByText('Mail failed').waitFor();
  await row(page, 'late@example.test').getByText('Expired').waitFor();
  await row(page, 'in@example.test').getByText('Accepted').waitFor();
  expect(await page.getByRole('button', { name: 'Resend to late@example.test' }).count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Resend to in@example.test' }).count()).toBe(0);
});
