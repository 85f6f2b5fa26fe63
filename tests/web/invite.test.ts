import { expect, test } from 'vitest';
import { enterPassword, useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings, givenInvitation } from './given-pages.ts';

const browser = useBrowser();

test('somebody new gives a name and a password, with what it needs ticked off, and is in', async () => {
  const workspace = await givenWorkspace();
  const { token, email } = await givenInvitation(workspace);
  const { page, complaints } = await browser.visit({ path: `/invite/${token}` });
  await page.getByRole('heading', { level: 1, name: 'Join Test Studio' }).waitFor();
  await page.getByText(`You will sign in as ${email}`).waitFor();
  await page.getByLabel('New password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByText('Must not be blank').waitFor();
  await page.getByText('Does not have all of this yet:').waitFor();
  await expectNoFindings(page);
  await page.getByLabel('Your name').fill('Nora New');
  await page.getByLabel('New password', { exact: true }).fill('Another-horse-8!');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('button', { name: 'Nora New, account menu' }).waitFor();
  expect(await page.title()).toBe('Clients · Test Studio');
  expect(complaints).toEqual([]);

  await page.goto(`/invite/${token}`);
  await page.getByRole('heading', { level: 1, name: 'This invitation was used' }).waitFor();
  await page.getByRole('link', { name: 'Go to your workspace' }).click();
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
});

test('somebody with an account signs in there, and has both workspaces', async () => {
  const own = await givenWorkspace();
  const other = await givenWorkspace();
  const { token } = await givenInvitation(other, { email: own.person.email, role: 'viewer' });
  const { page } = await browser.visit({ path: `/invite/${token}` });
  await page.getByText('You have an account already').waitFor();
  expect(await page.getByLabel('Work e-mail').inputValue()).toBe(own.person.email);
  await expectNoFindings(page);
  await enterPassword(page, own.person.email);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await page
    .getByRole('button', { name: /Test Studio/ })
    .first()
    .click();
  await page.getByRole('menuitemradio').nth(1).waitFor();
  expect(await page.getByRole('menuitemradio').count()).toBe(2);
  await page
    .getByRole('menuitemradio', { name: /Viewer/ })
    .and(page.locator('[aria-checked="true"]'))
    .waitFor();
});

test('who is signed in with the address joins with one press; with another one it is told plainly', async () => {
  const host = await givenWorkspace();
  const guest = await givenWorkspace();
  const { token } = await givenInvitation(host, { email: guest.person.email });
  const right = await browser.signIn(guest.person.email, { path: `/clients` });
  await right.page.goto(`/invite/${token}`);
  await right.page.getByText(`You are signed in as ${guest.person.email}`).waitFor();

  const stranger = await givenWorkspace();
  const wrong = await browser.signIn(stranger.person.email);
  await wrong.page.goto(`/invite/${token}`);
  await wrong.page
    .getByRole('heading', { level: 1, name: 'This invitation is for another address' })
    .waitFor();
  await wrong.page.getByText(`You are signed in as ${stranger.person.email}`).waitFor();
  await expectNoFindings(wrong.page);
  await wrong.page.getByRole('button', { name: 'Sign out and accept' }).click();
  await wrong.page.getByText('You have an account already').waitFor();

  await right.page.getByRole('button', { name: 'Join', exact: true }).click();
  await right.page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  const { data } = await guest.api.staffMe.get({});
  expect(data?.workspaces.map(({ id }) => id)).toContain(host.workspaceId);
});

test.each([
  ['expired', 'This invitation has expired', 'Ask Mara Lindqvist at Test Studio'],
  ['revoked', 'This invitation was taken back', 'If you think that is a mistake'],
])('an invitation that is %s says so, and where to go from there', async (state, title, sentence) => {
  const { page } = await browser.visit();
  await page.route('**/invitations/look', (route) =>
    route.fulfill({
      json: {
        state,
        workspace: 'Test Studio',
        email: 'new@example.test',
        invitedBy: 'Mara Lindqvist',
        known: false,
      },
    }),
  );
  await page.goto(`/invite/${'x'.repeat(43)}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText(sentence).waitFor();
  await expectNoFindings(page);
  await page.getByRole('link', { name: 'Go to sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
});

test('a revoked link, one that was replaced and one cut short lead nowhere but on', async () => {
  const workspace = await givenWorkspace();
  const { token, invitation } = await givenInvitation(workspace);
  const { workspaceId } = workspace;
  await workspace.api.invitations.resend({
    params: { workspaceId, invitationId: invitation.id },
    ifMatch: invitation.version,
  });
  for (const link of [token, token.slice(0, 20)]) {
    const { page } = await browser.visit({ path: `/invite/${link}` });
    await page.getByRole('heading', { level: 1, name: 'This link leads nowhere' }).waitFor();
    await page.getByRole('link', { name: 'Go to sign in' }).waitFor();
  }
});

test('PAGE-5 PAGE-6 the page waits for its invitation, and a failure can be tried again', async () => {
  const { token } = await givenInvitation(await givenWorkspace());
  const { page } = await browser.visit();
  const slow = Promise.withResolvers<void>();
  await page.route('**/invitations/look', async (route) => {
    await slow.promise;
    const body = { type: 'x', title: 'x', status: 500, code: 'internal', traceId: 'trace-7' };
    await route.fulfill({ status: 500, json: body });
  });
  await page.goto(`/invite/${token}`);
  await page.locator('[aria-busy="true"] [data-skeleton]').first().waitFor();
  slow.resolve();
  await page.getByText('Trace id trace-7').waitFor();
  await page.unroute('**/invitations/look');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Join Test Studio' }).waitFor();
});
