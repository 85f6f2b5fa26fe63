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

const keySchema = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' },
  { AttributeName: sk, KeyType: 'RANGE' },
];

/** A table as CreateTable wants it. */
function creation(name: string, shape: TableShape) {
  const keys = shape.indexes.map((index) => ({ index, ...indexKeys(index) }));
  const attributes = [shape.partitionKey, shape.sortKey, ...keys.flatMap(({ pk, sk }) => [pk, sk])];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(shape.partitionKey, shape.sortKey),
    AttributeDefinitions: attributes.map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' })),
    ...(keys.length > 0 && {
      GlobalSecondaryIndexes: keys.map(({ index, pk, sk }) => ({
        IndexName: index,
        KeySchema: keySchema(pk, sk),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: shape.projection },
      })),
    }),
    ...(shape.stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: shape.stream } }),
  };
}

/** Makes the tables that are not there yet. */
export async function createTables(endpoint: string): Promise<void> {
  const call = <T>(operation: string, input: object) =>
    callService<T>(endpoint, `DynamoDB_20120810.${operation}`, input);
  const { TableNames: present } = await call<{ TableNames: string[] }>('ListTables', {});
  const wanted: [string, TableShape][] = [
    [tables.main, mainTable],
    [tables.directory, directoryTable],
  ];
  for (const [name, shape] of wanted) {
    if (present.includes(name)) continue;
    await call('CreateTable', creation(name, shape));
    await call('UpdateTimeToLive', {
      TableName: name,
      TimeToLiveSpecification: { AttributeName: shape.timeToLive, Enabled: true },
    });
  }
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
