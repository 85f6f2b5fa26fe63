import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { HOLDINGS_AT_MOST, type HoldingReader } from '#domain/plans.ts';
import type { Db } from '../db.ts';
import { partition } from '../keys.ts';

/** How many records a workspace has of a kind: one count of an index that only they are in, up to a bound. */
export function holdingRepository({ client, table, workspaceId }: Db): HoldingReader {
  return {
    async count(kind) {
      const { Count = 0 } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'gsi1',
          Select: 'COUNT',
          Limit: HOLDINGS_AT_MOST,
          KeyConditionExpression: 'gsi1pk = :pk',
          ExpressionAttributeValues: { ':pk': partition.holdings(workspaceId, kind) },
        }),
      );
      return Count;
    },
  };
}
