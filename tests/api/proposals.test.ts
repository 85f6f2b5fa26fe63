import { expect, test } from 'vitest';
import type { ClientPatch } from '#contracts/schemas/client.ts';
import { givenCompliance } from '../support/compliance.ts';
import { eventually } from '../support/eventually.ts';
import { refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

const street = { kind: 'billing' as const, line1: '1 Foundry Street', city: 'Graz', country: 'AT' };

/** A client in energy, and a standard that a rule proposes to such. */
async function givenProposal() {
  const given = await givenCompliance();
  const { api, params } = given;
  const change = async (body: ClientPatch) => {
    const { data } = await api.clients.get({ params });
    await api.clients.update({ params, ifMatch: data?.version ?? 0, body });
  };
  await change({ industry: 'Energy', tags: ['Grid'] });
  await given.standard({ key: 'iso_14001', name: 'ISO 14001', rule: { industries: ['Mining', 'energy'] } });
  const proposals = async () => (await api.proposals.list({ params })).data?.data ?? [];
  const only = async () => {
    const [proposal, ...others] = await proposals();
    if (!proposal || others.length > 0) throw new Error('not exactly one proposal');
    return proposal;
  };
  const at = { ...params, standardKey: 'iso_14001' };
  const dismiss = async (reason = 'They sold the plant') =>
    api.proposals.answer({ params: at, ifMatch: (await only()).version, body: { dismissal: { reason } } });
  return { ...given, change, proposals, only, dismiss, at };
}

test('K2: a standard whose rule fits is proposed with why, until the client has it', async () => {
  const { api, params, standard, proposals, only, assign } = await givenProposal();
  await standard({ key: 'soc_2', name: 'SOC 2', rule: { tags: ['Cloud'] } });
  await standard({ key: 'iso_9001', name: 'ISO 9001' });
  expect(await only()).toEqual({
    standardKey: 'iso_14001',
    version: 0,
    standardName: 'ISO 14001',
    grounds: [{ field: 'industries', values: ['energy'] }],
    dismissal: null,
  });
  const requirement = await assign({ standardKey: 'iso_14001' });
  expect(await proposals()).toEqual([]);
  await api.requirements.remove({ params: requirement.at, ifMatch: 1 });
  expect(await proposals()).toHaveLength(1);
  await api.standards.update({
    params: { ...params, standardKey: 'iso_14001' },
    ifMatch: 1,
    body: { archived: true },
  });
  expect(await proposals()).toEqual([]);
  await expectSound(params);
});

test('K2: any value of a kind fits, and every kind has to', async () => {
  const { api, params, change, proposals } = await givenProposal();
  const rule = { industries: ['Energy'], countries: ['DE', 'AT'], tags: ['grid', 'Nuclear'] };
  const place = { ...params, standardKey: 'iso_14001' };
  await api.standards.update({ params: place, ifMatch: 1, body: { rule } });
  expect(await proposals()).toEqual([]);
  await change({ addresses: [street] });
  expect((await proposals())[0]?.grounds).toEqual([
    { field: 'industries', values: ['Energy'] },
    { field: 'countries', values: ['AT'] },
    { field: 'tags', values: ['grid'] },
  ]);
  await change({ tags: ['Solar'] });
  expect(await proposals()).toEqual([]);
});

test('K2: what is not needed comes back when the rule or what made it fit changes, and not before', async () => {
  const { api, params, change, only, dismiss, at, person } = await givenProposal();
  await dismiss();
  expect(await only()).toMatchObject({
    version: 1,
    dismissal: { reason: 'They sold the plant', dismissedBy: { id: person.userId } },
  });
  await change({ tags: ['Grid', 'Solar'], name: 'Acme Power' });
  await api.standards.update({ params: at, ifMatch: 1, body: { name: 'ISO 14001:2026' } });
  expect((await only()).dismissal).not.toBeNull();
  await change({ industry: 'Mining' });
  expect((await only()).dismissal).toBeNull();
  await change({ industry: 'Energy' });
  expect((await only()).dismissal).not.toBeNull();
  const rule = { industries: ['Energy', 'Water'] };
  await api.standards.update({ params: at, ifMatch: 2, body: { rule } });
  expect((await only()).dismissal).toBeNull();
  await dismiss('Still sold');
  await api.proposals.answer({ params: at, ifMatch: 2, body: { dismissal: null } });
  expect(await only()).toMatchObject({ version: 3, dismissal: null });
  const told = async () =>
    (await api.activity.ofClient({ params })).data?.data.filter(({ record }) => record.kind === 'proposal') ??
    [];
  const entries = await eventually(told, (all) => all.length === 3);
  expect(entries.map(({ type }) => type)).toEqual([
    'proposal.status_changed',
    'proposal.status_changed',
    'proposal.created',
  ]);
  await expectSound(params);
});

test('K2: a proposal is answered with a reason, over the version that was seen, and only where there is one', async () => {
  const { api, at, dismiss, params } = await givenProposal();
  expect(await refused(dismiss(' '))).toEqual([422, 'validation_failed']);
  await dismiss();
  const body = { dismissal: null };
  expect(await refused(api.proposals.answer({ params: at, ifMatch: 0, body }))).toEqual([
    412,
    'version_conflict',
  ]);
  const other = { ...params, standardKey: 'iso_9001' };
  expect(await refused(api.proposals.answer({ params: other, ifMatch: 0, body }))).toEqual([
    404,
    'not_found',
  ]);
});

test('INV-4: of ten who set a proposal aside at once one does', async () => {
  const { api, at, params } = await givenProposal();
  const racing = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) =>
      api.proposals.answer({ params: at, ifMatch: 0, body: { dismissal: { reason: `Reason ${n}` } } }),
    ),
  );
  expect(racing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expectSound(params);
});

test('K2: a rule names values that there are, each once, and something to go by', async () => {
  const { standard } = await givenCompliance();
  const wrong = async (rule: object) =>
    standard({ rule }).catch(({ errors }) =>
      errors.map(({ pointer }: { pointer: string }) => pointer).sort(),
    );
  expect(await wrong({})).toEqual(['/rule']);
  expect(await wrong({ industries: [] })).toEqual(['/rule']);
  expect(await wrong({ serviceTypeKeys: ['audits'] })).toEqual(['/rule/serviceTypeKeys/0']);
  expect(await wrong({ countries: ['de'], tags: ['a', 'a'], industries: [' '] })).toEqual([
    '/rule/countries/0',
    '/rule/industries/0',
    '/rule/tags',
  ]);
  expect(await wrong({ tags: ['a'], owner: 'me' })).toEqual(['/rule/owner']);
});
