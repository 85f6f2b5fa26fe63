import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DocumentClient } from './documents.ts';

/** What a request has cost at the tables so far. */
export interface Spent {
  calls: number;
  rcu: number;
  wcu: number;
}

const writes = [PutCommand, UpdateCommand, DeleteCommand, TransactWriteCommand] as const;

/** Wraps a document client so that each call adds its count and consumed capacity to `spent`. */
export function metered(client: DocumentClient, spent: Spent): DocumentClient {
  return {
    async send(command) {
      Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
      spent.calls += 1;
      const isWrite = writes.some((kind) => command instanceof kind);
      const answer = await client.send(command);
      const consumed = (answer as { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] })
        .ConsumedCapacity;
      for (const { CapacityUnits = 0 } of consumed ? [consumed].flat() : []) {
        if (isWrite) spent.wcu += CapacityUnits;
        else spent.rcu += CapacityUnits;
      }
      return answer;
    },
  };
}
