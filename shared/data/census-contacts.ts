import { soleFlags } from '#contracts/contact-flags.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { sameIndexes } from './census-indexes.ts';
import type { CountedContact, CountedRouting } from './census-records.ts';
import { Contact } from './entities/contact.ts';
import { ContactEmailGuard } from './entities/contact-email.ts';
import { ContactPast } from './entities/contact-past.ts';
import { ContactRoleGuard } from './entities/contact-role.ts';
import { Routing } from './entities/routing.ts';
import { hashOf } from './keys.ts';
import { toItem } from './repositories/contact-writes.ts';
import { fromItem } from './repositories/contacts.ts';

type Item = Record<string, unknown>;

/** What a census knows of the people of clients. */
export interface ContactCensus {
  contacts: Map<string, CountedContact>;
  /** Contacts by `clientId emailHash`. */
  emails: Map<string, string>;
  /** Contacts by `clientId flag` of the role that only one has. */
  roles: Map<string, string>;
  /** Who is written to, by the id of the rules. */
  routings: Map<string, CountedRouting>;
  /** The days on which something ended that contacts were, by contact. */
  pasts: Map<string, string[]>;
}

export const emptyContacts = (): ContactCensus => ({
  contacts: new Map(),
  emails: new Map(),
  roles: new Map(),
  routings: new Map(),
  pasts: new Map(),
});

type Taker = (
  census: ContactCensus & { strays: string[]; crooked: string[] },
  workspaceId: WorkspaceId,
  Item: Item,
) => void;

export const contactTakers: Record<string, Taker> = {
  contact(census, workspaceId, Item) {
    const { data } = Contact.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const expected = Contact.create(toItem(workspaceId, fromItem(data), data.deletedAt));
    const { Item: listed } = expected.params<{ Item: Item }>({ table: '-' });
    // One that was written before people were found by name stands in no such index yet.
    if (data.nameKey && !sameIndexes(Item, listed)) census.crooked.push(data.contactId);
    census.contacts.set(data.contactId, {
      clientId: data.clientId,
      version: data.version,
      emailHashes: data.deletedAt ? [] : data.emails.map(hashOf),
      roles: data.deletedAt ? [] : soleFlags.filter((flag) => data.flags.includes(flag)),
      brandIds: data.deletedAt ? [] : (data.brandIds ?? []),
      tombstone: data.deletedAt !== undefined,
    });
  },
  contactEmail(census, _, Item) {
    const { data } = ContactEmailGuard.parse({ Item });
    if (data) census.emails.set(`${data.clientId} ${data.emailHash}`, data.contactId);
  },
  contactRole(census, _, Item) {
    const { data } = ContactRoleGuard.parse({ Item });
    if (data) census.roles.set(`${data.clientId} ${data.flag}`, data.contactId);
  },
  contactPast(census, _, Item) {
    const { data } = ContactPast.parse({ Item });
    if (data)
      census.pasts.set(
        data.contactId,
        data.past.map(({ until }) => until),
      );
  },
  routing(census, _, Item) {
    const { data } = Routing.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { clientId, version, rules } = data;
    const brandIds = rules.flatMap(({ brandId }) => brandId ?? []);
    census.routings.set(data.routingId, { clientId, version, tombstone: false, brandIds });
  },
};
