import { soleFlags } from '#contracts/contact-flags.ts';
import { dayAfter } from '#contracts/days.ts';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId, ContactId, WorkspaceId } from '#contracts/ids.ts';
import { Contact as ContactSchema, type PastRoles } from '#contracts/schemas/contact.ts';
import { CLIENT_MOVED } from '#domain/clients.ts';
import type { ContactReader, ContactRecord, ContactWriter, PrimaryMove } from '#domain/contacts.ts';
import type { PlanReader } from '#domain/role-changes.ts';
import { put, remove, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { type ContactItem, Contact as Entity } from '../entities/contact.ts';
import { ContactEmailGuard } from '../entities/contact-email.ts';
import { ContactPast } from '../entities/contact-past.ts';
import { ContactRoleGuard } from '../entities/contact-role.ts';
import { hashOf } from '../keys.ts';
import { changeClient } from './clients.ts';
import { pageOptions, toPage } from './paging.ts';
import { changeTo, withoutNulls } from './records.ts';

export function contactRepository(db: Db): ContactReader & PlanReader & ContactWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One contact of one client; another client's contact is absent. */
    async get(clientId, contactId) {
      const { data } = await Entity.get({ workspaceId, clientId, contactId }).go({ ...at, consistent: true });
      return data && !data.deletedAt ? fromItem(data) : null;
    },

    /** The people of a client in the order they were added. */
    async ofClient(clientId, page) {
      const answer = await Entity.query
        .ofClient({ workspaceId, clientId })
        .go({ ...at, ...pageOptions(page) });
      // A tombstone is there only between the two steps of a removal, or after a crash between them.
      return toPage({ ...answer, data: answer.data.filter(({ deletedAt }) => !deletedAt) }, fromItem);
    },

    /** What a contact was before, strongly consistent: it is changed on condition of the contact. */
    async past(clientId, contactId) {
      const key = { workspaceId, clientId, contactId };
      const { data } = await ContactPast.get(key).go({ ...at, consistent: true });
      return data?.past ?? [];
    },

    /** What is planned up to a day, the earliest first. */
    async planned(until, page) {
      const query = Entity.query.byPlan({ workspaceId }).lt({ plannedOn: dayAfter(until) });
      return toPage<{ row: Whose }, Whose>(await query.go({ ...at, ...pageOptions(page) }), ({ row }) => row);
    },

    async create(contact, move) {
      const primary = move === null || move.after.primaryContactId === contact.id;
      await db.commit([...creation(db, contact), ...primaryWrite(db, move)], {
        ...contact,
        primary: move !== null && primary,
      });
    },

    async update(before, after, move, past) {
      const outcome = { ...after, primary: move?.after.primaryContactId === after.id };
      const held = [...holdEmails(db, before.emails, after), ...holdRoles(db, before.flags, after)];
      const kept = past ? [keepPast(db, after, past)] : [];
      await db.commit([change(db, before, after), ...held, ...primaryWrite(db, move), ...kept], outcome);
    },

    async remove(before, tombstone, move) {
      const { clientId, id: contactId } = before;
      const gone = change(db, before, tombstone, tombstone.updatedAt);
      const nothing = { ...before, emails: [], flags: [] };
      const held = [...holdEmails(db, before.emails, nothing), ...holdRoles(db, before.flags, nothing)];
      const forgotten = remove(ContactPast.delete({ workspaceId, clientId, contactId }).params({ table }));
      await db.commit([gone, ...held, ...primaryWrite(db, move), forgotten], null);
      await Entity.delete({ workspaceId, clientId, contactId }).go(at);
    },
  };
}

/** All that comes into being with a contact, its client's side aside. */
export const creation = (db: Db, contact: ContactRecord): Write[] => [
  put(Entity.create(toItem(db.workspaceId, contact)).params({ table: db.table })),
  ...holdEmails(db, [], contact),
  ...holdRoles(db, [], contact),
];

interface Whose {
  clientId: ClientId;
  contactId: ContactId;
}

const keepPast = (
  { table, workspaceId }: Db,
  { id: contactId, clientId }: ContactRecord,
  past: PastRoles[],
): Write => put(ContactPast.put({ workspaceId, clientId, contactId, past }).params({ table }));

/** The next state over the version it was made from. */
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
function primaryWrite(db: Db, move: PrimaryMove | null): Write[] {
  if (!move) return [];
  const [change, ...sights] = changeClient(db, move.before, move.after);
  const refuse = () => new Refusal('version_conflict', { internal: CLIENT_MOVED });
  return [{ ...change, refuse }, ...sights];
}

/** Takes the addresses that are new and gives back those that are gone. */
function holdEmails(
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

/** Takes the roles of which there is one that are new, and gives back those that are gone. */
function holdRoles(
  { table, workspaceId }: Db,
  before: ContactRecord['flags'],
  { id: contactId, clientId, flags }: ContactRecord,
): Write[] {
  return soleFlags.flatMap((flag) => {
    const [had, has] = [before.includes(flag), flags.includes(flag)];
    const key = { workspaceId, clientId, flag };
    if (had === has) return [];
    if (had) return [remove(ContactRoleGuard.delete(key).params({ table }))];
    return [put(ContactRoleGuard.create({ ...key, contactId }).params({ table }), flagTaken)];
  });
}

const flagTaken = () =>
  new Refusal('flag_taken', {
    errors: [{ pointer: '/flags', code: 'flag_taken', message: 'are in part those of another contact' }],
  });

/** Domain to stored, with the list of plans it stands in; a plan that failed is in none. */
export function toItem(workspaceId: WorkspaceId, { id, ...fields }: ContactRecord, deletedAt?: string) {
  const { planned, clientId } = fields;
  const isAhead = planned !== null && planned.failed === null && deletedAt === undefined;
  return {
    ...withoutNulls(fields),
    workspaceId,
    contactId: id,
    deletedAt,
    plannedOn: isAhead ? planned.from : '-',
    row: { clientId, contactId: id },
  };
}

const absent = {
  lastName: null,
  title: null,
  department: null,
  locale: null,
  timeZone: null,
  pronouns: null,
  brandIds: [],
  leftOn: null,
  planned: null,
  away: null,
};
const Stored = ContactSchema.omit({ primary: true }).strip();

/** Stored to domain; what the store has no value for is null. */
export const fromItem = (item: ContactItem): ContactRecord =>
  Stored.parse({ ...absent, ...item, id: item.contactId });
