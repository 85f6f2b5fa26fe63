import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Directory } from '#domain/me.ts';
import type { DocumentClient } from '../db.ts';
import { Belonging, Person } from '../entities/person.ts';
import { partition } from '../keys.ts';

export function directoryRepository(client: DocumentClient, table: string): Directory {
  return {
    async person(userId) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': partition.person(userId) },
          ConsistentRead: true,
        }),
      );
      const items: Record<string, unknown>[] = Items;
      const person = Person.parse({ Item: items.find((item) => item.__edb_e__ === 'person') }).data;
      const belongings = items.filter((item) => item.__edb_e__ === 'belonging');
      const workspaceIds = belongings.flatMap((Item) => Belonging.parse({ Item }).data?.workspaceId ?? []);
      return person && { name: person.name, email: person.email, workspaceIds };
    },
  };
}
