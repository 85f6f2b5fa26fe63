import { setTimeout as sleep } from 'node:timers/promises';
import { directoryTable, indexKeys, mainTable, type projectedAttributes } from '#data/table.ts';
import { tables } from './names.ts';
import { callService } from './wire.ts';

/** The shape of either table in `shared/data/table.ts`. */
interface TableShape {
  partitionKey: string;
  sortKey: string;
  indexes: (typeof mainTable)['indexes'] | readonly [];
  projection?: typeof projectedAttributes;
  timeToLive: string;
  stream?: string;
}

/** An index as CreateTable and UpdateTable want it. */
const indexOf = (shape: TableShape, index: (typeof mainTable)['indexes'][number]) => {
  const { pk, sk } = indexKeys(index);
  return {
    IndexName: index,
    KeySchema: keySchema(pk, sk),
    Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: shape.projection },
  };
};

const stringOf = (name: string) => ({ AttributeName: name, AttributeType: 'S' });

const keySchema = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' },
  { AttributeName: sk, KeyType: 'RANGE' },
];

/** A table as CreateTable wants it. */
function creation(name: string, shape: TableShape) {
  const keys = shape.indexes.map(indexKeys);
  const attributes = [shape.partitionKey, shape.sortKey, ...keys.flatMap(({ pk, sk }) => [pk, sk])];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(shape.partitionKey, shape.sortKey),
    AttributeDefinitions: attributes.map(stringOf),
    ...(keys.length > 0 && {
      GlobalSecondaryIndexes: shape.indexes.map((index) => indexOf(shape, index)),
    }),
    ...(shape.stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: shape.stream } }),
  };
}

/** Makes the tables that are not there yet, and the indexes that data of an earlier version lacks. */
export async function createTables(endpoint: string): Promise<void> {
  const call = <T>(operation: string, input: object) =>
    callService<T>(endpoint, `DynamoDB_20120810.${operation}`, input);
  const { TableNames: present } = await call<{ TableNames: string[] }>('ListTables', {});
  const wanted: [string, TableShape][] = [
    [tables.main, mainTable],
    [tables.directory, directoryTable],
  ];
  for (const [name, shape] of wanted) {
    if (present.includes(name)) {
      await addIndexes(endpoint, name, shape);
      continue;
    }
    await call('CreateTable', creation(name, shape));
    await call('UpdateTimeToLive', {
      TableName: name,
      TimeToLiveSpecification: { AttributeName: shape.timeToLive, Enabled: true },
    });
  }
}

/** One index at a time and each awaited, as DynamoDB wants it. */
async function addIndexes(endpoint: string, name: string, shape: TableShape): Promise<void> {
  for (const index of shape.indexes) {
    if (await statusOf(endpoint, name, index)) continue;
    const { pk, sk } = indexKeys(index);
    await callService(endpoint, 'DynamoDB_20120810.UpdateTable', {
      TableName: name,
      AttributeDefinitions: [pk, sk].map(stringOf),
      GlobalSecondaryIndexUpdates: [{ Create: indexOf(shape, index) }],
    });
    while ((await statusOf(endpoint, name, index)) !== 'ACTIVE') await sleep(50);
  }
}

async function statusOf(endpoint: string, name: string, index: string): Promise<string | undefined> {
  const { Table } = await callService<{
    Table: { GlobalSecondaryIndexes?: { IndexName: string; IndexStatus: string }[] };
  }>(endpoint, 'DynamoDB_20120810.DescribeTable', { TableName: name });
  return Table.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === index)?.IndexStatus;
}

/** The ARN of the table's stream. */
export async function streamOf(endpoint: string, table: string): Promise<string> {
  const { Table } = await callService<{ Table: { LatestStreamArn: string } }>(
    endpoint,
    'DynamoDB_20120810.DescribeTable',
    { TableName: table },
  );
  return Table.LatestStreamArn;
}
