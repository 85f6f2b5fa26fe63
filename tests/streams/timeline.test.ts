import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { unlimited } from '#contracts/limits.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { committer } from '#data/commit.ts';
import { Client as Entity } from '#data/entities/client.ts';
import { activityRepository } from '#data/repositories/activity.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, world } from '../support/given.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let consume: (event: DynamoDBStreamEvent, context: object) => Promise<DynamoDBBatchResponse>;

/** The bundle that is deployed, in this process, with the rights of a seed. */
beforeAll(async () => {
  const { endpoints, tables } = inject('whereabouts');
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'FOYERLOCALADMIN',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    FOYER_TABLE: tables.main,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  });
  ({ handler: consume } = await import('../../dist/functions/stream-timeline/index.mjs' as string));
  given = await givenWorkspace();
});

const create = async (name: string): Promise<Client> => {
  const { data } = await given.api.clients.create({ params: given, body: { name } });
  if (!data) throw new Error('no client');
  return data;
};
const params = ({ id }: Client) => ({ workspaceId: given.workspaceId, clientId: id });
const timeline = async (client: Client) =>
  (await given.api.activity.ofClient({ params: params(client) })).data?.data ?? [];
const types = async (client: Client) => (await timeline(client)).map(({ type }) => type);
const settled = (client: Client, count: number) =>
  eventually(
    () => timeline(client),
    (events) => events.length >= count,
  );

describe('the timeline', () => {
  test('tells of a new client, by whom and when, through the stream alone', async () => {
    const client = await create('Acme');
    const [event] = await settled(client, 1);
    expect(event).toMatchObject({
      type: 'client.created',
      at: client.createdAt,
      actor: { type: 'staff', label: given.person.name },
      record: { kind: 'client', id: client.id, label: 'Acme' },
    });
  });

  test('INV-2 has exactly one entry per committed change, newest first, and none without a commit', async () => {
    const client = await create('Storied');
    const at = params(client);
    await given.api.clients.update({ params: at, ifMatch: 1, body: { name: 'Storied & Co' } });
    await given.api.clients
      .update({ params: at, ifMatch: 1, body: { name: 'Too late' } })
      .catch(() => undefined);
    await given.api.clients.setStatus({ params: at, ifMatch: 2, body: { status: 'active' } });
    const { data: ana } = await given.api.contacts.create({ params: at, body: { firstName: 'Ana' } });
    if (!ana) throw new Error('no contact');
    await given.api.contacts.remove({ params: { ...at, contactId: ana.id }, ifMatch: 1 });
    await settled(client, 7);
    expect((await types(client)).sort()).toEqual([
      'client.created',
      'client.status_changed',
      'client.updated',
      'client.updated',
      'client.updated',
      'contact.created',
      'contact.deleted',
    ]);
    const updated = (await timeline(client)).find(({ changes }) =>
      changes.some(({ after }) => after === 'Storied & Co'),
    );
    expect(updated?.changes).toEqual([
      { field: 'name', label: 'Name', before: 'Storied', after: 'Storied & Co' },
    ]);
    const instants = (await timeline(client)).map(({ at }) => at);
    expect(instants).toEqual([...instants].sort().reverse());
  });

  test('INV-2 tells once of each change of a project, and of its members only that they changed', async () => {
    const client = await create('Building');
    const at = params(client);
    const { data: project } = await given.api.projects.create({ params: at, body: { name: 'Site' } });
    if (!project) throw new Error('no project');
    const place = { ...at, projectId: project.id };
    const rename = { name: 'New site', memberIds: [], status: 'active' as const };
    await given.api.projects.update({ params: place, ifMatch: 1, body: rename });
    await given.api.projects.remove({ params: place, ifMatch: 2 });
    await settled(client, 5);
    expect((await types(client)).sort()).toEqual([
      'client.created',
      'project.created',
      'project.deleted',
      'project.status_changed',
      'project.updated',
    ]);
    const updated = (await timeline(client)).find(({ type }) => type === 'project.updated');
    expect(updated?.record).toEqual({ kind: 'project', id: project.id, label: 'New site' });
    expect(updated?.changes).toEqual([
      { field: 'name', label: 'Name', before: 'Site', after: 'New site' },
      { field: 'memberIds', label: 'Members', before: null, after: null },
    ]);
    // Losing and gaining links is no version of the client, and told of by its project alone.
    expect((await given.api.clients.get({ params: at })).data?.version).toBe(1);
  });

  test('moves lastActivityAt where a linked member reads it, too', async () => {
    const client = await create('Seen');
    const viewer = await given.join('viewer');
    const memberIds = [viewer.person.userId];
    await given.api.projects.create({ params: params(client), body: { name: 'Site', memberIds } });
    await settled(client, 2);
    const { client: documents, tables } = world();
    const later = new Date(Date.parse(client.createdAt) + 3_600_000).toISOString();
    const commit = committer(documents, tables.main, null);
    const { workspaceId } = given;
    const writer = activityRepository({
      client: documents,
      table: tables.main,
      workspaceId,
      limits: unlimited,
      commit,
    });
    await writer.touch(client.id, later);
    await writer.touch(client.id, new Date(Date.parse(later) + 30_000).toISOString());
    const { data: rows } = await viewer.api.clients.list({ params: given });
    expect(rows?.data).toMatchObject([{ id: client.id, version: 1, lastActivityAt: later }]);
    expect((await given.api.clients.get({ params: params(client) })).data?.lastActivityAt).toBe(later);
  });

  test('moves lastActivityAt without a version and without telling of it', async () => {
    const client = await create('Touched');
    await settled(client, 1);
    const after = await given.api.clients.get({ params: params(client) });
    expect(after.data?.version).toBe(1);
  });

  test('answers 304 to whoever has it already', async () => {
    const client = await create('Polled');
    await settled(client, 1);
    const { etag } = await given.api.activity.ofClient({ params: params(client) });
    const again = await given.api.activity.ofClient({ params: params(client), ifNoneMatch: etag ?? '' });
    expect(again.data).toBeNull();
  });
});

/** The stream record of a client as the table holds it now. */
async function recordOf(client: Client): Promise<DynamoDBRecord> {
  const { client: documents, tables } = world();
  const { Key } = Entity.get({ workspaceId: given.workspaceId, clientId: client.id }).params<{
    Key: { pk: string; sk: string };
  }>({ table: tables.main });
  const { Item } = await documents.send(
    new GetItemCommand({ TableName: tables.main, Key: { pk: { S: Key.pk }, sk: { S: Key.sk } } }),
  );
  return {
    eventID: client.id,
    eventName: 'INSERT',
    dynamodb: { Keys: {}, NewImage: Item, SequenceNumber: client.id },
  };
}

const rawTimeline = async (client: Client) => {
  const { client: documents, tables } = world();
  const { Items } = await documents.send(
    new QueryCommand({
      TableName: tables.main,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `w#${given.workspaceId}#client#${client.id}#activity` },
    }),
  );
  return JSON.stringify(Items);
};

const deliver = (...Records: DynamoDBRecord[]) =>
  consume({ Records }, { functionName: 'test', getRemainingTimeInMillis: () => 10_000 });

describe('redelivery', () => {
  test('FLT-1 the same batch five times, also interleaved, leaves the timeline byte-identical', async () => {
    const [one, two] = [await create('One'), await create('Two')];
    await Promise.all([settled(one, 1), settled(two, 1)]);
    const before = [await rawTimeline(one), await rawTimeline(two)];
    const [first, second] = [await recordOf(one), await recordOf(two)];
    for (let n = 0; n < 5; n += 1) expect(await deliver(first, second)).toEqual({ batchItemFailures: [] });
    await Promise.all([deliver(first, second, first), deliver(second, first)]);
    expect([await rawTimeline(one), await rawTimeline(two)]).toEqual(before);
  });

  test('FLT-2 a record that fails is reported alone, and the others are done', async () => {
    const [good, other] = [await create('Good'), await create('Other')];
    await Promise.all([settled(good, 1), settled(other, 1)]);
    const poison: DynamoDBRecord = {
      eventID: 'x',
      dynamodb: { SequenceNumber: 'poison', NewImage: { __edb_e__: { S: 'client' }, __edb_v__: { S: '1' } } },
    };
    const { batchItemFailures } = await deliver(await recordOf(good), poison, await recordOf(other));
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'poison' }]);
  });
});
