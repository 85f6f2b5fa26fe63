import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import type { ClientId } from '#contracts/ids.ts';
import { portal } from '#contracts/routes/portal.ts';
import type { CustomField, CustomValuesPatch } from '#contracts/schemas/custom-field.ts';
import type { PortalCompanyPage } from '#contracts/schemas/portal.ts';
import { eventually } from '../support/eventually.ts';
import { bearer, givenWorkspace, send, unique, world } from '../support/given.ts';
import { signInToPortal, siteOf } from '../support/portal.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let clientId: ClientId;
let token: string;

beforeEach(async () => {
  given = await givenWorkspace();
  const { data: client } = await given.api.clients.create({ params: given, body: { name: 'Acme' } });
  if (!client) throw new Error('no client');
  clientId = client.id;
  const email = `${unique('ana')}@acme.test`;
  const params = { ...given, clientId };
  const body = { firstName: 'Ana', emails: [email] };
  const { data: contact } = await given.api.contacts.create({ params, body });
  if (!contact) throw new Error('no contact');
  await world().portalPerson({ workspaceId: given.workspaceId, clientId }, contact);
  token = await signInToPortal(siteOf(given), email);
});

const field = (key: string, over: Partial<CustomField> = {}): CustomField => ({
  key,
  label: `The ${key}`,
  type: 'text',
  required: false,
  unique: false,
  options: [],
  archived: false,
  portalVisible: true,
  ...over,
});
const define = (fields: CustomField[], ifMatch: number) =>
  given.api.customFields.update({ params: given, body: { fields }, ifMatch });
const change = (values: CustomValuesPatch['values'], ifMatch: number, of = clientId) =>
  given.api.customFields.change({ params: { ...given, clientId: of }, body: { values }, ifMatch });

/** What the people of the client read. */
async function read(): Promise<PortalCompanyPage['fields']> {
  const url = urlOf(portal.company, { params: { workspaceId: given.workspaceId, clientId } });
  const answer = await send('GET', url, { site: siteOf(given), headers: bearer(token) });
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return answer.json.fields;
}
const words = async () => (await read()).map(({ label, value }) => [label, value]);

/** All that lies in the client's portal partition. */
async function partition(): Promise<string> {
  const { client, tables } = world();
  const { Items } = await client.send(
    new QueryCommand({
      TableName: tables.main,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `w#${given.workspaceId}#portal#${clientId}` },
      ConsistentRead: true,
    }),
  );
  return JSON.stringify(Items);
}

describe('C9 fields of the workspace in the portal', () => {
  test('are hidden unless shown; shown ones are read in their order, by label, people by name alone', async () => {
    const gold = { key: 'gold', label: 'Gold', archived: false };
    const { portalVisible: _, ...byDefault } = field('margin');
    await given.api.customFields.update({
      params: given,
      body: {
        fields: [
          byDefault,
          field('tier', { type: 'select', options: [gold] }),
          field('lead', { type: 'person' }),
        ],
      },
      ifMatch: 0,
    });
    await change({ margin: 'forty percent', tier: 'gold', lead: given.person.userId }, 0);
    expect(await words()).toEqual([
      ['The tier', 'Gold'],
      ['The lead', given.person.name],
    ]);
    expect(await partition()).not.toContain('forty percent');
    expect(await partition()).not.toContain(given.person.userId);
    await change({ tier: null }, 1);
    expect(await words()).toEqual([['The lead', given.person.name]]);
    await expectSound(given);
  });

  test('switched off, one is hidden with the next request, and soon its copies are gone; so is one in the archive', async () => {
    await define([field('number'), field('note')], 0);
    await change({ number: 'C-7', note: 'kept' }, 0);
    expect(await words()).toEqual([
      ['The number', 'C-7'],
      ['The note', 'kept'],
    ]);
    await define([field('number', { portalVisible: false }), field('note')], 1);
    expect(await words()).toEqual([['The note', 'kept']]);
    await eventually(partition, (text) => !text.includes('C-7'));
    await define([field('number', { portalVisible: false }), field('note', { archived: true })], 2);
    expect(await words()).toEqual([]);
    await eventually(partition, (text) => !text.includes('kept'));
    await expectSound(given);
  });

  test('switched on, what clients have is there for all of them, also while it is written', async () => {
    const hidden = field('number', { portalVisible: false });
    await define([hidden], 0);
    const { data } = await given.api.clients.create({ params: given, body: { name: 'Bolt' } });
    const others = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const made = await given.api.clients.create({ params: given, body: { name: `Client ${n}` } });
        const id = made.data?.id as ClientId;
        await change({ number: `N-${n}` }, 0, id);
        return id;
      }),
    );
    await change({ number: 'C-7' }, 0);
    const late = data?.id as ClientId;
    await Promise.all([
      define([{ ...hidden, portalVisible: true }], 1),
      change({ number: 'C-8' }, 1),
      change({ number: 'C-9' }, 0, late),
      ...others.slice(0, 5).map((id, n) => change({ number: `M-${n}` }, 1, id)),
    ]);
    await eventually(words, (found) => JSON.stringify(found) === JSON.stringify([['The number', 'C-8']]));
    await expectSound(given);
  });
});
