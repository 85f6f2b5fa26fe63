import { expect, test } from 'vitest';
import { enterPassword, useBrowser } from '#tests/support/browser.ts';
import { givenPerson, givenWorkspace, unique, world } from '#tests/support/given.ts';
import { newTotpCode } from '#tests/support/totp.ts';

const browser = useBrowser();

test('a wrong password and an unknown address are told the same; both fields suit a password manager', async () => {
  const { person } = await givenWorkspace();
  const { page } = await browser.visit({ path: '/sign-in' });
  expect(await page.getByLabel('Work e-mail').getAttribute('autocomplete')).toBe('username');
  const secret = page.getByLabel('Password', { exact: true });
  expect(await secret.getAttribute('autocomplete')).toBe('current-password');
  for (const email of [person.email, 'nobody@example.test']) {
    await page.getByLabel('Work e-mail').fill(email);
    await secret.fill('Wrong-horse-9!');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText('E-mail or password is not right. Check both and try again.')
      .waitFor();
  }
});

test.each(['//evil.test/', 'https://evil.test/', '/\\evil.test', 'javascript:alert(1)'])(
  'ATK-33: an address elsewhere, %s, is not gone to after signing in',
  async (next) => {
    const { person } = await givenWorkspace();
    const { page } = await browser.visit({ path: `/sign-in?next=${encodeURIComponent(next)}` });
    await enterPassword(page, person.email);
    await page.waitForURL((url) => url.hostname === 'app.localhost' && url.pathname === '/clients');
  },
);

test('ATK-34: an address of the app is come back to, a reload stays signed in, and no token is kept where scripts read', async () => {
  const { person } = await givenWorkspace();
  const { page } = await browser.visit({ path: '/clients?status=pending' });
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await enterPassword(page, person.email);
  await page.waitForURL('**/clients?status=pending');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toMatch(/eyJ|token/i);

  await page.getByRole('button', { name: 'Mara Lindqvist, account menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await page.goto('/clients');
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
});

test('dark is chosen in the account menu and stays', async () => {
  const { person } = await givenWorkspace();
  const { page } = await browser.signIn(person.email);
  await page.getByRole('button', { name: 'Mara Lindqvist, account menu' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  // The ground behind the page and the browser's own controls go along.
  const ground = () =>
    page.evaluate(() => {
      const { backgroundColor, colorScheme } = getComputedStyle(document.documentElement);
      return [backgroundColor, colorScheme];
    });
  expect(await ground()).toEqual(['rgb(14, 15, 18)', 'dark']);
  await page.reload();
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
});

test('another workspace shows nothing of this one', async () => {
  const { person, api } = await givenPerson();
  const ids = [];
  for (const name of ['First Studio', 'Second Studio']) {
    const { id } = await world().found({ name, slug: unique('studio'), owner: person });
    await api.clients.create({ params: { workspaceId: id }, body: { name: `Client of ${name}` } });
    ids.push(id);
  }
  const { page } = await browser.signIn(person.email);
  const [here, there] = (await page.title()).endsWith('First Studio')
    ? ['First Studio', 'Second Studio']
    : ['Second Studio', 'First Studio'];
  await page.getByRole('link', { name: `Client of ${here}` }).waitFor();
  await page.getByRole('button', { name: here, exact: true }).click();
  await page.getByRole('menuitemradio', { name: there }).click();
  await page.getByRole('link', { name: `Client of ${there}` }).waitFor();
  expect(await page.getByText(`Client of ${here}`).count()).toBe(0);
  await page.reload();
  await page.getByRole('link', { name: `Client of ${there}` }).waitFor();
});

test('when the access version rises, buttons and navigation follow the new rights', async () => {
  const workspace = await givenWorkspace();
  const { data: me } = await workspace.api.staffMe.get({});
  const { page } = await browser.signIn(workspace.person.email);
  await page.getByRole('link', { name: 'New client' }).waitFor();
  const lost = ['clients.create', 'clients.delete'];
  const workspaces = me?.workspaces.map((membership) => ({
    ...membership,
    accessVersion: 1000,
    permissions: membership.permissions.filter((key) => !lost.includes(key)),
  }));
  await page.route('**/api/staff/me', (route) => route.fulfill({ json: { ...me, workspaces } }));
  await page.route('**/clients/trash', (route) =>
    route.fulfill({
      json: { data: [], page: { next: null } },
      headers: { 'x-access-version': '1000' },
    }),
  );
  await page.getByRole('link', { name: 'Trash' }).click();
  await page.getByRole('heading', { name: 'You don’t have access to this page' }).waitFor();
  expect(await page.getByRole('link', { name: 'Trash' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Go to clients' }).click();
  await page.getByRole('heading', { name: 'No clients yet' }).waitFor();
});

test('who has an authenticator is asked for its code', async () => {
  const { person, api } = await givenWorkspace();
  const { data: made } = await api.staffTotp.begin({});
  if (!made) throw new Error('beginning answered nothing');
  await api.staffTotp.verify({ body: { code: newTotpCode(made.secret) } });
  const { page } = await browser.visit({ path: '/sign-in' });
  await enterPassword(page, person.email);
  const digits = page.getByRole('group', { name: 'Six-digit code' });
  const enter = async (code: string) => {
    await digits.getByLabel('Digit 1 of 6').click();
    await page.keyboard.type(code);
    await page.getByRole('button', { name: 'Continue' }).click();
  };
  await enter(newTotpCode(made.secret, 1));
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
});
