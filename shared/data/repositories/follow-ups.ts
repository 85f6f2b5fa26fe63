import { dayAfter } from '#contracts/days.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { type FollowUp, FollowUp as FollowUpSchema } from '#contracts/schemas/follow-up.ts';
import { comesUpOn, type FollowUpReader, type FollowUpWriter, unknownFollower } from '#domain/follow-ups.ts';
import { put, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { FollowUp as Entity, type FollowUpItem } from '../entities/follow-up.ts';
import { mustBeActive } from './members.ts';
import { pageOptions, toPage } from './paging.ts';
import { changeTo, withoutNulls } from './records.ts';

interface Listed {
  row: FollowUp;
}

export function followUpRepository(db: Db): FollowUpReader & FollowUpWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One follow-up of one client; another client's is absent. */
    async get(clientId, followUpId) {
      const { data } = await Entity.get({ workspaceId, clientId, followUpId }).go({
        ...at,
        consistent: true,
      });
      return data && !data.deletedAt ? fromItem(data) : null;
    },

    /** Those of a client: open ones as they come due, those done last first. */
    async ofClient(clientId, state, page) {
      const order = state === 'open' ? ('asc' as const) : ('desc' as const);
      const query = Entity.query.byState({ workspaceId, clientId, state });
      return toPage<Listed, FollowUp>(
        await query.go({ ...at, ...pageOptions(page), order }),
        ({ row }) => row,
      );
    },

    /** The open ones of an owner as they come up: to the end of a day, or all. */
    async ofOwner(ownerId, until, page) {
      const query = Entity.query.byOwner({ workspaceId, owedBy: ownerId });
      const options = { ...at, ...pageOptions(page) };
      const answer = await (until === null
        ? query.go(options)
        : query.lt({ sortOn: dayAfter(until) }).go(options));
      return toPage<Listed, FollowUp>(answer, ({ row }) => row);
    },

    async create(followUp) {
      const item = put(Entity.create(toItem(workspaceId, followUp)).params({ table }));
      await db.commit([item, ...proveOwner(db, null, followUp)], followUp);
    },

    async update(before, after) {
      await db.commit([change(db, before, after), ...proveOwner(db, before, after)], after);
    },

    async remove(before, tombstone) {
      const { clientId, id: followUpId } = before;
      await db.commit([change(db, before, tombstone, tombstone.updatedAt)], null);
      await Entity.delete({ workspaceId, clientId, followUpId }).go(at);
    },
  };
}

/** The next state over the version it was made from. */
function change({ table, workspaceId }: Db, before: FollowUp, after: FollowUp, deletedAt?: string): Write {
  const {
    workspaceId: _,
    clientId,
    followUpId,
    createdAt: __,
    ...fields
  } = toItem(workspaceId, after, deletedAt);
  return changeTo(table, Entity.patch({ workspaceId, clientId, followUpId }), fields, before.version);
}

/** Nobody comes to owe something who may not come in any more: whoever leaves is looked through once. */
const proveOwner = (db: Db, before: FollowUp | null, { ownerId }: FollowUp): Write[] =>
  before?.ownerId === ownerId ? [] : [mustBeActive(db, ownerId, unknownFollower)];

/** Domain to stored, with the lists it stands in. */
export function toItem(workspaceId: WorkspaceId, followUp: FollowUp, deletedAt?: string) {
  const { id, ...fields } = followUp;
  const { ownerId, doneAt } = followUp;
  const isOpen = doneAt === null && deletedAt === undefined;
  return {
    ...withoutNulls(fields),
    workspaceId,
    followUpId: id,
    deletedAt,
    owedBy: isOpen ? ownerId : ('-' as const),
    state: deletedAt ? ('gone' as const) : isOpen ? ('open' as const) : ('done' as const),
    sortOn: doneAt ?? comesUpOn(followUp),
    row: followUp,
  };
}

const absent = { snoozedUntil: null, doneAt: null };

/** Stored to domain; what the store has no value for is null. */
export const fromItem = (item: FollowUpItem): FollowUp =>
  FollowUpSchema.strip().parse({ ...absent, ...item, id: item.followUpId });
