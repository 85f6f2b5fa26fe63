import { stamp } from '#contracts/actor.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import { timelineCatalogue } from '#contracts/events.ts';
import type { ClientId, MergeId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { MOST_LEVELS } from '#contracts/schemas/family.ts';
import type { Merge } from '#contracts/schemas/merge.ts';
import type { CodeReader } from './client-codes.ts';
import { type ClientReader, find, get as getClient, LINKS_MOVED, versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import { FAMILY_MOVED, type FamilyReader, levelsBelow, lineOf } from './family.ts';
import type { Jobs } from './jobs.ts';
import type { MemberReader, Owner } from './members.ts';
import type { KeptMerge, MergeReader, MergeWriter } from './merge-store.ts';
import { current, proceed, shown } from './merges.ts';
import { nextVersion, whileMoving } from './records.ts';

type Writing = Deps<{
  clients: ClientReader;
  codes: CodeReader;
  family: FamilyReader;
  members: MemberReader;
  merges: MergeReader & MergeWriter;
}> & { jobs: Jobs };

/**
 * Takes a merge back: with the answer the client that was merged is there again, and a job brings what hung on it.
 * What somebody changed since stays as it is, and is named.
 * @throws {Refusal} `not_found`, `version_conflict`, `limit_reached`, `invalid_transition` before it has ended,
 *   once its days are over, and while the client that stayed is in the trash
 */
export async function undo(
  deps: Writing,
  clientId: ClientId,
  mergeId: MergeId,
  expected: number,
): Promise<Merge> {
  await assertLive(deps, clientId);
  const before = await current(deps, clientId, mergeId);
  if (before.state === 'undoing') return proceed(deps, before);
  if (before.version !== expected) throw versionConflict(before);
  assertUndoable(before, deps.clock.now());
  return whileMoving(FAMILY_MOVED, () => whileMoving(LINKS_MOVED, () => takeBack(deps, before)));
}

/** What was merged into a client of the trash comes back after that one. */
async function assertLive(deps: Writing, clientId: ClientId): Promise<void> {
  const { name, deletedAt } = await find(deps, clientId);
  if (!deletedAt) return;
  throw new Refusal('invalid_transition', {
    detail: `${name} is in the trash: restore it first.`,
    extra: { from: 'trashed', allowed: [] },
  });
}

function assertUndoable({ state, undoUntil }: KeptMerge, now: string): void {
  if (state === 'done' && now <= undoUntil) return;
  const over =
    state === 'done' ? 'Its thirty days are over.' : `A merge that is ${state} cannot be taken back.`;
  throw new Refusal('invalid_transition', { detail: over, extra: { from: state, allowed: [] } });
}

async function takeBack(deps: Writing, before: KeptMerge): Promise<Merge> {
  const { actor, clock, data } = deps;
  const survivor = await getClient(deps, before.clientId);
  const pointer = await data.merges.pointer(before.loserId);
  if (pointer?.merged?.mergeId !== before.id)
    throw notFound('the client that was merged is not there any more');
  const moves = await data.family.moves();
  const back = await fieldsBack(deps, survivor, before);
  const parentId = await parentOf(deps, before);
  const owner = await ownerOf(deps, before.loser);
  const code = await codeOf(deps, survivor, pointer, before);
  const now = clock.now();
  const by = stamp(actor);
  const { merged: _, ...tombstone } = pointer;
  const loser: Client = {
    ...before.loser,
    ...owner,
    code,
    parentId,
    linkedIds: [],
    lastActivityAt: pointer.lastActivityAt,
    version: pointer.version + 1,
    updatedAt: now,
    updatedBy: by,
  };
  const lost = [
    ...back.skipped,
    ...(code === before.loser.code ? [] : [timelineCatalogue.client.code.label]),
    ...(parentId === before.loser.parentId ? [] : [timelineCatalogue.client.parentId.label]),
  ];
  const merge: KeptMerge = {
    ...before,
    version: before.version + 1,
    state: 'undoing',
    total: before.handled,
    handled: 0,
    finishedAt: null,
    skipped: lost.map((name) => ({ kind: 'field', name })),
    updatedAt: now,
    updatedBy: by,
  };
  const after = nextVersion(deps, survivor, { ...survivor, ...back.fields });
  await data.merges.undo(
    { survivor: { before: survivor, after }, loser: { before: tombstone, after: loser }, merge },
    before,
    moves,
    shown(merge),
  );
  return proceed(deps, merge);
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The survivor's fields as they were, where they still say what the merge made them say. */
async function fieldsBack(deps: Writing, survivor: Client, { taken }: KeptMerge) {
  const fields: Record<string, unknown> = {};
  const skipped: string[] = [];
  const former = taken.ownerId && (await activeOwner(deps, taken.ownerId.before as Client['ownerId']));
  for (const [field, { before, after }] of Object.entries(taken)) {
    if (field === 'ownerName' || field === 'ownerEmail') continue;
    const isUntouched = isSame(survivor[field as keyof Client], after);
    if (field === 'ownerId') {
      if (isUntouched && former) Object.assign(fields, former);
      else skipped.push('Owner');
    } else if (isUntouched) fields[field] = before;
    else skipped.push(labelOf(field));
  }
  return { fields: fields as Partial<Client>, skipped };
}

const labelOf = (field: string) => timelineCatalogue.client[field as 'name']?.label ?? field;

async function activeOwner({ data }: Writing, ownerId: Client['ownerId']): Promise<Owner | null> {
  const member = await data.members.get(ownerId);
  if (member?.status !== 'active') return null;
  return { ownerId, ownerName: member.name, ownerEmail: member.email };
}

/** Whoever owned the client, or else whoever brings it back. */
async function ownerOf(deps: Writing, { ownerId }: Client): Promise<Owner> {
  const { userId, name, email } = deps.actor;
  return (await activeOwner(deps, ownerId)) ?? { ownerId: userId, ownerName: name, ownerEmail: email };
}

/** The code that the client had, if nobody has it by now; else the one that it kept. */
async function codeOf(
  { data }: Writing,
  survivor: Client,
  pointer: Client,
  { loser, taken }: KeptMerge,
): Promise<string | null> {
  if (loser.code === null || loser.code === pointer.code) return pointer.code;
  const comesBack = taken.code && survivor.code === taken.code.after;
  if (comesBack) return loser.code;
  return (await data.codes.taken([loser.code])).has(loser.code) ? pointer.code : loser.code;
}

/** The parent that the client had, while it may still stand below it. */
async function parentOf(deps: Writing, { loser, clientId }: KeptMerge): Promise<ClientId | null> {
  const { data } = deps;
  const parent = loser.parentId && (await data.clients.get(loser.parentId));
  if (!parent || parent.deletedAt) return null;
  const line = (await lineOf(deps, parent)).map(({ id }) => id);
  const below = await levelsBelow(deps, { id: clientId });
  const isDeep = line.length + 1 + below.length > MOST_LEVELS;
  return isDeep || line.includes(loser.id) ? null : parent.id;
}
