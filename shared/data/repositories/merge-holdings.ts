import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { OwnValues } from '#contracts/client-settings.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Holdings } from '#domain/merge-store.ts';
import { bareName } from '#domain/names.ts';
import type { DocumentClient } from '../documents.ts';
import { partition } from '../keys.ts';

// biome-ignore lint/suspicious/noExplicitAny: whatever its entity wrote
type Item = Record<string, any>;

interface Place {
  client: DocumentClient;
  table: string;
  workspaceId: WorkspaceId;
}

/** Every item of a partition whose sort key begins so, in its order, strongly consistent. */
export async function itemsIn({ client, table }: Place, pk: string, beginning = ''): Promise<Item[]> {
  const items: Item[] = [];
  for (let from: Item | undefined, more = true; more; more = from !== undefined) {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: beginning ? 'pk = :pk AND begins_with(sk, :beginning)' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk, ...(beginning && { ':beginning': beginning }) },
        ConsistentRead: true,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  }
  return items;
}

/** What hangs on a client, from its two partitions, as they stand. */
export async function holdingsOf(place: Place, clientId: ClientId): Promise<Holdings> {
  const [home = '', , portal = ''] = partition.ofClient(place.workspaceId, clientId);
  const [items, copies] = await Promise.all([itemsIn(place, home), itemsIn(place, portal, 'access#')]);
  // A note that was removed stays where it is; anything else is only on its way out.
  const of = (entity: string) =>
    items.filter((item) => item.__edb_e__ === entity && (entity === 'note' || !item.deletedAt));
  // biome-ignore lint/suspicious/noExplicitAny: items as their entities wrote them
  const as = <T>(entity: string, read: (item: any) => T): T[] => of(entity).map(read);
  const brandNames = new Map(as('brand', ({ brandId, name }) => [brandId, bareName(name)] as const));
  const [values] = as('custom_values', ({ values = {}, named = {} }) => ({ values, named }));
  const [settings] = as('client_settings', ({ values = {} }): OwnValues => values);
  const [profileId] = as('billingDefault', (item): string => item.profileId);
  return {
    contacts: as('contact', ({ contactId: id, name, emails, flags }) => ({ id, name, emails, flags })),
    brands: as('brand', ({ brandId: id, name }) => ({ id, name })),
    projects: as('project', ({ projectId: id, name, memberIds }) => ({ id, name, memberIds })),
    profiles: as('billing_profile', ({ profileId: id, legalName: name }) => ({ id, name })),
    defaultProfileId: profileId ?? null,
    rates: as('rate', ({ rateId: id, positionKey, positionName, levelId }) => ({
      id,
      positionName,
      // Brands of one name become one, and so do their rates.
      line: [brandNames.get(levelId) ?? levelId, positionKey].filter(Boolean).join(' '),
      isOwn: !levelId,
    })),
    requirements: as('requirement', ({ requirementId: id, standardKey, standardName: name }) => ({
      id,
      standardKey,
      name,
    })),
    // biome-ignore lint/suspicious/noExplicitAny: see above
    accesses: copies.map(({ userId, name }: any) => ({ userId, name })),
    childIds: as('clientChild', ({ childId }) => childId),
    notes: of('note').length,
    followUps: of('follow_up').length,
    settings: settings ?? {},
    custom: values ?? { values: {}, named: {} },
    hasRouting: of('routing').length > 0,
    merges: as('merge', ({ mergeId: id, state }) => ({ id, state })),
  };
}
