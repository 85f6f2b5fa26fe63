import { stamp } from '#contracts/actor.ts';
import { invalidField, notFound } from '#contracts/errors.ts';
import type { ClientId, RequirementId, UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import {
  type KeptRequirement,
  type Requirement,
  type RequirementAssign,
  type RequirementPatch,
  type Requirements,
  SNOOZE_DAYS,
} from '#contracts/schemas/requirement.ts';
import type { Standard } from '#contracts/schemas/standard.ts';
import { dayIn, zoneOf } from './client-days.ts';
import { type ClientReader, get as getClient, versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import { type MemberReader, resolveOwner } from './members.ts';
import { defined, nextVersion } from './records.ts';
import { type Reminding, remindingOf, reset } from './reminders.ts';
import { daysFrom, deadlineOf, faceOf, type Measure, summaryOf } from './requirement-states.ts';
import type { StandardReader } from './standards.ts';
import type { WorkspaceReader } from './workspaces.ts';

export interface RequirementReader {
  get(clientId: ClientId, requirementId: RequirementId): Promise<KeptRequirement | null>;
  /** Everything a client has to meet, oldest first: never more than there are standards. */
  ofClient(clientId: ClientId): Promise<KeptRequirement[]>;
  /** What has its deadline by a day, at every client, the earliest first. */
  byDeadline(until: string, page: PageRequest): Promise<Page<KeptRequirement>>;
  /** What somebody is responsible for, at every client. */
  ofOwner(ownerId: UserId, page: PageRequest): Promise<Page<KeptRequirement>>;
}

/** Each keeps `answer` for a repeated request, and moves the reminder of the requirement with it. */
export interface RequirementWriter {
  /** Counts up the standard. @throws {Refusal} `already_assigned`, `validation_failed` at `/standardKey` */
  create(requirement: KeptRequirement, reminding: Reminding, answer: Requirement): Promise<void>;
  /** @throws {Refusal} `version_conflict`, `validation_failed` at `/ownerId` for one who may not come in any more */
  update(
    before: KeptRequirement,
    after: KeptRequirement,
    reminding: Reminding,
    answer: Requirement | null,
  ): Promise<void>;
  /** Leaves a tombstone for the timeline, counts down the standard, removes. @throws {Refusal} `version_conflict` */
  remove(before: KeptRequirement, tombstone: KeptRequirement): Promise<void>;
}

export type Reading = Deps<{
  clients: ClientReader;
  requirements: RequirementReader;
  standards: StandardReader;
  workspaces: WorkspaceReader;
}>;
export type Writing = Reading & Deps<{ requirements: RequirementReader & RequirementWriter }>;
type Assigning = Writing & Deps<{ members: MemberReader }>;

/**
 * What a client that this actor may see has to meet, and how far it does on its day.
 * @throws {Refusal} `not_found`
 */
export async function list(deps: Reading, clientId: ClientId): Promise<Requirements> {
  const { data } = deps;
  await getClient(deps, clientId);
  const [kept, standards, workspace] = await Promise.all([
    data.requirements.ofClient(clientId),
    data.standards.all(),
    data.workspaces.get(),
  ]);
  const timeZone = zoneOf(workspace);
  const today = dayIn(timeZone, deps.clock.now());
  const byKey = new Map(standards.map((standard) => [standard.key, standard]));
  const rows = kept.map((one) => faceOf(one, byKey.get(one.standardKey) ?? forgotten(one), today));
  return { today, timeZone, summary: summaryOf(rows), data: rows };
}

/**
 * One requirement of a client that this actor may see.
 * @throws {Refusal} `not_found`
 */
export async function get(deps: Reading, clientId: ClientId, id: RequirementId): Promise<Requirement> {
  const { kept, standard, today } = await find(deps, clientId, id);
  return faceOf(kept, standard, today);
}

/**
 * Gives a client a standard to meet. Who is responsible is reminded; that is the client's owner, unless
 * somebody else is named.
 * @throws {Refusal} `not_found`, `already_assigned`, `validation_failed` for the standard or the owner
 */
export async function assign(
  deps: Assigning,
  clientId: ClientId,
  input: RequirementAssign,
): Promise<Requirement> {
  const { actor, clock, ids, data } = deps;
  const client = await getClient(deps, clientId);
  const standard = await data.standards.get(input.standardKey);
  if (!standard || standard.archived) throw unknownStandard();
  const today = await todayOf(deps);
  const owner = input.ownerId === undefined ? client : await resolveOwner(deps, input.ownerId);
  const now = clock.now();
  const kept: KeptRequirement = {
    id: ids.next('requirement'),
    version: 1,
    clientId,
    standardKey: standard.key,
    standardName: standard.name,
    status: 'not_started',
    statusReason: null,
    ownerId: owner.ownerId,
    ownerName: owner.ownerName,
    dueOn: input.dueOn ?? null,
    expiresOn: null,
    note: input.note ?? null,
    snooze: null,
    evidence: [],
    waiver: null,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
  const answer = faceOf(kept, standard, today);
  await data.requirements.create(kept, reset(remindingOf(kept), standard.reminders, today), answer);
  return answer;
}

/**
 * Changes who is responsible, by when, the note, or until when nobody is reminded.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed` for the owner or the snooze
 */
export async function update(
  deps: Assigning,
  clientId: ClientId,
  id: RequirementId,
  { ownerId, snooze, ...patch }: RequirementPatch,
  expected: number,
): Promise<Requirement> {
  const found = await find(deps, clientId, id, expected);
  if (snooze) assertSnooze(snooze.until, { ...found, kept: { ...found.kept, ...defined(patch) } });
  const owner =
    ownerId === undefined || ownerId === found.kept.ownerId ? null : await resolveOwner(deps, ownerId);
  return save(deps, found, {
    ...found.kept,
    ...defined(patch),
    ...(owner && { ownerId: owner.ownerId, ownerName: owner.ownerName }),
    ...(snooze !== undefined && { snooze }),
  });
}

/** Reminders sleep until a day to come: until a deadline that is still ahead at most, else for a year at most. */
function assertSnooze(until: string, { kept, today }: Pick<Found, 'kept' | 'today'>): void {
  if (until <= today) throw invalidField('/snooze/until', 'not_ahead', 'must be a day to come');
  const deadline = deadlineOf(kept);
  const last = deadline && deadline.on > today ? deadline.on : daysFrom(today, SNOOZE_DAYS);
  if (until > last) throw invalidField('/snooze/until', 'too_far', `must not be after ${last}`);
}

/**
 * Takes a standard off a client, with its evidence; the timeline keeps what it was.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function remove(
  deps: Writing,
  clientId: ClientId,
  id: RequirementId,
  expected: number,
): Promise<void> {
  const { actor, clock, data } = deps;
  const { kept } = await find(deps, clientId, id, expected);
  const [version, updatedAt] = [kept.version + 1, clock.now()];
  await data.requirements.remove(kept, { ...kept, version, updatedAt, updatedBy: stamp(actor) });
}

export interface Found {
  kept: KeptRequirement;
  standard: Measure & Pick<Standard, 'validityDays'>;
  today: string;
}

/**
 * A requirement of a client that this actor may see, with its standard and the client's day.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function find(
  deps: Reading,
  clientId: ClientId,
  id: RequirementId,
  expected?: number,
): Promise<Found> {
  await getClient(deps, clientId);
  const kept = await deps.data.requirements.get(clientId, id);
  if (!kept) throw notFound('no such requirement of this client');
  if (expected !== undefined && kept.version !== expected) throw versionConflict(kept);
  const [standard, today] = await Promise.all([deps.data.standards.get(kept.standardKey), todayOf(deps)]);
  return { kept, standard: standard ?? forgotten(kept), today };
}

/**
 * Writes what has become of a requirement, unless that is what it was, and moves its reminder along.
 * @throws {Refusal} `version_conflict`
 */
export async function save(
  deps: Writing,
  { kept: before, standard, today }: Found,
  changed: KeptRequirement,
): Promise<Requirement> {
  const after = nextVersion(deps, before, { ...changed, standardName: standard.name });
  const answer = faceOf(after, standard, today);
  if (after === before) return answer;
  const [was, is] = [remindingOf(before), remindingOf(after)];
  const reminding: Reminding =
    was?.deadlineOn === is?.deadlineOn
      ? { kind: 'kept', reminder: is }
      : reset(is, standard.reminders, today);
  await deps.data.requirements.update(before, after, reminding, answer);
  return answer;
}

/** A standard in use is never deleted; should it be, its requirements still stand under the name they had. */
export const forgotten = ({ standardName: name }: KeptRequirement): Found['standard'] => ({
  name,
  reminders: [],
  blocking: 'none',
  fourEyes: false,
  validityDays: null,
});

const todayOf = async ({ clock, data }: Deps<{ workspaces: WorkspaceReader }>) =>
  dayIn(zoneOf(await data.workspaces.get()), clock.now());

/** Whoever is named cannot see to it. */
export const unknownResponsible = () => invalidField('/ownerId', 'unknown_owner', 'must be an active member');

/** The standard is none, or is assigned to nobody any more. */
export const unknownStandard = () =>
  invalidField('/standardKey', 'unknown_entry', 'must be a standard that is not archived');
