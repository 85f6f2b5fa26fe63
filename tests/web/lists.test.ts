import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

async function givenLists(...labels: string[]) {
  const workspace = await givenWorkspace();
  const { api, workspaceId } = workspace;
  const entries = labels.map((label) => ({ key: label.toLowerCase(), label, archived: false }));
  await api.lists.update({ params: { workspaceId, list: 'industries' }, body: { entries }, ifMatch: 0 });
  const visit = await browser.signIn(workspace.person.email, { path: '/settings/lists' });
  await visit.page.getByLabel(`Label of ${labels[0]}`).waitFor();
  const industries = async () => {
    const { data } = await api.lists.list({ params: { workspaceId } });
    return data?.data.find(({ name }) => name === 'industries')?.entries;
  };
  return { ...workspace, ...visit, industries };
}

test('entries are added, renamed, moved by button and by keys, archived, and saved whole', async () => {
  const { page, industries, complaints } = await givenLists('Retail', 'Health', 'Energy');
  await page.getByLabel('New entry in Industries').fill('Été & Fils');
  await page.keyboard.press('Enter');
  await page.getByLabel('Label of Retail').fill('Shops');
  await page.getByRole('button', { name: 'Move Energy up' }).click();
  await page.getByLabel('Label of Shops').press('Alt+ArrowDown');
  expect(await page.getByLabel('Label of Shops').evaluate((field) => field === document.activeElement)).toBe(
    true,
  );
  await page.getByRole('button', { name: 'Archive Health' }).click();
  await expectNoFindings(page);
  await page.getByText('1 list changed Industries').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The lists were saved').waitFor();
  const saved = await industries();
  expect(saved?.filter(({ archived }) => !archived).map(({ key, label }) => [key, label])).toEqual([
    ['energy', 'Energy'],
    ['retail', 'Shops'],
    ['ete_fils', 'Été & Fils'],
  ]);
  expect(saved?.find(({ key }) => key === 'health')).toMatchObject({ archived: true });

  await page.getByText('1 archived').click();
  await page.getByRole('button', { name: 'Restore Health' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByLabel('Label of Health').waitFor();
  expect(complaints).toEqual([]);
});

test('a blank label and one that is there already are told at their fields', async () => {
  const { page, industries } = await givenLists('Retail', 'Health');
  await page.getByLabel('Label of Health').fill('retail');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Is in this list already').waitFor();
  await page.getByLabel('Label of retail', { exact: true }).fill(' ');
  await page.getByText('Must not be blank').waitFor();
  expect((await industries())?.[1]?.label).toBe('Health');
});

test('a list that somebody else changed meanwhile loses nothing of either', async () => {
  const { page, api, workspaceId, industries } = await givenLists('Retail');
  await page.getByLabel('New entry in Industries').fill('Mine');
  await page.keyboard.press('Enter');
  const theirs = [
    { key: 'retail', label: 'Retail', archived: false },
    { key: 'theirs', label: 'Theirs', archived: false },
  ];
  await api.lists.update({
    params: { workspaceId, list: 'industries' },
    body: { entries: theirs },
    ifMatch: 1,
  });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText(/Nothing of yours is lost/).waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The lists were saved').waitFor();
  expect((await industries())?.map(({ label }) => label)).toEqual(['Retail', 'Mine', 'Theirs']);
});

test('a client’s industry is offered from the list, and any other text is taken', async () => {
  const { page } = await givenLists('Retail', 'Health');
  await page.goto('/clients/new');
  const field = page.getByRole('combobox', { name: 'Industry' }).or(page.getByLabel('Industry'));
  await field.first().fill('hea');
  await page.getByRole('option', { name: 'Health' }).click();
  expect(await field.first().inputValue()).toBe('Health');
  await field.first().fill('Deep sea');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Nautilus');
  await page.getByRole('button', { name: 'Save client' }).click();
  await page.getByText('Nautilus was created').waitFor();
});
