import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { UserId } from '#contracts/ids.ts';
import type { Directory } from '#domain/me.ts';
import type { DocumentClient } from '../documents.ts';
import { Belonging, Person } from '../entities/person.ts';
import { partition } from '../keys.ts';

export function directoryRepository(client: DocumentClient, table: string): Directory {
  return {
    async person(userId) {
      const { person, of } = await readPerson(client, table, userId);
      const workspaceIds = of('belonging').flatMap(
        (Item) => Belonging.parse({ Item }).data?.workspaceId ?? [],
      );
      return person && { name: person.name, email: person.email, workspaceIds };
    },
  };
}

/** All that the directory holds of one person, in one query: the person, and his items by their entity. */
export async function readPerson(client: DocumentClient, table: string, userId: UserId) {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition.person(userId) },
      ConsistentRead: true,
    }),
  );
  const of = (entity: string) =>
    (Items as Record<string, unknown>[]).filter((item) => item.__edb_e__ === entity);
  return { person: Person.parse({ Item: of('person')[0] }).data, of };
}
