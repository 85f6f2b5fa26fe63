import { soleFlags } from '#contracts/contact-flags.ts';
import { Refusal } from '#contracts/errors.ts';
import type { BrandId, ClientId, WorkspaceId } from '#contracts/ids.ts';
import { CLIENT_MOVED } from '#domain/clients.ts';
import {
  type ContactChange,
  type ContactRecord,
  PLACES_MOVED,
  type PrimaryMove,
} from '#domain/contact-store.ts';
import { check, put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Brand } from '../entities/brand.ts';
import { Client } from '../entities/client.ts';
import { Contact as Entity } from '../entities/contact.ts';
import { ContactEmailGuard } from '../entities/contact-email.ts';
import { ContactPast } from '../entities/contact-past.ts';
import { ContactRoleGuard } from '../entities/contact-role.ts';
import { foldName, hashOf } from '../keys.ts';
import { changeClient } from './clients.ts';
import { changeTo, withoutNulls } from './records.ts';

/** The next state over the version it was made from, with what somebody was by then where that ends. */
export function changeContact(db: Db, { before, after, past }: ContactChange): Write[] {
  const { table, workspaceId } = db;
  const { id: contactId, clientId } = after;
  const kept = past && put(ContactPast.put({ workspaceId, clientId, contactId, past }).params({ table }));
  return [change(db, before, after), ...(kept ? [kept] : [])];
}

/** All that comes into being with a contact, but for its roles and its client's side. */
export const creation = (db: Db, contact: ContactRecord): Write[] => [
  put(Entity.create(toItem(db.workspaceId, contact)).params({ table: db.table })),
  ...holdEmails(db, [], contact),
  ...holdBrands(db, [], contact),
];

/** Somebody who changes along: whoever edited him meanwhile is no conflict of the one who is meant. */
export function changeOther(db: Db, changed: ContactChange): Write[] {
  const [first, ...rest] = changeContact(db, changed);
  return first ? [{ ...first, refuse: placesMoved }, ...rest] : rest;
}

const placesMoved = () => new Refusal('version_conflict', { internal: PLACES_MOVED });

/** The last state of one that is about to be removed: tells the timeline by whom. */
export const entomb = (db: Db, before: ContactRecord, tombstone: ContactRecord): Write =>
  change(db, before, tombstone, tombstone.updatedAt);

function change(
  { table, workspaceId }: Db,
  before: ContactRecord,
  after: ContactRecord,
  deletedAt?: string,
): Write {
  const {
    workspaceId: _,
    clientId,
    contactId,
    createdAt: __,
    ...fields
  } = toItem(workspaceId, after, deletedAt);
  return changeTo(table, Entity.patch({ workspaceId, clientId, contactId }), fields, before.version);
}

/** The client's side of a change of primary contact; a client that moved is nobody's conflict but ours. */
export function primaryWrite(db: Db, move: PrimaryMove | null): Write[] {
  if (!move) return [];
  const refuse = () => new Refusal('version_conflict', { internal: CLIENT_MOVED });
  if (move.after === move.before) return [stillAt(db, move, refuse)];
  const [change, ...sights] = changeClient(db, move.before, move.after);
  return [{ ...change, refuse }, ...sights];
}

/** Holds a commit to the client as it was read. */
function stillAt({ table, workspaceId }: Db, { before }: PrimaryMove, refuse: () => Refusal): Write {
  const { Key } = Client.get({ workspaceId, clientId: before.id }).params<{ Key: object }>({ table });
  const condition = {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': before.version },
  };
  return check({ TableName: table, Key, ...condition }, refuse);
}

/** Takes the addresses that are new and gives back those that are gone. */
export function holdEmails(
  { table, workspaceId }: Db,
  before: readonly string[],
  { id, clientId, emails }: ContactRecord,
): Write[] {
  const key = (email: string) => ({ workspaceId, clientId, emailHash: hashOf(email) });
  const released = before.filter((email) => !emails.includes(email));
  const taken = emails.filter((email) => !before.includes(email));
  return [
    ...released.map((email) => remove(ContactEmailGuard.delete(key(email)).params({ table }))),
    ...taken.map((email) =>
      put(
        ContactEmailGuard.create({ ...key(email), contactId: id, row: { clientId } }).params({ table }),
        () => {
          const pointer = `/emails/${emails.indexOf(email)}`;
          const message = 'is already in use by another contact of this client';
          return new Refusal('email_taken', { errors: [{ pointer, code: 'email_taken', message }] });
        },
      ),
    ),
  ];
}

interface Turn {
  before: Pick<ContactRecord, 'id' | 'flags'>;
  after: ContactRecord;
}

/**
 * Passes the roles of which there is one from who gives one up to who takes it, or takes one that nobody has. Who
 * has a role that was free when it was read is looked at again.
 */
export function holdRoles({ table, workspaceId }: Db, turns: readonly Turn[]): Write[] {
  return soleFlags.flatMap((flag) => {
    const giver = turns.find(
      ({ before, after }) => before.flags.includes(flag) && !after.flags.includes(flag),
    );
    const taker = turns.find(
      ({ before, after }) => !before.flags.includes(flag) && after.flags.includes(flag),
    );
    const clientId = (taker ?? giver)?.after.clientId;
    if (!clientId) return [];
    const key = { workspaceId, clientId, flag };
    if (!taker) return [remove(ContactRoleGuard.delete(key).params({ table }))];
    const held = { ...key, contactId: taker.after.id };
    if (!giver) return [put(ContactRoleGuard.create(held).params({ table }), placesMoved)];
    const passed = ContactRoleGuard.put(held).where(({ contactId }, { eq }) =>
      eq(contactId, giver.before.id),
    );
    return [put(passed.params({ table }), placesMoved)];
  });
}

/** Whoever comes to stand for brands proves that they stand, and tells whoever is removing one of them. */
export const holdBrands = (
  db: Db,
  before: readonly BrandId[],
  { clientId, brandIds }: Pick<ContactRecord, 'clientId' | 'brandIds'>,
): Write[] =>
  brandIds
    .filter((id) => !before.includes(id))
    .map((id) => useBrand(db, clientId, id, `/brandIds/${brandIds.indexOf(id)}`));

/** One more use of a brand, which its removal looks at; no new version of it. */
export function useBrand(
  { table, workspaceId }: Db,
  clientId: ClientId,
  brandId: BrandId,
  pointer: string,
): Write {
  const used = Brand.patch({ workspaceId, clientId, brandId })
    .add({ uses: 1 })
    .where(({ deletedAt }, { notExists }) => notExists(deletedAt))
    .params({ table });
  const message = 'must be a brand of this client';
  return update(
    used,
    () => new Refusal('validation_failed', { errors: [{ pointer, code: 'unknown_brand', message }] }),
  );
}

/** Domain to stored, with the list of plans it stands in; a plan that failed is in none. */
export function toItem(workspaceId: WorkspaceId, { id, ...fields }: ContactRecord, deletedAt?: string) {
  const { planned, clientId, name } = fields;
  const nameKey = deletedAt === undefined ? foldName(name) : '';
  const isAhead = planned !== null && planned.failed === null && deletedAt === undefined;
  return {
    ...withoutNulls(fields),
    workspaceId,
    contactId: id,
    deletedAt,
    plannedOn: isAhead ? planned.from : '-',
    nameKey: nameKey || '-',
    lastKey: / ([^ ]+)$/.exec(nameKey)?.[1] ?? '-',
    row: { clientId, contactId: id, name },
  };
}
