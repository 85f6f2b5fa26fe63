import {
  BatchGetItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalCloud, startCloud } from '#infra/local/cloud.ts';
import { accessKeyOf, tables } from '#infra/local/names.ts';
import { blueprint } from './fixtures/blueprint.ts';

/** The parts together, over the small system of the fixtures; one cloud for all. */

let cloud: LocalCloud;
const report: string[] = [];

beforeAll(async () => {
  process.env.FOYER_TEST_LEAK = 'must not be seen';
  cloud = await startCloud({ dataDir: null, port: 0, blueprint, log: (line) => report.push(line) });
});
afterAll(() => cloud.close());

const clientOf = (accessKeyId: string, endpoint = cloud.endpoints.dynamodb) =>
  new DynamoDBClient({
    region: 'eu-central-1',
    endpoint,
    credentials: { accessKeyId, secretAccessKey: 'local' },
    maxAttempts: 1,
  });
const as = (functionName: string) => clientOf(accessKeyOf(functionName));
const admin = () => clientOf('FOYERLOCALADMIN');

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
const put = (pk: string, more: Record<string, string> = {}) =>
  new PutItemCommand({
    TableName: tables.main,
    Item: {
      ...key(pk),
      ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, { S: value }])),
    },
  });
const thing = (pk: string, more: Record<string, string> = {}) => put(pk, { __edb_e__: 'thing', ...more });

describe('the local IAM', () => {
  const Main = { TableName: tables.main, Key: key('iam') };
  const query = { TableName: tables.main, ExpressionAttributeValues: { ':pk': { S: 'iam' } } };

  test('lets a function do what its grants hold', async () => {
    await as('writer').send(put('iam'));
    await as('writer').send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName: tables.main, Item: key('iam') } },
          { ConditionCheck: { ...Main, Key: key('iam2'), ConditionExpression: 'attribute_not_exists(pk)' } },
        ],
      }),
    );
    const reader = as('reader');
    expect((await reader.send(new GetItemCommand(Main))).Item).toEqual(key('iam'));
    await reader.send(new QueryCommand({ ...query, KeyConditionExpression: 'pk = :pk' }));
    await reader.send(
      new QueryCommand({ ...query, IndexName: 'gsi1', KeyConditionExpression: 'gsi1pk = :pk' }),
    );
    await reader.send(new BatchGetItemCommand({ RequestItems: { [tables.main]: { Keys: [key('iam')] } } }));
  });

  const directory = { TableName: tables.directory, Item: key('iam') };
  test.each([
    ['a write without the right', 'reader', () => put('iam'), 'dynamodb:PutItem', 'table/foyer-main'],
    [
      'a write inside a transaction',
      'reader',
      () => new TransactWriteItemsCommand({ TransactItems: [{ Delete: Main }] }),
      'dynamodb:DeleteItem',
      'table/foyer-main',
    ],
    [
      'one foreign table in a transaction',
      'writer',
      () =>
        new TransactWriteItemsCommand({
          TransactItems: [{ Put: { TableName: tables.main, Item: key('iam3') } }, { Put: directory }],
        }),
      'dynamodb:PutItem',
      'table/foyer-directory',
    ],
    [
      'a read in a transaction on a foreign table',
      'reader',
      () =>
        new TransactGetItemsCommand({
          TransactItems: [{ Get: { TableName: tables.directory, Key: key('iam') } }],
        }),
      'dynamodb:GetItem',
      'table/foyer-directory',
    ],
    [
      'one foreign table in a batch',
      'reader',
      () =>
        new BatchGetItemCommand({
          RequestItems: {
            [tables.main]: { Keys: [key('iam')] },
            [tables.directory]: { Keys: [key('iam')] },
          },
        }),
      'dynamodb:BatchGetItem',
      'table/foyer-directory',
    ],
    [
      'an index that is not granted',
      'writer',
      () => new QueryCommand({ ...query, IndexName: 'gsi1', KeyConditionExpression: 'gsi1pk = :pk' }),
      'dynamodb:Query',
      'table/foyer-main/index/gsi1',
    ],
    [
      'a scan',
      'reader',
      () => new ScanCommand({ TableName: tables.main }),
      'dynamodb:Scan',
      'table/foyer-main',
    ],
    [
      'PartiQL',
      'reader',
      () => new ExecuteStatementCommand({ Statement: `SELECT * FROM "${tables.main}"` }),
      'dynamodb:ExecuteStatement',
      'table/',
    ],
    [
      'a table by its ARN',
      'reader',
      () =>
        new DeleteItemCommand({
          ...Main,
          TableName: 'arn:aws:dynamodb:eu-central-1:000000000000:table/foyer-main',
        }),
      'dynamodb:DeleteItem',
      'table/foyer-main',
    ],
  ])('refuses %s', async (_, name, command, action, resource) => {
    // The union of commands is wider than any overload of `send`.
    const sending = as(name).send(command() as GetItemCommand);
    await expect(sending).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::000000000000:assumed-role/${name}/${name} is not authorized to perform: ${action} on resource: arn:aws:dynamodb:eu-central-1:000000000000:${resource} because no identity-based policy allows the ${action} action`,
    });
  });

  test('leaves nothing of a refused transaction behind', async () => {
    const { Item } = await admin().send(new GetItemCommand({ ...Main, Key: key('iam3') }));
    expect(Item).toBeUndefined();
  });

  test('does not know a key that nobody was given', async () => {
    await expect(clientOf('FOYERLOCALNOBODY').send(put('iam'))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  const cognito = async (target: string, body: object, accessKey: string | null) => {
    const response = await fetch(cloud.endpoints.cognito, {
      method: 'POST',
      headers: {
        'x-amz-target': `AWSCognitoIdentityProviderService.${target}`,
        ...(accessKey && { authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/x/y/z/aws4_request` }),
      },
      body: JSON.stringify(body),
    });
    return String((await response.json()).__type);
  };

  test('guards the user pools alike', async () => {
    const own = { UserPoolId: 'local-1_staff', ClientId: 'x', AuthFlow: 'x' };
    const foreign = { ...own, UserPoolId: 'local-1_portal' };
    const denied = 'AccessDeniedException';
    expect(await cognito('AdminInitiateAuth', own, accessKeyOf('writer'))).not.toContain(denied);
    expect(await cognito('AdminInitiateAuth', foreign, accessKeyOf('writer'))).toContain(denied);
    expect(await cognito('AdminInitiateAuth', own, accessKeyOf('reader'))).toContain(denied);
    expect(await cognito('AdminDeleteUser', own, accessKeyOf('writer'))).toContain(denied);
    expect(await cognito('AdminInitiateAuth', own, null)).toContain('MissingAuthenticationToken');
    expect(await cognito('RevokeToken', { ClientId: 'x', Token: 'x' }, null)).not.toContain('Missing');
  });
});

describe('functions', () => {
  const act = (path: string, what = '') => fetch(cloud.url + path, { headers: { 'x-act': what } });

  test('have the environment they are given and nothing of ours', async () => {
    const { environment, requestId } = await (await act('/api/things/x')).json();
    expect(requestId).toMatch(/^[\w-]{36}$/);
    expect(environment).toEqual(cloud.environment('echo'));
    expect(environment).not.toHaveProperty('FOYER_TEST_LEAK');
    expect(environment).not.toHaveProperty('PATH');
  });

  test('that throw answer 500 and stay warm', async () => {
    const response = await act('/api/things/x', 'throw');
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
    expect(report.join('\n')).toContain('thrown on request');
    expect((await act('/api/things/x')).status).toBe(200);
  });

  test.each(['hang', 'spin', 'exit'])('that %s answer 503, and the next call starts anew', async (what) => {
    const response = await act('/api/hasty', what);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ message: 'Service Unavailable' });
    await expect.poll(async () => (await act('/api/hasty')).status, { timeout: 50_000 }).toBe(200);
  });
});

describe('the stream', () => {
  const seen = async (pk: string) => {
    const { Item } = await admin().send(
      new GetItemCommand({
        TableName: tables.main,
        Key: { pk: { S: `seen#${pk}` }, sk: { S: 'seen' } },
        ConsistentRead: true,
      }),
    );
    return Number(Item?.times?.N ?? 0);
  };

  test('brings every change of its entities once, and nothing else', async () => {
    await admin().send(thing('once'));
    await admin().send(thing('once', { changed: 'yes' }));
    await admin().send(new DeleteItemCommand({ TableName: tables.main, Key: key('once') }));
    await admin().send(put('other'));
    await cloud.idle();
    expect(await seen('once')).toBe(3);
    expect(await seen('other')).toBe(0);
  });

  test('idle means idle, also for writes past the proxy', async () => {
    const direct = clientOf('FOYERLOCALADMIN', cloud.endpoints.dynamodbDirect);
    for (let round = 0; round < 15; round += 1) {
      await Promise.all([direct.send(thing(`idle${round}a`)), admin().send(thing(`idle${round}b`))]);
      await cloud.idle();
      expect([await seen(`idle${round}a`), await seen(`idle${round}b`)]).toEqual([1, 1]);
    }
  });

  test('comes again until the consumer succeeds', async () => {
    await admin().send(thing('again', { act: 'throw 2' }));
    await cloud.idle();
    expect(await seen('again')).toBe(3);
    expect(cloud.deadLetters('things')).toEqual([]);
  });

  test('isolates the poison of a batch and moves on', async () => {
    const items = ['p1', 'p2 throw', 'p3', 'p4 report', 'p5'].map((text) => {
      const [pk = '', act = ''] = text.split(' ');
      return { Put: { TableName: tables.main, Item: { ...thing(pk, { act }).input.Item } } };
    });
    await admin().send(new TransactWriteItemsCommand({ TransactItems: items }));
    await cloud.idle();
    const letters = cloud.deadLetters('things');
    expect(letters.map(({ reason, record }) => [reason, record.dynamodb?.NewImage?.pk?.S])).toEqual(
      expect.arrayContaining([
        ['retries_exhausted', 'p2'],
        ['retries_exhausted', 'p4'],
      ]),
    );
    expect(letters).toHaveLength(2);
    for (const pk of ['p1', 'p3', 'p5']) expect(await seen(pk)).toBeGreaterThan(0);
    expect(letters[0]?.record.eventSourceARN).toContain(`table/${tables.main}/stream/`);
  });
});
