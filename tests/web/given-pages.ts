import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import { tokenFor } from '#tests/api/access-samples.ts';
import { billing } from '#tests/support/billing.ts';
import { bulkOf } from '#tests/support/bulk.ts';
import { givenWorkspace, unique } from '#tests/support/given.ts';

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A workspace with something on every page: a client with a contact, and another one in the trash. */
export async function givenPages() {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  const address = { kind: 'billing', line1: '418 Foundry St', city: 'Oakland', country: 'US' } as const;
  const acme = await workspace.api.clients.create({
    params,
    body: { name: 'Acme Robotics', code: 'ACM', tags: ['Retainer'], addresses: [address] },
  });
  const blue = await workspace.api.clients.create({ params, body: { name: 'Blue Harbor Foods' } });
  if (!acme.data || !blue.data) throw new Error('creating answered nothing');
  const ana = await workspace.api.contacts.create({
    params: { ...params, clientId: acme.data.id },
    body: {
      firstName: 'Ana',
      lastName: 'Ruiz',
      emails: ['ana@acme.test'],
      phones: ['(415) 555-0123'],
      flags: ['approver'],
    },
  });
  const contactId = ana.data?.id ?? null;
  await workspace.api.notes.create({
    params: { ...params, clientId: acme.data.id },
    body: { kind: 'note', body: 'Never on Fridays', contactId },
  });
  // Long overdue, so that it is there on every day that the tests run.
  await workspace.api.followUps.create({
    params: { ...params, clientId: acme.data.id },
    body: { what: 'Send the quote', dueOn: '2026-01-05' },
  });
  await workspace.api.projects.create({
    params: { ...params, clientId: acme.data.id },
    body: { name: 'Website relaunch', status: 'active', startsOn: '2026-01-05', endsOn: '2026-12-18' },
  });
  const ofAcme = { ...params, clientId: acme.data.id };
  await workspace.api.brands.create({
    params: ofAcme,
    body: { name: 'Bolt', color: '#1f6feb', website: 'bolt.test' },
  });
  // A tax id that looks wrong, so that the warning is seen.
  const profile = { ...billing, legalName: 'Acme Robotics GmbH', taxId: '12' };
  await workspace.api.billingProfiles.create({ params: ofAcme, body: profile });
  await workspace.api.rates.change({
    params: { ...params, clientId: acme.data.id },
    body: { put: [{ position: 'Engineer', regular: 12_000, overtime: 18_000, effectiveFrom: '2026-01-01' }] },
  });
  const bulk = bulkOf(workspace);
  const tagging = await bulk.prepared({ field: 'tags', add: ['Key account'] }, [acme.data.id]);
  const { id: bulkEditId } = await bulk.run(tagging);
  await workspace.api.rates.changeCard({
    params,
    body: { put: [{ position: 'Designer', regular: 10_500, effectiveFrom: '2026-01-01' }] },
  });
  await givenStandards(workspace, acme.data.id);
  const option = { key: 'gold', label: 'Gold', archived: false };
  const flags = { required: true, unique: false, archived: false };
  await workspace.api.customFields.update({
    params,
    body: { fields: [{ ...flags, key: 'tier', label: 'Tier', type: 'select', options: [option] }] },
    ifMatch: 0,
  });
  await workspace.api.clients.remove({ params: { ...params, clientId: blue.data.id }, ifMatch: 1 });
  const entries = [{ key: 'health_care', label: 'Health care', archived: false }];
  await workspace.api.lists.update({
    params: { ...params, list: 'industries' },
    body: { entries },
    ifMatch: 0,
  });
  for (const name of ['Twice', 'Twice Ltd']) await workspace.api.clients.create({ params, body: { name } });
  await workspace.join('manager', 'Ana Ruiz');
  const { token } = await givenInvitation(workspace);
  return {
    owner: workspace.person.email,
    clientId: acme.data.id,
    contactId: contactId ?? '',
    bulkEditId,
    token,
  };
}

/** Standards of the workspace, and a client that has to meet two: one expired long ago, one to be begun. */
async function givenStandards(
  { api, workspaceId }: Pick<Awaited<ReturnType<typeof givenWorkspace>>, 'api' | 'workspaceId'>,
  clientId: ClientId,
): Promise<void> {
  const params = { workspaceId, clientId };
  await api.standards.create({ params, body: { key: 'iso_9001', name: 'ISO 9001', blocking: 'block' } });
  await api.standards.create({ params, body: { key: 'osha', name: 'OSHA safety induction' } });
  const { data } = await api.requirements.assign({ params, body: { standardKey: 'iso_9001' } });
  if (!data) throw new Error('assigning answered nothing');
  const at = { ...params, requirementId: data.id };
  const evidence = { label: 'Certificate 2024', url: 'files.test/iso.pdf', issuedOn: '2024-01-01' };
  const added = await api.requirements.addEvidence({
    params: at,
    ifMatch: 1,
    body: { ...evidence, expiresOn: '2025-01-01' },
  });
  const evidenceId = added.data?.evidence[0]?.id;
  if (!evidenceId) throw new Error('the evidence is not there');
  const review = { decision: 'accepted' as const };
  await api.requirements.reviewEvidence({ params: { ...at, evidenceId }, ifMatch: 2, body: review });
  await api.requirements.assign({ params, body: { standardKey: 'osha', dueOn: '2099-12-31' } });
}

/** Somebody who was asked to join, with the token from the mail. */
export async function givenInvitation(
  { api, workspaceId }: Pick<Awaited<ReturnType<typeof givenWorkspace>>, 'api' | 'workspaceId'>,
  { email = `${unique('new')}@example.test`, role = 'basic' } = {},
) {
  const { data } = await api.invitations.create({ params: { workspaceId }, body: { email, role } });
  if (!data) throw new Error('inviting answered nothing');
  return { invitation: data, email, token: await tokenFor(email) };
}

/** What a change of colours can break; names, roles and sizes are the same in both. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands, in light and in dark. */
export async function expectNoFindings(page: Page): Promise<void> {
  const looks = [
    ['light', new AxeBuilder({ page }).withTags(axeTags)],
    ['dark', new AxeBuilder({ page }).withRules(colourRules)],
  ] as const;
  for (const [colorScheme, axe] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect(found, colorScheme).toEqual([]);
  }
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
