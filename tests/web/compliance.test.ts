import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenCompliance } from '#tests/support/compliance.ts';

const browser = useBrowser();
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a standard is assigned, proven, reviewed and waived on the client’s record', async () => {
  const { person, standard, client } = await givenCompliance();
  await standard({ evidenceTypes: ['Certificate'] });
  const { page } = await browser.signIn(person.email, { path: `/clients/${client.id}/compliance` });
  const act = async (item: string) => {
    await page.getByRole('button', { name: 'Actions for ISO 9001' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  await page.getByRole('button', { name: 'Assign a standard' }).click();
  const assigning = page.getByRole('dialog', { name: 'Assign a standard' });
  await assigning.getByRole('button', { name: 'Assign', exact: true }).click();
  await assigning.getByText('Choose a standard', { exact: true }).waitFor();
  await assigning.getByRole('combobox', { name: 'Standard' }).click();
  await page.getByRole('option', { name: 'ISO 9001' }).click();
  await assigning.getByRole('button', { name: 'Assign', exact: true }).click();
  await page.getByRole('cell', { name: 'Not started' }).waitFor();

  await act('Add evidence');
  const adding = page.getByRole('dialog', { name: 'Evidence of ISO 9001' });
  await adding.getByRole('textbox', { name: 'Name' }).fill('Certificate');
  await adding.getByRole('textbox', { name: 'Link' }).fill('javascript:alert(1)');
  await adding.getByLabel('Issued').fill(day(-1));
  await adding.getByLabel('Valid until').fill(day(20));
  await adding.getByRole('button', { name: 'Add evidence' }).click();
  await adding.getByText('A link like https://files.acme.com/certificate.pdf', { exact: true }).waitFor();
  await adding.getByRole('textbox', { name: 'Link' }).fill('files.test/iso.pdf');
  await adding.getByRole('button', { name: 'Add evidence' }).click();
  await page.getByText('To be reviewed').waitFor();
  const link = page.getByRole('link', { name: 'Certificate' });
  expect(await link.getAttribute('href')).toBe('https://files.test/iso.pdf');

  await act('Review Certificate');
  const reviewing = page.getByRole('dialog', { name: 'Review Certificate' });
  await reviewing.getByRole('radio', { name: 'Reject' }).click();
  await reviewing.getByRole('button', { name: 'Save decision' }).click();
  await reviewing.getByText('Say what is wrong with it', { exact: true }).waitFor();
  await reviewing.getByRole('radio', { name: 'Accept' }).click();
  await reviewing.getByRole('button', { name: 'Save decision' }).click();
  await page.getByRole('cell', { name: 'Expires in 20 days' }).waitFor();
  await page.getByText('1 of 1 met').waitFor();

  await act('Waive');
  const waiving = page.getByRole('dialog', { name: 'Waive ISO 9001' });
  await waiving.getByRole('textbox', { name: 'Reason' }).fill('Between two audits');
  await waiving.getByRole('button', { name: 'Waive' }).click();
  await waiving.getByText('A waiver needs an end', { exact: true }).waitFor();
  await waiving.getByLabel('Last day').fill(day(30));
  await waiving.getByRole('button', { name: 'Waive' }).click();
  await page.getByRole('cell', { name: /^Waived until/ }).waitFor();

  await page.getByRole('button', { name: 'ISO 9001', exact: true }).click();
  const details = page.getByRole('dialog', { name: 'ISO 9001' });
  await details.getByText(/^Approved by Mara Lindqvist, ends by itself after/).waitFor();
  await details.getByText('Between two audits').waitFor();
  await details.getByText('Reviewed by Mara Lindqvist').waitFor();
});

test('K4: reminders are snoozed with a reason until a day, which is shown, and are woken again', async () => {
  const { person, client, standard, assign } = await givenCompliance();
  await standard();
  await assign({ dueOn: day(90) });
  const { page } = await browser.signIn(person.email, { path: `/clients/${client.id}/compliance` });
  const act = async (item: string) => {
    await page.getByRole('button', { name: 'Actions for ISO 9001' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await act('Snooze reminders');
  const drawer = page.getByRole('dialog', { name: 'Snooze reminders of ISO 9001' });
  await drawer.getByLabel('No reminders before').fill(day(40));
  await drawer.getByRole('button', { name: 'Snooze' }).click();
  await drawer.getByText('Say why, in a few words', { exact: true }).waitFor();
  await drawer.getByRole('textbox', { name: 'Why' }).fill('The auditor is booked');
  await drawer.getByRole('button', { name: 'Snooze' }).click();
  const cell = page.getByRole('cell', { name: /^Snoozed until/ });
  await cell.waitFor();
  expect(await cell.getByTitle('The auditor is booked').count()).toBe(1);
  await act('Wake reminders');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await cell.waitFor({ state: 'hidden' });
});

test('compliance is saved as a file of commas, and stands on the overview in figure, word and shape', async () => {
  const { person, client, standard, assign, api } = await givenCompliance();
  await standard({ name: '=ISO 9001' });
  await standard({ key: 'soc_2', name: 'SOC 2' });
  const { at } = await assign();
  await assign({ standardKey: 'soc_2', dueOn: day(30) });
  await api.requirements.move({ params: at, ifMatch: 1, body: { status: 'in_progress' } });
  const expiresOn = day(-2);
  await api.requirements.move({ params: at, ifMatch: 2, body: { status: 'compliant', expiresOn } });
  const { page } = await browser.signIn(person.email, { path: `/clients/${client.id}/compliance` });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^ACM compliance \d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(new RegExp(`^"'=ISO 9001","Expired","","${expiresOn}","Mara Lindqvist"`));

  await page.goto(page.url().replace('/compliance', ''));
  const card = page.getByRole('region', { name: 'Compliance' });
  await card.getByText('0 of 2 met').waitFor();
  await card.getByText('1 expired').waitFor();
  await card.getByRole('link', { name: 'Open compliance' }).click();
  await page.getByRole('cell', { name: 'SOC 2', exact: true }).waitFor();
});

test('a proposed standard says why, is set aside with a reason, proposed again and assigned', async () => {
  const { person, api, params, client, standard } = await givenCompliance();
  await api.clients.update({ params, ifMatch: 1, body: { industry: 'Energy' } });
  await standard();
  await standard({ key: 'iso_14001', name: 'ISO 14001', rule: { industries: ['Energy', 'Mining'] } });
  const { page } = await browser.signIn(person.email, { path: `/clients/${client.id}/compliance` });
  await page.getByText('Proposed: ISO 14001, because the industry is Energy').waitFor();
  await page.getByRole('button', { name: 'Not needed: ISO 14001' }).click();
  const drawer = page.getByRole('dialog', { name: 'ISO 14001 is not needed' });
  await drawer.getByRole('button', { name: 'Set aside' }).click();
  await drawer.getByText('Say why, in a few words', { exact: true }).waitFor();
  await drawer.getByRole('textbox', { name: 'Reason' }).fill('They sold the plant');
  await drawer.getByRole('button', { name: 'Set aside' }).click();
  await page.getByRole('button', { name: '1 proposal is not needed' }).click();
  await page.getByText('They sold the plant').waitFor();
  await page.getByRole('button', { name: 'Propose again: ISO 14001' }).click();
  await page.getByRole('button', { name: 'Assign ISO 14001' }).click();
  const assigning = page.getByRole('dialog', { name: 'Assign a standard' });
  await assigning.getByRole('button', { name: 'Assign', exact: true }).click();
  await page.getByRole('cell', { name: 'Not started' }).waitFor();
  expect(await page.getByText('Proposed:').count()).toBe(0);
});

test('K3: whoever added evidence cannot choose to accept it where four eyes are needed, and reads why', async () => {
  const { person, client, standard, assign, api } = await givenCompliance();
  await standard({ fourEyes: true });
  const { at } = await assign();
  const body = { label: 'Certificate', url: 'files.test/iso.pdf', issuedOn: day(-1) };
  await api.requirements.addEvidence({ params: at, ifMatch: 1, body });
  const { page } = await browser.signIn(person.email, { path: `/clients/${client.id}/compliance` });
  await page.getByRole('button', { name: 'Actions for ISO 9001' }).click();
  const met = page.getByRole('menuitem', { name: 'Mark met: takes accepted evidence' });
  expect(await met.isDisabled()).toBe(true);
  await page.getByRole('menuitem', { name: 'Review Certificate' }).click();
  const reviewing = page.getByRole('dialog', { name: 'Review Certificate' });
  await reviewing.getByText('somebody else has to accept it', { exact: false }).waitFor();
  expect(await reviewing.getByRole('radio', { name: 'Accept' }).isDisabled()).toBe(true);
});

test('a rule is written in the settings and read back in plain words', async () => {
  const { person, standard } = await givenCompliance();
  await standard();
  const { page } = await browser.signIn(person.email, { path: '/settings/standards' });
  await page.getByRole('button', { name: 'Actions for ISO 9001' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const drawer = page.getByRole('dialog', { name: 'Edit ISO 9001' });
  await drawer.getByText('Proposed to nobody', { exact: false }).waitFor();
  for (const industry of ['Energy', 'Mining']) {
    await drawer.getByRole('combobox', { name: 'Industry is one of' }).fill(industry);
    await page.keyboard.press('Enter');
  }
  await drawer.getByRole('combobox', { name: 'Has one of the tags' }).fill('Grid');
  await page.keyboard.press('Enter');
  const words = 'the industry is Energy or Mining and it has the tag Grid';
  await drawer.getByText(words, { exact: false }).waitFor();
  await drawer.getByRole('button', { name: 'Save standard' }).click();
  await page.getByRole('cell', { name: words }).waitFor();
});

test('standards are added, archived and deleted in the settings; one in use offers no delete', async () => {
  const { person, standard, assign } = await givenCompliance();
  await standard();
  await assign();
  const { page } = await browser.signIn(person.email, { path: '/settings/standards' });
  await page.getByRole('button', { name: 'New standard' }).click();
  const drawer = page.getByRole('dialog', { name: 'New standard' });
  await drawer.getByRole('textbox', { name: 'Name' }).fill('SOC 2 report');
  await drawer.getByRole('button', { name: 'Save standard' }).click();
  await page.getByRole('cell', { name: 'soc_2_report' }).waitFor();

  await page.getByRole('button', { name: 'Actions for ISO 9001' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Delete' }).count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('cell', { name: 'Archived' }).waitFor();

  await page.getByRole('button', { name: 'Actions for SOC 2 report' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page
    .getByRole('dialog', { name: 'Remove SOC 2 report?' })
    .getByRole('button', { name: 'Remove' })
    .click();
  await page.getByRole('cell', { name: 'soc_2_report' }).waitFor({ state: 'hidden' });
});

test('whoever only looks at compliance is offered nothing to change, and without the key no tab', async () => {
  const { join, api, standard, assign, client, params } = await givenCompliance();
  await standard();
  await assign();
  const { data: roles } = await api.roles.list({ params });
  const permissions = ['clients.view', 'clients.view_all', 'compliance.view'] as const;
  const body = { key: 'auditor', name: 'Auditor', permissions: [...permissions] };
  await api.roles.create({ params, ifMatch: roles?.version ?? 0, body });
  const auditor = await join('auditor');
  const looking = await browser.signIn(auditor.person.email, { path: `/clients/${client.id}/compliance` });
  await looking.page.getByRole('cell', { name: 'ISO 9001' }).waitFor();
  expect(await looking.page.getByRole('button', { name: /^Actions for ISO|Assign/ }).count()).toBe(0);

  const viewer = await join('viewer');
  await api.clients.update({ params, ifMatch: 1, body: { ownerId: viewer.person.userId } });
  const { page } = await browser.signIn(viewer.person.email, { path: `/clients/${client.id}` });
  await page.getByRole('link', { name: 'Activity' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Compliance' }).count()).toBe(0);
});

test('UX23, K2: what is printed of compliance names every standard, and my day names what is late at which client', async () => {
  const { person, client, standard, assign } = await givenCompliance();
  await standard();
  await assign({ dueOn: day(-3) });
  const { page } = await browser.signIn(person.email, { path: `/clients/${client.id}/compliance` });
  const cell = page.getByRole('cell', { name: 'ISO 9001', exact: true });
  await cell.waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await cell.getByText('ISO 9001').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await page.goto('/follow-ups');
  const card = page.getByRole('region', { name: 'Compliance of your clients' });
  await card.getByText(/^Overdue since/).waitFor();
  await card.getByRole('link', { name: 'Acme Robotics' }).click();
  await cell.waitFor();
});
