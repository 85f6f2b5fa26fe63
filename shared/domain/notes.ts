import { type StaffActor, stamp } from '#contracts/actor.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, ContactId, NoteId } from '#contracts/ids.ts';
import { FREE_MINUTES } from '#contracts/note-kinds.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Permission } from '#contracts/permissions.ts';
import type { ActivityEvent } from '#contracts/schemas/activity.ts';
import type { Note, NoteCreate, NotePatch, NoteReceipt } from '#contracts/schemas/note.ts';
import { type ClientReader, get as getClient, versionConflict } from './clients.ts';
import type { ContactReader } from './contact-store.ts';
import type { Deps } from './deps.ts';
import { assertHolds } from './permissions.ts';
import { defined, nextVersion } from './records.ts';

export interface NoteReader {
  /** The note, a removed one too. */
  get(clientId: ClientId, noteId: NoteId): Promise<Note | null>;
  /** Those of these notes that are there, removed ones too; at most a page of them. */
  some(keys: readonly { clientId: ClientId; noteId: NoteId }[]): Promise<Note[]>;
  /** The notes of a client, removed ones too, last written first. */
  ofClient(clientId: ClientId, page: PageRequest): Promise<Page<Note>>;
  /** The living notes about one contact, by when it was, newest first. */
  ofContact(clientId: ClientId, contactId: ContactId, page: PageRequest): Promise<Page<Note>>;
}

export interface NoteWriter {
  create(note: Note, answer: NoteReceipt): Promise<void>;
  /** Also writes the state without text in which a removed note stays. @throws {Refusal} `version_conflict` */
  update(before: Note, after: Note): Promise<void>;
}

type Reading = Deps<{ clients: ClientReader; notes: NoteReader }>;
type Writing = Deps<{ clients: ClientReader; contacts: ContactReader; notes: NoteReader & NoteWriter }>;

const MINUTE_MS = 60_000;

/** Nobody logs what was longer ago: it is a slip of the keyboard. */
const EARLIEST = '1970-01-01';

/** By how much the clock of whoever writes may be ahead of ours. */
const SKEW_MS = 2 * MINUTE_MS;

/**
 * Writes down a note, a call or a meeting about a client that this actor may see.
 * @throws {Refusal} `not_found`, `validation_failed` for a time to come or for a contact
 */
export async function create(deps: Writing, clientId: ClientId, input: NoteCreate): Promise<NoteReceipt> {
  const { actor, clock, ids, data } = deps;
  await getClient(deps, clientId);
  const now = clock.now();
  const by = stamp(actor);
  const note: Note = {
    id: ids.next('note'),
    version: 1,
    clientId,
    kind: input.kind,
    body: input.body,
    occurredAt: occurred(input.occurredAt ?? now, now),
    ...(await resolveContact(deps, clientId, input.contactId ?? null)),
    amendedAt: null,
    deletedAt: null,
    createdAt: now,
    createdBy: by,
    updatedAt: now,
    updatedBy: by,
  };
  const { body: _, ...answer } = shown(deps, note);
  await data.notes.create(note, answer);
  return answer;
}

/**
 * One note of a client that this actor may see.
 * @throws {Refusal} `not_found`, also for one that was removed
 */
export async function get(deps: Reading, clientId: ClientId, noteId: NoteId): Promise<Note> {
  await getClient(deps, clientId);
  return shown(deps, await find(deps, clientId, noteId));
}

/**
 * The notes of a client that this actor may see, last written first; removed ones without their text.
 * @throws {Refusal} `not_found`
 */
export async function list(deps: Reading, clientId: ClientId, page: PageRequest): Promise<Page<Note>> {
  await getClient(deps, clientId);
  const found = await deps.data.notes.ofClient(clientId, page);
  return { ...found, data: found.data.map((note) => shown(deps, note)) };
}

/**
 * The living notes about one contact of a client that this actor may see, with the key to see contacts.
 * @throws {Refusal} `not_found`, `forbidden`
 */
export async function ofContact(
  deps: Reading,
  clientId: ClientId,
  contactId: ContactId,
  page: PageRequest,
): Promise<Page<Note>> {
  await getClient(deps, clientId);
  assertHolds(deps.actor, seesContacts);
  return deps.data.notes.ofContact(clientId, contactId, page);
}

/**
 * Changes what the patch names. Only whoever wrote a note changes it: freely at first, later with a mark.
 * @throws {Refusal} `not_found`, `version_conflict`, `forbidden`, `validation_failed`
 */
export async function update(
  deps: Writing,
  clientId: ClientId,
  noteId: NoteId,
  { contactId, occurredAt, ...patch }: NotePatch,
  expected: number,
): Promise<Note> {
  await getClient(deps, clientId);
  const before = await find(deps, clientId, noteId, expected);
  if (!isAuthor(deps.actor, before)) {
    throw new Refusal('forbidden', { detail: 'Only whoever wrote a note changes it.' });
  }
  const now = deps.clock.now();
  const contact =
    contactId === undefined || contactId === before.contactId
      ? {}
      : await resolveContact(deps, clientId, contactId);
  const when = occurredAt === undefined ? {} : { occurredAt: occurred(occurredAt, now) };
  const changed = nextVersion(deps, before, { ...before, ...defined(patch), ...when, ...contact });
  if (changed === before) return shown(deps, before);
  const isLate = Date.parse(now) - Date.parse(before.createdAt) > FREE_MINUTES * MINUTE_MS;
  const after = isLate ? { ...changed, amendedAt: changed.updatedAt } : changed;
  await deps.data.notes.update(before, after);
  return shown(deps, after);
}

/** Whoever may throw the whole client away may take away what somebody else wrote about it. */
const removesAny: Permission = 'clients.delete';

/**
 * Removes a note: its text and whom it is about go for good; that it was there, and who removed it, stays.
 * @throws {Refusal} `not_found`, `version_conflict`, `forbidden` for somebody else's without `clients.delete`
 */
export async function remove(
  deps: Writing,
  clientId: ClientId,
  noteId: NoteId,
  expected: number,
): Promise<void> {
  await getClient(deps, clientId);
  const before = await find(deps, clientId, noteId, expected);
  if (!isAuthor(deps.actor, before) && !deps.actor.permissions.has(removesAny)) {
    throw new Refusal('forbidden', {
      detail: `To remove what somebody else wrote needs the permission ${removesAny}.`,
      extra: { permission: removesAny },
    });
  }
  const gone = { body: null, contactId: null, contactName: null, deletedAt: deps.clock.now() };
  await deps.data.notes.update(before, nextVersion(deps, before, { ...before, ...gone }));
}

/**
 * The notes that were written in these entries of a client's timeline, as they stand now, by their ids; one
 * call for all of them, and none where there are none.
 */
export async function writtenIn(
  deps: Deps<{ notes: NoteReader }>,
  clientId: ClientId,
  events: readonly ActivityEvent[],
): Promise<ReadonlyMap<string, Note>> {
  const written = events.filter(({ type }) => type === 'note.created');
  if (written.length === 0) return new Map();
  const notes = await deps.data.notes.some(
    written.map(({ record }) => ({ clientId, noteId: record.id as NoteId })),
  );
  return new Map(notes.map((note) => [note.id, shown(deps, note)]));
}

const seesContacts: Permission = 'stakeholders.view';

/** A note as this actor may know it: whoever may not see contacts is not told whom it is about. */
const shown = ({ actor }: Pick<Deps<object>, 'actor'>, note: Note): Note =>
  actor.permissions.has(seesContacts) ? note : { ...note, contactId: null, contactName: null };

const isAuthor = ({ userId }: StaffActor, { createdBy }: Note) => createdBy.id === userId;

async function find({ data }: Reading, clientId: ClientId, noteId: NoteId, expected?: number) {
  const note = await data.notes.get(clientId, noteId);
  if (!note || note.deletedAt) throw notFound('no such note of this client');
  if (expected !== undefined && note.version !== expected) throw versionConflict(note);
  return note;
}

/** What is to come is a follow-up, no note. */
function occurred(at: string, now: string): string {
  if (Date.parse(at) > Date.parse(now) + SKEW_MS) {
    throw invalidField('/occurredAt', 'in_future', 'must not be later than now');
  }
  if (at < EARLIEST) throw invalidField('/occurredAt', 'too_early', 'must not be before the year 1970');
  return at;
}

/** Whoever may not see contacts names none: the answer would tell him who they are. */
async function resolveContact({ actor, data }: Writing, clientId: ClientId, contactId: ContactId | null) {
  if (contactId === null) return { contactId, contactName: null };
  const mayLook = actor.permissions.has(seesContacts);
  const contact = mayLook && (await data.contacts.get(clientId, contactId));
  if (!contact) throw invalidField('/contactId', 'unknown_contact', 'must be a contact of this client');
  return { contactId, contactName: contact.name };
}
