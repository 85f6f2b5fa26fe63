import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { soleFlags } from '#contracts/contact-flags.ts';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId } from '#contracts/ids.ts';
import { put, remove, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { ClientNameGuard } from '../entities/client-name.ts';
import { ContactEmailGuard } from '../entities/contact-email.ts';
import { ContactRoleGuard } from '../entities/contact-role.ts';
import { RequirementStandard } from '../entities/requirement-standard.ts';
import { hashOf } from '../keys.ts';
import { nameHashOf } from './client-names.ts';

/** An item as it stands in the table: a kind of record that is added later moves without a line here. */
// biome-ignore lint/suspicious/noExplicitAny: whatever its entity wrote
export type Item = Record<string, any>;

/** The one that is taken from or written over is not as it was read: it is looked at again. */
export const PART_MOVED = 'what was to be moved moved by itself';
export const movedAgain = () => new Refusal('version_conflict', { internal: PART_MOVED });

/** One item by its keys, strongly consistent. */
export async function itemAt({ client, table }: Db, pk: string, sk: string): Promise<Item | null> {
  const { Item: found } = await client.send(
    new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
  );
  return (found as Item | undefined) ?? null;
}

/** Takes an item away, if it is at the version that was read. */
export function takeAway({ table }: Db, { pk, sk, version }: Item): Write {
  const over =
    version === undefined
      ? { ConditionExpression: 'attribute_exists(pk)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': version },
        };
  return remove({ TableName: table, Key: { pk, sk }, ...over }, movedAgain);
}

/** Writes an item where nothing stands. */
export const place = ({ table }: Db, item: Item): Write =>
  put({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }, movedAgain);

/** Writes an item over the version that was read. */
export const putOver = ({ table }: Db, item: Item, version: number): Write =>
  put(
    {
      TableName: table,
      Item: item,
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version },
    },
    movedAgain,
  );

const isKey = (name: string) => /^(gsi\d)?[ps]k$/.test(name);

/**
 * An item of one client as it stands at another: in its keys, and wherever it says whose it is. What people wrote
 * is left alone, whatever it says.
 */
export function rekeyed(item: Item, from: ClientId, to: ClientId): Item {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => {
      if (isKey(name)) return [name, String(value).replaceAll(from, to)];
      if (name === 'clientId' || name === 'home') return [name, String(value).replace(from, to)];
      if (name === 'row') return [name, rekeyed(value as Item, from, to)];
      return [name, value];
    }),
  );
}

/** One place that a record holds at its client, as it is taken and given back. */
interface Hold {
  take: object;
  free: object;
}

/** What holds the places of a record at its client, so that each is there once. */
function holdsOf({ table, workspaceId }: Db, item: Item): Hold[] {
  const clientId = item.clientId as ClientId;
  const [at, options] = [{ workspaceId, clientId }, { table }];
  switch (item.__edb_e__) {
    case 'contact': {
      const { contactId } = item;
      const emails = item.emails.map((email: string) => ({ ...at, emailHash: hashOf(email) }));
      const roles = soleFlags.filter((flag) => item.flags.includes(flag)).map((flag) => ({ ...at, flag }));
      return [
        ...emails.map((key: typeof at & { emailHash: string }) => ({
          take: ContactEmailGuard.create({ ...key, contactId, row: { clientId } }).params(options),
          free: ContactEmailGuard.delete(key).params(options),
        })),
        ...roles.map((key) => ({
          take: ContactRoleGuard.create({ ...key, contactId }).params(options),
          free: ContactRoleGuard.delete(key).params(options),
        })),
      ];
    }
    case 'brand':
    case 'project': {
      const key = { ...at, kind: item.__edb_e__, nameHash: nameHashOf(item.name) } as const;
      const holderId = item.brandId ?? item.projectId;
      return [
        {
          take: ClientNameGuard.create({ ...key, holderId }).params(options),
          free: ClientNameGuard.delete(key).params(options),
        },
      ];
    }
    case 'requirement': {
      const { standardKey, requirementId } = item;
      const key = { ...at, standardKey };
      return [
        {
          take: RequirementStandard.create({ ...key, requirementId }).params(options),
          free: RequirementStandard.delete(key).params(options),
        },
      ];
    }
    default:
      return [];
  }
}

/** Takes a record away with what holds its places. */
export const drop = (db: Db, item: Item): Write[] => [
  takeAway(db, item),
  ...holdsOf(db, item).map(({ free }) => remove(free)),
];

/** Writes a record with what holds its places, where nothing stands. */
export const bring = (db: Db, item: Item): Write[] => [
  place(db, item),
  ...holdsOf(db, item).map(({ take }) => put(take, movedAgain)),
];

/** A record over the version that was read, with the places that it takes and gives back. */
export function replace(db: Db, before: Item, after: Item): Write[] {
  const [had, has] = [holdsOf(db, before), holdsOf(db, after)];
  const keyOf = ({ free }: Hold) => JSON.stringify((free as { Key: object }).Key);
  const [old, now] = [new Set(had.map(keyOf)), new Set(has.map(keyOf))];
  return [
    putOver(db, after, before.version),
    ...had.filter((hold) => !now.has(keyOf(hold))).map(({ free }) => remove(free)),
    ...has.filter((hold) => !old.has(keyOf(hold))).map(({ take }) => put(take, movedAgain)),
  ];
}
