import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ClientId, MergeId, WorkspaceId } from '#contracts/ids.ts';
import type { MergeChoice, MergeSide } from '#contracts/merging.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Merge } from '#contracts/schemas/merge.ts';
import { partition } from '#data/keys.ts';
import type { worldOf } from '#infra/local/world.ts';
import { billing } from './billing.ts';
import { eventually } from './eventually.ts';
import type { SignedIn } from './given.ts';

type World = ReturnType<typeof worldOf>;
type Choices = Record<string, MergeChoice>;

const sure = <T>({ data }: { data: T | null }): T => {
  if (data === null) throw new Error('no answer');
  return data;
};
let serial = 0;

/** Pairs of clients that have everything a merge has to do with, and merges of them. */
export function mergingOf(
  { api, workspaceId }: Pick<SignedIn, 'api'> & { workspaceId: WorkspaceId },
  world: () => World,
) {
  const at = (clientId: ClientId) => ({ workspaceId, clientId });
  const get = async (clientId: ClientId) => sure(await api.clients.get({ params: at(clientId) }));

  async function client(name: string, body: Record<string, unknown> = {}): Promise<Client> {
    return sure(await api.clients.create({ params: { workspaceId }, body: { name, ...body } }));
  }

  let prepared: Promise<unknown> | undefined;
  const prepare = async () => {
    for (const key of ['iso_9001', 'soc_2'])
      await api.standards.create({ params: { workspaceId }, body: { key, name: key } });
    const fields = ['contract', 'region'].map((key) => ({
      key,
      label: key,
      type: 'text' as const,
      required: false,
      unique: key === 'contract',
      portalVisible: true,
      options: [],
      archived: false,
    }));
    await api.customFields.update({ params: { workspaceId }, body: { fields }, ifMatch: 0 });
  };

  /** One client with one of everything; `both` is what the other one has, too. */
  async function fill({ id, ownerId: userId }: Client, own: string, both: string) {
    const params = at(id);
    const brands = [];
    for (const name of [`Brand ${both}`, `Brand ${own}`])
      brands.push(sure(await api.brands.create({ params, body: { name } })));
    const shared = sure(
      await api.contacts.create({
        params,
        body: {
          firstName: 'Shared',
          emails: [`shared-${both}@example.test`, `${own}@example.test`],
          phones: ['+4930123456'],
          flags: ['billing', 'communication_owner'],
          brandIds: brands.map((brand) => brand.id),
        },
      }),
    );
    const single = sure(
      await api.contacts.create({
        params,
        body: {
          firstName: 'Only',
          lastName: own,
          emails: [`only-${own}@example.test`],
          brandIds: [brands[0]?.id as never],
          away: { from: '2026-08-01', until: '2099-08-14', deputyId: shared.id },
        },
      }),
    );
    // People who were something else before, and a member of the team at both.
    for (const { id: contactId, version } of [shared, single])
      await api.contacts.update({
        params: { ...params, contactId },
        ifMatch: version,
        body: { title: `Head of ${own}` },
      });
    await api.accountTeam.create({ params, body: { userId, role: 'lead' } });
    const projects = [];
    for (const name of [`Site ${both}`, `Site ${own}`])
      projects.push(sure(await api.projects.create({ params, body: { name } })));
    await api.billingProfiles.create({ params, body: { ...billing, legalName: `${own} GmbH` } });
    await api.billingProfiles.create({ params, body: { ...billing, legalName: `${own} AG` } });
    const rate = { regular: 10_000, effectiveFrom: '2026-01-01' };
    await api.rates.change({
      params,
      body: {
        put: [
          { position: 'Engineer', ...rate },
          { position: `Role ${own}`, ...rate },
        ],
      },
    });
    for (const { id: brandId } of brands)
      await api.rates.changeBrand({
        params: { ...params, brandId },
        body: { put: [{ position: `Artist ${brandId === brands[0]?.id ? own : both}`, ...rate }] },
      });
    await api.rates.changeProject({
      params: { ...params, projectId: projects[0]?.id as never },
      body: { put: [{ position: 'Engineer', ...rate }] },
    });
    await api.requirements.assign({ params, body: { standardKey: 'iso_9001', dueOn: '2099-12-31' } });
    for (const contactId of [shared.id, single.id])
      await api.notes.create({ params, body: { kind: 'call', body: `With ${own}`, contactId } });
    await api.followUps.create({ params, body: { what: `Call ${own}`, dueOn: '2099-01-01' } });
    await api.routing.update({
      params,
      ifMatch: 0,
      body: { rules: [{ event: 'invoice_sent', brandId: brands[0]?.id ?? null, to: ['billing'], cc: [] }] },
    });
    const settled = sure(await api.clientSettings.get({ params }));
    await api.clientSettings.update({
      params,
      ifMatch: settled.version,
      body: { taxRate: own.length * 100, reportCadence: 'weekly' },
    });
    await api.customFields.change({ params, ifMatch: 0, body: { values: { contract: own, region: both } } });
    await world().portalPerson(params, shared);
    await world().portalPerson(params, single);
    return { shared, single, brands };
  }

  /** A survivor and a loser that collide in everything they can collide in. */
  async function pair() {
    prepared ??= prepare();
    await prepared;
    serial += 1;
    const both = `b${serial}`;
    const survivor = await client(`Acme ${serial}`, {
      tags: ['old'],
      code: `S${serial.toString(36).toUpperCase().padStart(4, '0')}`,
    });
    const loser = await client(`Acme Inc ${serial}`, {
      website: `acme${serial}.test`,
      currency: 'CHF',
      tags: ['new'],
      code: `L${serial.toString(36).toUpperCase().padStart(4, '0')}`,
    });
    const child = await client(`Child ${serial}`);
    await api.family.setParent({ params: at(child.id), ifMatch: 1, body: { parentId: loser.id } });
    const kept = await fill(survivor, `s${serial}`, both);
    const gone = await fill(loser, `loser${serial}`, both);
    await api.requirements.assign({ params: at(loser.id), body: { standardKey: 'soc_2' } });
    return { survivor: await get(survivor.id), loser: await get(loser.id), child, kept, gone };
  }

  const merge = async (survivor: Client, loser: Client, choices: Choices = {}): Promise<Merge> =>
    sure(
      await api.merges.create({
        params: at(survivor.id),
        body: { loserId: loser.id, versions: { survivor: survivor.version, loser: loser.version }, choices },
      }),
    );
  const one = async (clientId: ClientId, mergeId: MergeId) =>
    sure(await api.merges.get({ params: { ...at(clientId), mergeId } }));
  const until = ({ clientId, id }: Merge, state: Merge['state']) =>
    eventually(
      () => one(clientId, id),
      (merge) => merge.state === state,
    );

  const items = async (table: string, pk: string): Promise<Record<string, unknown>[]> => {
    const found = await world().client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
      }),
    );
    return found.Items ?? [];
  };
  /** What stands in the two partitions of a client, without its timeline and the pairs, which follow the stream. */
  const partitionOf = async (clientId: ClientId) => {
    const [home = '', , portal = ''] = partition.ofClient(workspaceId, clientId);
    const { main } = world().tables;
    const all = [...(await items(main, home)), ...(await items(main, portal))];
    return all.filter(({ sk }) => !/^(pair|mate)#/.test(String(sk)));
  };

  return {
    at,
    get,
    client,
    pair,
    merge,
    until,
    partitionOf,
    undo: async ({ clientId, id, version }: Merge) =>
      sure(await api.merges.undo({ params: { ...at(clientId), mergeId: id }, ifMatch: version })),
  };
}

/** Every choice about money that a pair asks for. */
export const money = (side: MergeSide): Choices => ({
  currency: side,
  billingDefault: side,
  rates: side,
  'settings.taxRate': side,
});
