import { soleFlags } from '#contracts/contact-flags.ts';
import { dayAfter } from '#contracts/days.ts';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId, ContactId, WorkspaceId } from '#contracts/ids.ts';
import { Contact as ContactSchema, type PastRoles } from '#contracts/schemas/contact.ts';
import { CLIENT_MOVED } from '#domain/clients.ts';
import type { ContactReader, ContactRecord, ContactWriter, PrimaryMove } from '#domain/contacts.ts';
import type { NamedPerson, PeopleFinder } from '#domain/people.ts';
import type { PlanReader } from '#domain/role-changes.ts';
import { put, remove, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { type ContactItem, Contact as Entity } from '../entities/contact.ts';
import { ContactEmailGuard } from '../entities/contact-email.ts';
import { ContactPast } from '../entities/contact-past.ts';
import { ContactRoleGuard } from '../entities/contact-role.ts';
import { foldName, hashOf } from '../keys.ts';
import { changeClient } from './clients.ts';
import { pageOptions, toPage } from './paging.ts';
import { changeTo, withoutNulls } from './records.ts';

export function contactRepository(db: Db): ContactReader & PeopleFinder & PlanReader & ContactWriter {
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

    /** People whose name, or the last word of it, begins so; of each as many as asked for, the same one only once. */
    async named(beginning, limit) {
      const [nameKey, page] = [foldName(beginning), { ...at, limit }];
      if (nameKey === '') return [];
      const answers = await Promise.all([
        Entity.query.byName({ workspaceId }).begins({ nameKey }).go(page),
        Entity.query.byLastName({ workspaceId }).begins({ lastKey: nameKey }).go(page),
      ]);
      const rows = answers.flatMap(({ data }) => (data as { row: NamedPerson }[]).map(({ row }) => row));
      return [...new Map(rows.map((row) => [row.contactId, row])).values()];
    },

    async create(contact, move) {
      const item = put(Entity.create(toItem(workspaceId, contact)).params({ table }));
      const primary = move === null || move.after.primaryContactId === contact.id;
      const held = [...holdEmails(db, [], contact), ...holdRoles(db, [], contact)];
      await db.commit([item, ...held, ...primaryWrite(db, move)], {
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

/** Domain to stored, with the lists it stands in: by name unless it is going, by plan unless that failed. */
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
