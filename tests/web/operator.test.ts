import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { apiAs, givenOperator, givenWorkspace, unique } from '#tests/support/given.ts';

const browser = useBrowser();

/** A plan of the test's own, so that no other test sees its workspaces change. */
async function givenPlan(operator: Awaited<ReturnType<typeof givenOperator>>) {
  const key = unique('p').replaceAll(/[^a-z0-9]/g, '');
  const body = {
    name: `Studio ${key}`,
    summary: 'A plan of a test',
    price: { amount: 4900, currency: 'EUR' },
    features: ['clients', 'timeline'],
    limits: { 'clients.active': 10 },
    retired: false,
  };
  const params = { kind: 'plan', key } as const;
  await operator.api.operator.putOffer({ params, body, ifMatch: 0 });
  const workspace = await givenWorkspace('owner', key);
  // Not on the pages of other tests.
  await operator.api.operator.putOffer({ params, body: { ...body, retired: true }, ifMatch: 1 });
  return { key, workspace };
}

test('an offer gets a new version with its workspaces in sight, and is applied to them one by one', async () => {
  const operator = await givenOperator();
  const { key, workspace } = await givenPlan(operator);
  const { page, complaints } = await browser.visit({ path: '/sign-in' });
  await page.getByLabel('Work e-mail').fill(operator.person.email);
  await page.getByLabel('Password', { exact: true }).fill('Correct-horse-9!');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  // He belongs to no workspace, so his section is where he arrives.
  await page.getByRole('heading', { level: 1, name: 'Workspaces' }).waitFor();

  await page.goto(`/operator/offers/plan/${key}/edit`);
  const editor = page.getByRole('dialog', { name: `Edit Studio ${key}` });
  await editor.getByText(/1 workspace has it: Test Studio/).waitFor();
  const price = editor.getByRole('textbox', { name: 'Price a month' });
  expect(await price.inputValue()).toBe('49.00');
  await price.fill('59.9O');
  await editor.getByRole('button', { name: 'Save as a new version' }).click();
  await editor.getByText('An amount of this currency, like 49.00', { exact: true }).waitFor();
  await price.fill('59.9');
  await editor.getByRole('checkbox', { name: 'Projects' }).check();
  await editor.getByRole('button', { name: 'Save as a new version' }).click();
  await editor.waitFor({ state: 'hidden' });
  await page.getByText('€59.90').waitFor();

  const { data: offers } = await apiAs(null).plans.offers({});
  const saved = offers?.data.find((offer) => offer.key === key);
  expect(saved?.price).toEqual({ amount: 5990, currency: 'EUR' });
  const featuresOf = async () => (await workspace.api.staffMe.get({})).data?.workspaces[0]?.features;
  expect(await featuresOf()).not.toContain('projects');

  await page.getByText('Gains Projects.').waitFor();
  await page.getByRole('button', { name: 'Apply version 3 to 1 workspace' }).click();
  await page.getByText('1 of 1 done').waitFor();
  await page.getByText('Up to date').waitFor();
  expect(await featuresOf()).toContain('projects');
  expect(complaints).toEqual([]);
});

test('others find nothing under the address, and no entry leads to it', async () => {
  const workspace = await givenWorkspace();
  const { page } = await browser.signIn(workspace.person.email);
  await page.getByRole('button', { name: /account menu/ }).click();
  await page.getByRole('menuitem', { name: 'Profile' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Run this installation' }).count()).toBe(0);
  await page.goto('/operator');
  await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
});
