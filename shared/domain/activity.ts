import type { ActorStamp, StaffActor } from '#contracts/actor.ts';
import {
  type ChangeKind,
  type EventType,
  eventTypes,
  type RecordKind,
  recordFeature,
  recordPermission,
  type ToldField,
  timelineCatalogue,
} from '#contracts/events.ts';
import type { ClientId, ProjectId } from '#contracts/ids.ts';
import { own } from '#contracts/own.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Activity, ActivityEvent } from '#contracts/schemas/activity.ts';
import { follow } from './client-pointers.ts';
import type { SightReader } from './client-sights.ts';
import type { ClientReader } from './clients.ts';
import type { Deps } from './deps.ts';
import { type NoteReader, writtenIn } from './notes.ts';
import { scope } from './projects.ts';

/** What every record that the timeline tells of has. */
export interface Versioned {
  id: string;
  version: number;
  name: string;
  updatedAt: string;
  updatedBy: ActorStamp;
  deletedAt: string | null;
  /** Fields that no catalogue knows beforehand, such as those of the workspace, as the timeline tells them. */
  named?: Readonly<Record<string, { label: string; text: string }>>;
  /** Set on what is being removed with all that hangs on it. */
  destroyedAt?: string | null;
}

/** A committed change as the stream delivers it. */
export interface Change {
  kind: RecordKind;
  clientId: ClientId;
  before: Versioned | null;
  after: Versioned | null;
  /** Whether the record came from another client as it is: a merge tells of itself, and nobody did anything to it. */
  arrived?: boolean;
}

/** Which entries are wanted: of a type, of somebody, both, or all; of a span of time, its end excluded. */
export interface ActivityFilter {
  type?: EventType | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface ActivityReader {
  /** The timeline of a client, newest first; one query whatever is asked. */
  ofClient(clientId: ClientId, filter: ActivityFilter, page: PageRequest): Promise<Page<ActivityEvent>>;
}

export interface ActivityWriter {
  /** Adds an event once: the same event again changes nothing. */
  append(clientId: ClientId, event: ActivityEvent, version: number): Promise<void>;
  /** Takes an event back; an absent one is no error. */
  withdraw(clientId: ClientId, event: ActivityEvent, version: number): Promise<void>;
  /**
   * Moves `lastActivityAt` of the client and its sights forward, at most once a minute, outside its version.
   * @returns false when the client is destroyed or gone
   */
  touch(clientId: ClientId, at: string): Promise<boolean>;
}

/**
 * The timeline of a client that this actor may see, without the projects and kinds of records that he may not
 * know of: a page may hold fewer entries than were asked for. What was noted is read from the notes, as they
 * stand now. That of a client which was merged is read by whoever sees the one it was merged into.
 * @throws {Refusal} `not_found`
 */
export async function ofClient(
  deps: Deps<{ clients: ClientReader; activity: ActivityReader; sights: SightReader; notes: NoteReader }>,
  clientId: ClientId,
  filter: ActivityFilter,
  page: PageRequest,
): Promise<Page<Activity>> {
  const { actor, data } = deps;
  const client = await follow(deps, clientId);
  const [within, told] = await Promise.all([
    scope(deps, client),
    data.activity.ofClient(clientId, filter, page),
  ]);
  const isKnown = ({ record }: ActivityEvent) => {
    if (!actor.permissions.has(recordPermission[record.kind])) return false;
    return record.kind !== 'project' || within === 'all' || within.has(record.id as ProjectId);
  };
  const shown = told.data
    .filter(isKnown)
    .map((event) =>
      actor.features.has(recordFeature[event.record.kind]) ? bared(event, actor) : veiled(event),
    );
  const notes = await writtenIn(deps, client.id, shown);
  const noteOf = ({ type, record }: ActivityEvent) =>
    (type === 'note.created' && notes.get(record.id)) || null;
  return { ...told, data: shown.map((event) => ({ ...event, note: noteOf(event) })) };
}

/**
 * An entry with the values that may be told to this actor; of others it says that they changed. What became hidden
 * after it was written is not told either.
 */
function bared(event: ActivityEvent, { permissions }: Pick<StaffActor, 'permissions'>): ActivityEvent {
  const fields: Record<string, ToldField> = timelineCatalogue[event.record.kind];
  const isTold = (field: ToldField | undefined) =>
    !field?.hidden && (!field?.permission || permissions.has(field.permission));
  const changes = event.changes.map((change) =>
    isTold(fields[change.field]) ? change : { ...change, before: null, after: null },
  );
  return { ...event, changes };
}

/** An entry of a module that is off: that something happened, and nothing of what. */
const veiled = (event: ActivityEvent): ActivityEvent => ({
  ...event,
  record: { ...event.record, label: '' },
  changes: [],
  hidden: true,
});

/**
 * Writes what a change means to the timeline; repeating it changes nothing. The stream may be behind: when the
 * client was destroyed in the meantime, its timeline may be swept already, and what came too late is taken back.
 */
export async function record(writer: ActivityWriter, change: Change): Promise<void> {
  const { clientId } = change;
  const events = describe(change);
  for (const event of events) await writer.append(clientId, event, versionOf(change));
  const last = events.at(-1);
  if (!last || (await writer.touch(clientId, last.at))) return;
  for (const event of events) await writer.withdraw(clientId, event, versionOf(change));
}

const versionOf = ({ before, after }: Change) => (after ?? before)?.version ?? 0;

/**
 * The events of one change. Ids derive from record, version and type, so that a redelivered change makes the
 * same events. Every version has its event, even one in which no listed field looks different, such as a
 * primary contact that gave way to a namesake (INV-2); a change outside the version makes none.
 */
export function describe({ kind, before, after, arrived }: Change): ActivityEvent[] {
  if (!after || after.destroyedAt || arrived) return [];
  const changes = differences(kind, before, after);
  if (!before)
    return [
      event(
        'created',
        kind,
        after,
        changes.filter((change) => change.after !== null),
      ),
    ];
  if (!before.deletedAt !== !after.deletedAt) {
    return [event(after.deletedAt ? 'deleted' : 'restored', kind, after, [])];
  }
  const status = changes.filter(({ field }) => ofStatus.has(field));
  const others = changes.filter(({ field }) => !ofStatus.has(field));
  const unlisted = changes.length === 0 && before.version !== after.version;
  return [
    ...(others.length > 0 || unlisted ? [event('updated', kind, after, others)] : []),
    ...(status.length > 0 ? [event('status_changed', kind, after, status)] : []),
  ];
}

/** The status and why: together one event of their own. */
const ofStatus = new Set(['status', 'statusReason']);

/** @throws {Error} for what its kind of record does not declare: a bug, which ends with the dead letters */
function event(
  change: ChangeKind,
  kind: RecordKind,
  record: Versioned,
  changes: ActivityEvent['changes'],
): ActivityEvent {
  const type = eventTypes.find((declared) => declared === `${kind}.${change}`);
  if (!type) throw new Error(`a ${kind} is never ${change}`);
  return {
    id: `evt_${record.id}_${record.version}_${type}`,
    type,
    at: record.updatedAt,
    actor: record.updatedBy,
    record: { kind, id: record.id, label: record.name },
    changes,
    hidden: false,
  };
}

function differences(kind: RecordKind, before: Versioned | null, after: Versioned): ActivityEvent['changes'] {
  const fields: Record<string, ToldField> = timelineCatalogue[kind];
  const listed = Object.entries(fields).flatMap(([field, { label, hidden }]) => {
    const [old, now] = [shown(before, field), shown(after, field)];
    if (old === now) return [];
    return [{ field, label, before: hidden ? null : old, after: hidden ? null : now }];
  });
  return [...listed, ...namedDifferences(before?.named ?? {}, after.named ?? {})];
}

function namedDifferences(
  before: NonNullable<Versioned['named']>,
  after: NonNullable<Versioned['named']>,
): Activity['changes'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [old, now] = [own(before, field), own(after, field)];
    if (old?.text === now?.text) return [];
    const label = now?.label ?? old?.label ?? field;
    return [{ field, label, before: old?.text ?? null, after: now?.text ?? null }];
  });
}

/** A field as the timeline compares and shows it; structures compare by their JSON. */
function shown(record: Versioned | null, field: string): string | null {
  const value = (record as unknown as Record<string, unknown> | null)?.[field];
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? value.join(', ')
    : JSON.stringify(value);
}
