import { afterAll, beforeAll, expect, test } from 'vitest';
import { mainTable } from '#data/table.ts';
import { type DynamoDb, startDynamoDb } from '#infra/local/dynamodb.ts';
import { openLogs } from '#infra/local/logs.ts';
import { tables } from '#infra/local/names.ts';
import { createTables } from '#infra/local/tables.ts';
import { callService } from '#infra/local/wire.ts';

let engine: DynamoDb;
beforeAll(async () => {
  engine = await startDynamoDb(
    null,
    openLogs(null, () => {}),
  );
});
afterAll(() => engine.close());

const call = <T>(operation: string, input: object) =>
  callService<T>(engine.endpoint, `DynamoDB_20120810.${operation}`, { TableName: tables.main, ...input });
const indexes = async () => {
  const { Table } = await call<{ Table: { GlobalSecondaryIndexes: { IndexName: string }[] } }>(
    'DescribeTable',
    {},
  );
  return Table.GlobalSecondaryIndexes.map(({ IndexName }) => IndexName).sort();
};

test('data of an earlier version gets the indexes that it lacks', async () => {
  const gone = mainTable.indexes.slice(-2);
  for (const IndexName of gone) {
    await call('UpdateTable', { GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }] });
    await expect.poll(indexes, { timeout: 30_000 }).not.toContain(IndexName);
  }
  await createTables(engine.endpoint);
  expect(await indexes()).toEqual([...mainTable.indexes]);
});
