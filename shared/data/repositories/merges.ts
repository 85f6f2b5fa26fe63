import { Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { LINKS_MOVED, versionConflict } from '#domain/clients.ts';
import type { KeptMerge, MergeReader, MergeWriter, Merging } from '#domain/merge-store.ts';
import type { KeptClient } from '#domain/trash.ts';
import { check, put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Client as ClientEntity } from '../entities/client.ts';
import { ClientCodeGuard } from '../entities/client-code.ts';
import { ClientSight } from '../entities/client-sight.ts';
import { Merge as Entity, type MergeItem } from '../entities/merge.ts';
import { portalCopy } from '../portal-copy.ts';
import { countAll, proveOwner } from './client-counts.ts';
import { changeTraits } from './client-traits.ts';
import { changeClient, toItem as clientItem, keptFromItem } from './clients.ts';
import { joinParent, leaveParent } from './family.ts';
import { holdingsOf } from './merge-holdings.ts';
import { pageOptions, toPage } from './paging.ts';
import { setAndRemove, tooLate } from './records.ts';

export function mergeRepository(db: Db): MergeReader & MergeWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    async get(clientId, mergeId) {
      const { data } = await Entity.get({ workspaceId, clientId, mergeId }).go({ ...at, consistent: true });
      return data && fromItem(data);
    },

    async list(clientId, page) {
      const query = Entity.query.ofClient({ workspaceId, clientId });
      return toPage(await query.go({ ...at, ...pageOptions(page), order: 'desc' }), fromItem);
    },

    holdings: (clientId) => holdingsOf(db, clientId),

    async pointer(clientId) {
      const { data } = await ClientEntity.get({ workspaceId, clientId }).go({ ...at, consistent: true });
      return data && keptFromItem(data);
    },

    async create({ survivor, loser, merge }, answer) {
      const { id: mergeId, clientId: mergedInto, createdAt: mergedAt } = merge;
      const pointer: KeptClient = {
        ...loser.after,
        destroyedAt: null,
        merged: { mergedInto, mergeId, mergedAt, settled: false },
      };
      await db.commit(
        [
          ...become(db, loser.before, pointer),
          ...sightsGo(db, loser.before),
          ...changeSurvivor(db, survivor),
          ...countAll(db, [
            [loser.before, gone(loser.after)],
            [survivor.before, survivor.after],
          ]),
          ...handCodes(db, survivor, loser),
          ...changeTraits(db, loser.before, nameless(loser.after)),
          ...portalCopy(db, loser.before, gone(loser.after)),
          ...leaveParent(db, loser.before),
          put(Entity.create(toItem(workspaceId, merge)).params({ table })),
        ],
        answer,
      );
    },

    async undo({ survivor, loser, merge }, before, moves, answer) {
      const { parentId } = loser.after;
      await db.commit(
        [
          ...become(db, loser.before, { ...loser.after, destroyedAt: null, merged: null }),
          ...changeSurvivor(db, survivor),
          ...countAll(db, [
            [gone(loser.before), loser.after],
            [survivor.before, survivor.after],
          ]),
          ...handCodes(db, survivor, loser),
          ...changeTraits(db, nameless(loser.before), loser.after),
          ...portalCopy(db, gone(loser.before), loser.after),
          ...(parentId ? joinParent(db, loser.after.id, parentId, moves) : []),
          change(db, before, merge),
        ],
        answer,
      );
    },
  };
}

/** What is merged counts nowhere and has no portal: to all that looks at that, it is as in the trash. */
const gone = (client: Client): Client => ({ ...client, deletedAt: client.updatedAt });
/** Nobody knows a pointer again by anything. */
const nameless = (client: Client): Client => ({ ...client, name: '', website: null, taxId: null });

/** A client over the version and the links it was read with, its links written too. */
function become({ table, workspaceId }: Db, before: Client, after: KeptClient): Write[] {
  const {
    clientId,
    workspaceId: _,
    lastActivityAt: __,
    createdAt: ___,
    ...fields
  } = clientItem(workspaceId, after);
  const { set, gone: removed } = setAndRemove(fields);
  const params = ClientEntity.patch({ workspaceId, clientId })
    .set(set)
    .remove(removed)
    .where(
      ({ version, linkedIds }, { eq }) =>
        `${eq(version, before.version)} AND ${eq(linkedIds, before.linkedIds)}`,
    )
    .params({ table });
  return [update(params, movedSince(before))];
}

const movedSince =
  (before: Client): Write['refuse'] =>
  (current) => {
    if (!current || current.destroyedAt) return new Refusal('not_found');
    return current.version === before.version
      ? new Refusal('version_conflict', { internal: LINKS_MOVED })
      : versionConflict(current as unknown as Client);
  };

const sightsGo = ({ table, workspaceId }: Db, { id: clientId, linkedIds }: Client): Write[] =>
  linkedIds.map((userId) => remove(ClientSight.delete({ workspaceId, clientId, userId }).params({ table })));

/** The survivor with what it takes; one that takes nothing must still be the live one that was seen. */
function changeSurvivor(db: Db, { before, after }: Merging['survivor']): Write[] {
  if (after !== before) {
    return [
      ...changeClient(db, before, after),
      ...proveOwner(db, before, after),
      ...changeTraits(db, before, after),
      ...portalCopy(db, before, after),
    ];
  }
  return [stillAt(db, before)];
}

/** Holds a commit to this: the client is live, and at the version that was read. */
function stillAt({ table, workspaceId }: Db, { id: clientId, version }: Client): Write {
  const { Key } = ClientEntity.get({ workspaceId, clientId }).params<{ Key: object }>({ table });
  return check(
    {
      TableName: table,
      Key,
      ConditionExpression:
        '#version = :version AND attribute_not_exists(deletedAt) AND attribute_not_exists(mergedInto)',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version },
    },
    tooLate,
  );
}

/** Codes change hands between the two, and a new one is taken only where nobody has it. */
function handCodes(
  { table, workspaceId }: Db,
  survivor: Merging['survivor'],
  loser: Merging['loser'],
): Write[] {
  const held = new Map(
    [survivor.before, loser.before].flatMap(({ id, code }) => (code ? [[code, id] as const] : [])),
  );
  const wanted = new Map(
    [survivor.after, loser.after].flatMap((one) => (one.code ? [[one.code, one] as const] : [])),
  );
  const freed = [...held.keys()].filter((code) => !wanted.has(code));
  return [
    ...freed.map((code) => remove(ClientCodeGuard.delete({ workspaceId, code }).params({ table }))),
    ...[...wanted].flatMap(([code, { id, name }]) => {
      if (held.get(code) === id) return [];
      const from = held.get(code);
      const params = ClientCodeGuard.put({ workspaceId, code, clientId: id, clientName: name })
        .where(({ clientId }, { eq, notExists }) => (from ? eq(clientId, from) : notExists(clientId)))
        .params({ table });
      return [put(params, () => new Refusal('code_taken', { detail: `The code ${code} is in use.` }))];
    }),
  ];
}

function change({ table, workspaceId }: Db, before: KeptMerge, after: KeptMerge): Write {
  const { workspaceId: _, clientId, mergeId, ...fields } = toItem(workspaceId, after);
  const { set, gone: removed } = setAndRemove(fields);
  const params = Entity.patch({ workspaceId, clientId, mergeId })
    .set(set)
    .remove(removed)
    .where(({ version, state }, { eq }) => `${eq(version, before.version)} AND ${eq(state, before.state)}`)
    .params({ table });
  return update(params, tooLate);
}

function toItem(workspaceId: WorkspaceId, kept: KeptMerge) {
  const { id, version, clientId, loserId, state, handled, finishedAt, choices, taken, loser, ...merge } =
    kept;
  return {
    workspaceId,
    clientId,
    mergeId: id,
    version,
    loserId,
    state,
    handled,
    finishedAt: finishedAt ?? undefined,
    merge,
    kept: JSON.stringify({ choices, taken, loser }),
  };
}

/** Stored to domain. */
export const fromItem = (item: MergeItem): KeptMerge => ({
  ...item.merge,
  ...(JSON.parse(item.kept) as Pick<KeptMerge, 'choices' | 'taken' | 'loser'>),
  id: item.mergeId,
  version: item.version,
  clientId: item.clientId,
  loserId: item.loserId,
  state: item.state,
  handled: item.handled,
  finishedAt: item.finishedAt ?? null,
});
