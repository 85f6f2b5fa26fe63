import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { firstOffers } from '#contracts/offers.ts';
import type { Offer as OfferRecord } from '#contracts/schemas/plan.ts';
import type { OfferReader } from '#domain/offers.ts';
import type { DocumentClient } from '../documents.ts';
import { Offer } from '../entities/offer.ts';
import { partition } from '../keys.ts';

/** The offers of the installation, in one query; those that no operator has written yet are the first ones. */
export function offerRepository(client: DocumentClient, table: string): OfferReader {
  return {
    async all() {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': partition.offers },
          ConsistentRead: true,
        }),
      );
      const written = (Items as Record<string, unknown>[]).flatMap((Item) => {
        const { data } = Offer.parse({ Item });
        return data ? [data.offer] : [];
      });
      const of = ({ kind, key }: OfferRecord) => `${kind} ${key}`;
      const known = new Map([...firstOffers, ...written].map((offer) => [of(offer), offer]));
      return [...known.values()];
    },
  };
}
