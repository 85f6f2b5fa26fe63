import { stamp } from '#contracts/actor.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import { recordFeature, recordPermission } from '#contracts/events.ts';
import type { ClientId, MergeId } from '#contracts/ids.ts';
import { MERGE_DAYS } from '#contracts/merging.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import { type Client, ClientRow } from '#contracts/schemas/client.ts';
import type { CustomField } from '#contracts/schemas/custom-field.ts';
import {
  type Merge,
  type MergeCreate,
  type MergePreview,
  Merge as MergeSchema,
} from '#contracts/schemas/merge.ts';
import { assertVersion, type ClientReader, get as getClient, LINKS_MOVED } from './clients.ts';
import type { CustomFieldReader } from './custom-fields.ts';
import type { Deps } from './deps.ts';
import { type FamilyReader, levelsBelow, lineOf } from './family.ts';
import type { Jobs } from './jobs.ts';
import { type MemberReader, resolveOwner } from './members.ts';
import { assertChosen, type ChosenField, chosen, compare, givenBack, type Side } from './merge-fields.ts';
import { blocks, collisions, countMoves } from './merge-plan.ts';
import type { KeptMerge, MergeReader, MergeWriter, Taken } from './merge-store.ts';
import { nextVersion, whileMoving } from './records.ts';

type Reading = Deps<{ clients: ClientReader; merges: MergeReader }>;
type Comparing = Deps<Reading['data'] & { customFields: CustomFieldReader; family: FamilyReader }>;
type Writing = Deps<Comparing['data'] & { merges: MergeReader & MergeWriter; members: MemberReader }> & {
  jobs: Jobs;
};

const DAY_MS = 24 * 60 * 60_000;

/**
 * What merging another client into this one would do. Both must be seen by whoever asks.
 * @throws {Refusal} `not_found`, `validation_failed` for a client and itself
 */
export async function preview(deps: Comparing, clientId: ClientId, loserId: ClientId): Promise<MergePreview> {
  const { survivor, loser, fields, standing } = await both(deps, clientId, loserId);
  const row = ({ client }: Side) => ClientRow.strip().parse(client);
  const isKnown = ({ kind }: { kind: string }) => knows(deps.actor, kind);
  return {
    survivor: row(survivor),
    loser: row(loser),
    fields,
    moves: countMoves(loser.holdings).filter(isKnown),
    collisions: collisions(survivor, loser).filter(isKnown),
    blocks: blocks(survivor, loser, standing),
  };
}

/** Whether an actor may know of records of a kind at all. */
function knows({ permissions, features }: Deps<object>['actor'], kind: string): boolean {
  const key = Object.hasOwn(recordPermission, kind)
    ? recordPermission[kind as keyof typeof recordPermission]
    : undefined;
  const feature = Object.hasOwn(recordFeature, kind)
    ? recordFeature[kind as keyof typeof recordFeature]
    : null;
  return (!key || permissions.has(key)) && (!feature || features.has(feature));
}

/** Both clients with all that hangs on them. The records are read before what hangs on them. */
async function both(deps: Comparing, clientId: ClientId, loserId: ClientId) {
  const { data, actor } = deps;
  const [one, other] = await Promise.all([getClient(deps, clientId), getClient(deps, loserId)]);
  if (clientId === loserId) {
    const message = 'is the client itself';
    throw new Refusal('validation_failed', {
      errors: [{ pointer: '/loserId', code: 'same_client', message }],
    });
  }
  const [held, others, custom, above, beside] = await Promise.all([
    data.merges.holdings(clientId),
    data.merges.holdings(loserId),
    data.customFields.get(),
    lineOf(deps, one),
    lineOf(deps, other),
  ]);
  const levels = others.childIds.length > 0 ? await levelsBelow(deps, other) : [];
  const survivor: Side = { client: one, holdings: held };
  const loser: Side = { client: other, holdings: others };
  const hidden: ChosenField[] = actor.permissions.has('clients.view_tax') ? [] : ['taxId'];
  const fields: readonly CustomField[] = custom.fields;
  return {
    survivor,
    loser,
    fields: compare(survivor, loser, { fields, hidden }),
    standing: {
      above: { survivor: idsAbove(above), loser: idsAbove(beside) },
      levelsBelowLoser: levels.length,
    },
  };
}

const idsAbove = ([, ...line]: readonly Client[]) => line.map(({ id }) => id);

/**
 * Merges another client into this one: with the answer it is gone, and its id says where to. A job takes what
 * hangs on it over; should the message be lost, the daily run sends it again.
 * @throws {Refusal} `not_found`, `client_merged`, `version_conflict` for either, `validation_failed` naming every
 *   field that must be chosen, `merge_blocked`
 */
export function create(
  deps: Writing,
  clientId: ClientId,
  { loserId, versions, choices }: MergeCreate,
): Promise<Merge> {
  return whileMoving(LINKS_MOVED, async () => {
    const { survivor, loser, fields, standing } = await both(deps, clientId, loserId);
    assertVersion(survivor.client, versions.survivor);
    assertVersion(loser.client, versions.loser);
    const why = blocks(survivor, loser, standing);
    if (why.length > 0) {
      throw new Refusal('merge_blocked', {
        detail: why.map(({ detail }) => detail).join(' '),
        extra: { blocks: why.map(({ block }) => block) },
      });
    }
    assertChosen(fields, choices);
    const before = survivor.client;
    const wanted = chosen(before, loser.client, choices);
    const owner =
      wanted.ownerId === before.ownerId ? {} : await resolveOwner(deps, wanted.ownerId, '/choices/ownerId');
    const after = nextVersion(deps, before, { ...before, ...wanted, ...owner });
    const now = deps.clock.now();
    const by = stamp(deps.actor);
    const gone: Client = {
      ...loser.client,
      version: loser.client.version + 1,
      // The code that was not taken stays reserved, with the one that is gone.
      code:
        wanted.code === loser.client.code
          ? before.code === wanted.code
            ? null
            : before.code
          : loser.client.code,
      parentId: null,
      primaryContactId: null,
      primaryContactName: null,
      linkedIds: [],
      updatedAt: now,
      updatedBy: by,
    };
    const merge: KeptMerge = {
      id: deps.ids.next('merge'),
      version: 1,
      clientId,
      loserId,
      loserName: loser.client.name,
      state: 'moving',
      total: countMoves(loser.holdings).reduce((sum, { count }) => sum + count, 0),
      handled: 0,
      skipped: [],
      undoUntil: new Date(Date.parse(now) + MERGE_DAYS * DAY_MS).toISOString(),
      createdAt: now,
      createdBy: by,
      updatedAt: now,
      updatedBy: by,
      finishedAt: null,
      choices,
      taken: takenBy(before, after),
      loser: loser.client,
    };
    const pair = { survivor: { before, after }, loser: { before: loser.client, after: gone } };
    await deps.data.merges.create({ ...pair, merge }, shown(merge));
    return proceed(deps, merge);
  });
}

function takenBy(before: Client, after: Client): Record<string, Taken> {
  const changed = givenBack.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(
    changed.map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }]),
  );
}

/** Leaves the rest to a job. */
export async function proceed(
  { actor, jobs }: Pick<Writing, 'actor' | 'jobs'>,
  merge: KeptMerge,
): Promise<Merge> {
  const { workspaceId } = actor;
  const { clientId, id: mergeId } = merge;
  await jobs.send({ kind: 'merge.proceed', workspaceId, clientId, mergeId }).catch(() => undefined);
  return shown(merge);
}

/** A merge as the API answers it. */
export const shown = (merge: KeptMerge): Merge => MergeSchema.strip().parse(merge);

/** The merges into a client that this actor may see. @throws {Refusal} `not_found` */
export async function list(deps: Reading, clientId: ClientId, page: PageRequest): Promise<Page<Merge>> {
  await getClient(deps, clientId);
  const found = await deps.data.merges.list(clientId, page);
  return { ...found, data: found.data.map(shown) };
}

/** One merge into a client that this actor may see. @throws {Refusal} `not_found` */
export const get = async (deps: Reading, clientId: ClientId, mergeId: MergeId): Promise<Merge> =>
  shown(await current(deps, clientId, mergeId));

/** @throws {Refusal} `not_found` */
export async function current(deps: Reading, clientId: ClientId, mergeId: MergeId): Promise<KeptMerge> {
  const [, merge] = await Promise.all([getClient(deps, clientId), deps.data.merges.get(clientId, mergeId)]);
  if (!merge) throw notFound('no such merge of this client');
  return merge;
}

/** Sends the message of a merge again, should it be lost. @throws {Refusal} `not_found` */
export async function resume(
  deps: Reading & { jobs: Jobs },
  clientId: ClientId,
  mergeId: MergeId,
): Promise<Merge> {
  const merge = await current(deps, clientId, mergeId);
  return merge.state === 'moving' || merge.state === 'undoing' ? proceed(deps, merge) : shown(merge);
}
