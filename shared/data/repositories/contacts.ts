import { dayAfter } from '#contracts/days.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import { Contact as ContactSchema } from '#contracts/schemas/contact.ts';
import type { ContactReader, ContactRecord, ContactWriter } from '#domain/contact-store.ts';
import type { NamedPerson, PeopleFinder } from '#domain/people.ts';
import type { PlanReader } from '#domain/role-changes.ts';
import { remove } from '../commit.ts';
import type { Db } from '../db.ts';
import { type ContactItem, Contact as Entity } from '../entities/contact.ts';
import { ContactPast } from '../entities/contact-past.ts';
import { ContactRoleGuard } from '../entities/contact-role.ts';
import { foldName } from '../keys.ts';
import {
  changeContact,
  changeOther,
  creation,
  entomb,
  holdBrands,
  holdEmails,
  holdRoles,
  primaryWrite,
} from './contact-writes.ts';
import { pageOptions, toPage } from './paging.ts';

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

    /** All people of a client, strongly consistent. */
    async everybody(clientId) {
      const all = Entity.query.ofClient({ workspaceId, clientId });
      const { data } = await all.go({ ...at, consistent: true, pages: 'all' });
      return data.filter(({ deletedAt }) => !deletedAt).map(fromItem);
    },

    /** Who has a role of which there is one, by the guard that holds it. */
    async holder(clientId, flag) {
      const key = { workspaceId, clientId, flag };
      const { data } = await ContactRoleGuard.get(key).go({ ...at, consistent: true });
      if (!data) return null;
      const whose = { workspaceId, clientId, contactId: data.contactId };
      const { data: found } = await Entity.get(whose).go({ ...at, consistent: true });
      return found && !found.deletedAt ? fromItem(found) : null;
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

    async create(contact, move, others) {
      const roles = holdRoles(db, [{ before: { ...contact, flags: [] }, after: contact }, ...others]);
      const primary = move?.after.primaryContactId === contact.id;
      const writes = [
        ...creation(db, contact),
        ...roles,
        ...others.flatMap((other) => changeOther(db, other)),
      ];
      await db.commit([...writes, ...primaryWrite(db, move)], { ...contact, primary });
    },

    async update(changed, move, others) {
      const { before, after } = changed;
      const held = [
        ...holdEmails(db, before.emails, after),
        ...holdBrands(db, before.brandIds, after),
        ...holdRoles(db, [changed, ...others]),
      ];
      const writes = [
        ...changeContact(db, changed),
        ...held,
        ...others.flatMap((one) => changeOther(db, one)),
      ];
      const outcome = { ...after, primary: move?.after.primaryContactId === after.id };
      await db.commit([...writes, ...primaryWrite(db, move)], outcome);
    },

    async remove(before, tombstone, move, others) {
      const { clientId, id: contactId } = before;
      const nothing = { ...before, emails: [], flags: [] };
      const held = [
        ...holdEmails(db, before.emails, nothing),
        ...holdRoles(db, [{ before, after: nothing }, ...others]),
      ];
      const forgotten = remove(ContactPast.delete({ workspaceId, clientId, contactId }).params({ table }));
      const writes = [
        entomb(db, before, tombstone),
        ...held,
        ...others.flatMap((one) => changeOther(db, one)),
      ];
      await db.commit([...writes, ...primaryWrite(db, move), forgotten], null);
      await Entity.delete({ workspaceId, clientId, contactId }).go(at);
    },
  };
}

interface Whose {
  clientId: ClientId;
  contactId: ContactId;
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
