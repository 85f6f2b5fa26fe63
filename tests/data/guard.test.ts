import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { Client } from '#data/entities/client.ts';
import { guarded, IsolationBreach } from '#data/guard.ts';
import { partition } from '#data/keys.ts';

const own = 'ws_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as WorkspaceId;
const foreign = 'ws_01JD8Z5K6M7N8P9Q0R1S2T3V4X' as WorkspaceId;
const TableName = 't';

/** Stands for the network: what reaches it has got past the guard. */
const sent: unknown[] = [];
const behind = { send: async (command: unknown) => sent.push(command) };
const client = guarded(behind, { prefixes: [partition.workspace(own)] });
const key = (workspaceId: WorkspaceId) => ({ pk: `w#${workspaceId}`, sk: 'x' });

beforeEach(() => {
  sent.length = 0;
});

const stopped = (command: unknown) => {
  expect(() => client.send(command)).toThrow(IsolationBreach);
  expect(sent).toEqual([]);
};

test('a key inside the scope passes', async () => {
  await client.send(new GetCommand({ TableName, Key: key(own) }));
  await client.send(new GetCommand({ TableName, Key: { pk: `w#${own}#client#1`, sk: 'x' } }));
  expect(sent).toHaveLength(2);
});

test('a foreign key is stopped, whatever carries it', () => {
  stopped(new GetCommand({ TableName, Key: key(foreign) }));
  stopped(new PutCommand({ TableName, Item: key(foreign) }));
  stopped(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [key(own), key(foreign)] } } }));
  stopped(
    new TransactWriteCommand({
      TransactItems: [{ Put: { TableName, Item: key(own) } }, { Delete: { TableName, Key: key(foreign) } }],
    }),
  );
  stopped(
    new QueryCommand({
      TableName,
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'gsi1pk' },
      ExpressionAttributeValues: { ':pk': `w#${foreign}#clients` },
    }),
  );
});

test('a workspace whose id only begins like ours is foreign', () => {
  stopped(new GetCommand({ TableName, Key: { pk: `w#${own}9`, sk: 'x' } }));
});

test('an item that would show itself in a foreign index is stopped', () => {
  stopped(new PutCommand({ TableName, Item: { ...key(own), gsi3pk: `w#${foreign}#clients` } }));
});

test('an update that would move an item into a foreign index is stopped', () => {
  const names = { '#g': 'gsi2pk', '#n': 'name' };
  const update = (value: unknown, expression: string) =>
    new UpdateCommand({
      TableName,
      Key: key(own),
      UpdateExpression: expression,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':g': value, ':n': 'x' },
    });
  stopped(update(`w#${foreign}#clients`, 'SET #n = :n, #g = :g'));
  stopped(update(`w#${own}#clients`, 'SET #g = if_not_exists(#g, :g)'));
});

test('a query without a partition, or from a foreign position, is stopped', () => {
  stopped(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'sk = :sk',
      ExpressionAttributeValues: { ':sk': 'x' },
    }),
  );
  stopped(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `w#${own}` },
      ExclusiveStartKey: key(foreign),
    }),
  );
});

test('an operation the guard does not know is stopped: it fails closed', () => {
  stopped(new ScanCommand({ TableName }));
});

test('a forgetful repository, which takes the workspace from its input, is stopped', async () => {
  const forgetful = (input: { workspaceId: WorkspaceId; clientId: ClientId }) =>
    Client.get(input).go({ client: client as never, table: TableName });
  const clientId = 'cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as ClientId;
  await expect(forgetful({ workspaceId: foreign, clientId })).rejects.toThrow('left its scope');
  expect(sent).toEqual([]);
});

test('ATK-16 no key of ElectroDB made of free text leaves the workspace', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const params = Client.query
        .byOwner({ workspaceId: own, shelf: 'clients', ownerId: text as never })
        .params({ table: TableName });
      expect(() => client.send(new QueryCommand(params as never))).not.toThrow();
    }),
  );
});
