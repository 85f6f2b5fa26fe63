import type { WorkspaceId } from '#contracts/ids.ts';
import { MOST_SHARING, MOST_SIGNS } from '#domain/pair-signs.ts';
import { type Pair, type Sign, signOf } from '#domain/pairs.ts';
import { sameIndexes } from './census-indexes.ts';
import { DuplicateMate, DuplicatePair } from './entities/duplicate-pair.ts';
import { fromItem, toItem } from './repositories/pairs.ts';

type Item = Record<string, unknown>;

/** What a census knows of clients that may be one, by `clientId otherId`. */
export interface PairCensus {
  pairs: Map<string, Pair>;
  mates: Set<string>;
}

export const emptyPairs = (): PairCensus => ({ pairs: new Map(), mates: new Set() });

type Taker = (
  census: PairCensus & { strays: string[]; crooked: string[] },
  workspaceId: WorkspaceId,
  Item: Item,
) => void;

export const pairTakers: Record<string, Taker> = {
  duplicatePair(census, workspaceId, Item) {
    const { data } = DuplicatePair.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const pair = fromItem(data);
    const expected = DuplicatePair.put(toItem(workspaceId, pair)).params<{ Item: Item }>({ table: '-' });
    const place = `${data.clientId} ${data.otherId}`;
    if (!sameIndexes(Item, expected.Item)) census.crooked.push(`the pair ${place}`);
    census.pairs.set(place, pair);
  },
  duplicateMate(census, _, Item) {
    const { data } = DuplicateMate.parse({ Item });
    if (data) census.mates.add(`${data.firstId} ${data.clientId}`);
  },
};

interface Known extends PairCensus {
  clients: ReadonlyMap<string, { destroyed: boolean; live: boolean }>;
  /** `clientId kind hash` */
  traits: ReadonlySet<string>;
  /** By `clientId emailHash`. */
  emails: ReadonlyMap<string, unknown>;
}

/**
 * Every pair says what both its clients have, stands in both partitions, and sleeps while one of them is in the
 * trash. Whoever shares something that is not common is a pair. What goes with a destroyed client is let be.
 */
export function wrongPairs({ clients, traits, emails, pairs, mates }: Known): string[] {
  const held = new Map<Sign, string[]>();
  const hold = (id: string, sign: Sign) => {
    if (clients.get(id)?.destroyed === false) held.set(sign, [...(held.get(sign) ?? []), id]);
  };
  for (const key of traits) {
    const [id = '', kind, hash = ''] = key.split(' ');
    hold(id, signOf(kind as never, hash));
  }
  for (const key of emails.keys()) {
    const [id = '', hash = ''] = key.split(' ');
    hold(id, signOf('email', hash));
  }
  const stands = (place: string) => place.split(' ').every((id) => clients.get(id)?.destroyed === false);
  const due = [...held].flatMap(([sign, ids]) =>
    ids.length > MOST_SHARING
      ? []
      : ids.flatMap((one) => ids.filter((other) => one < other).map((other) => ({ sign, one, other }))),
  );
  return [
    ...due
      .map(({ sign, one, other }) => ({ sign, place: `${one} ${other}` }))
      .filter(({ sign, place }) => {
        const signs = pairs.get(place)?.signs ?? [];
        return !signs.includes(sign) && signs.length < MOST_SIGNS;
      })
      .map(({ sign, place }) => `${place} share ${sign} and are no pair by it`),
    ...[...pairs].flatMap(([place, { signs, asleep }]) => {
      if (!stands(place))
        return isGoing(clients, place) ? [] : [`${place} is a pair of clients that are gone`];
      const ids = place.split(' ');
      const sleeps = ids.some((id) => clients.get(id)?.live === false);
      return [
        ...signs
          .filter((sign) => !ids.every((id) => held.get(sign)?.includes(id)))
          .map((sign) => `${place} do not share ${sign}`),
        ...(sleeps === asleep ? [] : [`${place} is ${asleep ? 'asleep' : 'awake'} and should not be`]),
        ...(mates.has(place) ? [] : [`${place} stands in one partition only`]),
      ];
    }),
    ...[...mates]
      .filter((place) => !pairs.has(place) && !isGoing(clients, place))
      .map((place) => `${place} is half a pair`),
  ];
}

const isGoing = (clients: Known['clients'], place: string) =>
  place.split(' ').some((id) => clients.get(id)?.destroyed);
