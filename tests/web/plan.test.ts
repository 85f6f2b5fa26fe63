import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

test('a module goes off, is put away and comes back, each after a look at what that does', async () => {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  const { page } = await browser.signIn(workspace.person.email, { path: '/settings/plan' });
  const act = async (name: string, submit: string) => {
    await page.getByRole('button', { name }).click();
    const review = page.getByRole('dialog', { name });
    await review.getByRole('heading', { name: 'Limits afterwards' }).waitFor();
    const seen = await review.textContent();
    await review.getByRole('button', { name: submit }).click();
    await review.waitFor({ state: 'hidden' });
    return seen;
  };

  const { data: foretold } = await workspace.api.workspacePlan.simulate({
    params,
    body: { modules: { projects: 'disabled' } },
  });
  const off = await act('Switch Projects off', 'Switch off');
  expect(off).toContain('Menus that goProjects');
  expect(off).toContain('Mara Lindqvist');
  expect(off).toContain(`${foretold?.routes.length} routes of the API stop answering`);
  const { data: me } = await workspace.api.staffMe.get({});
  expect(me?.workspaces[0]?.features).not.toContain('projects');

  const away = await act('Put Projects away', 'Put away');
  expect(away).toContain('It is kept until');
  await page.getByText(/Everything in it is kept until/).waitFor();
  expect(await act('Restore Projects', 'Restore')).toContain('ComesProjects');
  await page.getByRole('button', { name: 'Switch Projects off' }).waitFor();
});

test('a smaller plan says in words what goes and which limit is passed, and nothing is deleted', async () => {
  const workspace = await givenWorkspace();
  await workspace.join('basic');
  await workspace.join('viewer');
  const { page } = await browser.signIn(workspace.person.email, { path: '/settings/plan' });
  await page.getByRole('button', { name: 'Change to Solo' }).click();
  const review = page.getByRole('dialog', { name: 'Change to Solo' });
  await review.getByText('Above the limit. Nothing is deleted; no more can be added.').waitFor();
  await review.getByRole('button', { name: 'Change plan' }).click();
  await page.getByText('1 above the limit. Nothing is deleted; no more can be added.').waitFor();
  await page.goto('/pricing');
  await page.getByRole('columnheader', { name: /Solo Your plan/ }).waitFor();
});

test('who switches modules but holds no plan.manage is told, and finds no button for it', async () => {
  const workspace = await givenWorkspace('admin');
  const { page } = await browser.signIn(workspace.person.email, { path: '/settings/plan' });
  await page.getByText('Changing the plan is for whoever holds plan.manage').waitFor();
  expect(await page.getByRole('button', { name: /^Change to/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Switch Projects off' }).waitFor();
});

test('W4 at the limit the form keeps what was entered, and says where the plan is or whom to ask', async () => {
  const workspace = await givenWorkspace('owner', 'solo');
  const params = { workspaceId: workspace.workspaceId };
  for (let count = 1; count <= 10; count += 1) {
    await workspace.api.clients.create({ params, body: { name: `Client ${count}` } });
  }
  const tryOne = async (email: string) => {
    const { page } = await browser.signIn(email, { path: '/clients/new' });
    const drawer = page.getByRole('dialog', { name: 'New client' });
    await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('One too many');
    await drawer.getByRole('button', { name: 'Save client' }).click();
    await drawer.getByText(/The plan allows 10 active or pending clients, and there are 10/).waitFor();
    expect(await drawer.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe(
      'One too many',
    );
    return drawer;
  };
  const holder = await tryOne(workspace.person.email);
  expect(await holder.getByRole('link', { name: 'Open the plan' }).getAttribute('href')).toBe(
    '/settings/plan',
  );
  const manager = await workspace.join('manager');
  const other = await tryOne(manager.person.email);
  await other.getByText(/Ask Mara Lindqvist/).waitFor();
});

test('prices are there for everybody, with the way in', async () => {
  const { page, complaints } = await browser.visit({ path: '/pricing' });
  await page.getByRole('columnheader', { name: /Studio/ }).waitFor();
  expect(await page.getByRole('row', { name: /Active members/ }).textContent()).toMatch(/2\s*20\s*No limit/);
  await page.getByRole('link', { name: 'Open a workspace' }).waitFor();
  expect(await page.getByText('Your plan').count()).toBe(0);
  expect(complaints).toEqual([]);
});
