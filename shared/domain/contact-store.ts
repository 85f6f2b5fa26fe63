import type { SoleFlag } from '#contracts/contact-flags.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Contact, PastRoles } from '#contracts/schemas/contact.ts';

/** A contact as kept; which one is primary stands on the client, so that there can be only one. */
export type ContactRecord = Omit<Contact, 'primary'>;

/**
 * The client before and after, when a change of a contact moves its primary contact; twice the same, where the
 * change holds only as long as the client is as it was read.
 */
export interface PrimaryMove {
  before: Client;
  after: Client;
}

/** A contact before and after; `past` is what it was by then, where that changes. */
export interface ContactChange {
  before: ContactRecord;
  after: ContactRecord;
  past: PastRoles[] | null;
}

export interface ContactReader {
  get(clientId: ClientId, contactId: ContactId): Promise<ContactRecord | null>;
  ofClient(clientId: ClientId, page: PageRequest): Promise<Page<ContactRecord>>;
  /** All people of a client, strongly consistent: for what is decided by them. */
  everybody(clientId: ClientId): Promise<ContactRecord[]>;
  /** Who has a role of which there is one. */
  holder(clientId: ClientId, flag: SoleFlag): Promise<ContactRecord | null>;
  /** What a contact was before, oldest first; to be read after the contact itself. */
  past(clientId: ClientId, contactId: ContactId): Promise<PastRoles[]>;
}

/** How a repository says that a place, or whom it passes to or from, is not as it was read. */
export const PLACES_MOVED = 'the places of the client moved';

/** `others` are whoever gives a place up for it, or takes one over; they change in the same commit, or nobody does. */
export interface ContactWriter {
  /** @throws {Refusal} `email_taken` within the client, `version_conflict` of client or others */
  create(contact: ContactRecord, move: PrimaryMove | null, others: readonly ContactChange[]): Promise<void>;
  /** @throws {Refusal} `email_taken`, `version_conflict` of contact, client or others */
  update(change: ContactChange, move: PrimaryMove | null, others: readonly ContactChange[]): Promise<void>;
  /** Leaves a tombstone for the timeline, then removes. @throws {Refusal} `version_conflict` */
  remove(
    before: ContactRecord,
    tombstone: ContactRecord,
    move: PrimaryMove | null,
    others: readonly ContactChange[],
  ): Promise<void>;
}
