import { Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { KeptPlace } from '#contracts/schemas/account-team.ts';
import {
  type AccountTeamReader,
  type AccountTeamWriter,
  alreadyOnTeam,
  noAccess,
} from '#domain/account-team.ts';
import { put, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { type AccountTeamItem, AccountTeam as Entity } from '../entities/account-team.ts';
import { mustBeActive } from './members.ts';
import { pageOptions, toPage } from './paging.ts';
import { changeTo, held } from './records.ts';

/** Somebody was taken off a team, and whoever did it died before the item was gone. */
const LEFT_OVER = 'a tombstone is in the way';

export function accountTeamRepository(db: Db): AccountTeamReader & AccountTeamWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  /** Takes away what is left of a place, and of no place that was made since. */
  const clear = async ({ clientId, userId, id }: Pick<KeptPlace, 'clientId' | 'userId' | 'id'>) => {
    const gone = Entity.delete({ workspaceId, clientId, userId }).where(
      ({ placeId, deletedAt }, { eq, exists }) => `${eq(placeId, id)} AND ${exists(deletedAt)}`,
    );
    await held(gone.go(at));
  };

  /** A new place among other writes; a tombstone that stands where it is to stand is cleared first. */
  const place = async (after: KeptPlace, others: readonly Write[], outcome: unknown) => {
    const { clientId, userId } = after;
    const fresh = put(Entity.create(toItem(workspaceId, after)).params({ table }), inTheWay);
    const writes = [...others, fresh, mustBeActive(db, userId, noAccess)];
    try {
      await db.commit(writes, outcome);
    } catch (error) {
      if (!(error instanceof Refusal) || error.options.internal !== LEFT_OVER) throw error;
      const { data } = await Entity.get({ workspaceId, clientId, userId }).go({ ...at, consistent: true });
      if (data?.deletedAt) await clear(fromItem(data));
      await db.commit(writes, outcome);
    }
  };

  return {
    /** The place of a member at one client, strongly consistent. */
    async get(clientId, userId) {
      const { data } = await Entity.get({ workspaceId, clientId, userId }).go({ ...at, consistent: true });
      return data && !data.deletedAt ? fromItem(data) : null;
    },

    /** The whole team of a client, in one query. */
    async ofClient(clientId) {
      const { data } = await Entity.query.ofClient({ workspaceId, clientId }).go({ ...at, pages: 'all' });
      return data.filter(({ deletedAt }) => !deletedAt).map(fromItem);
    },

    /** The places of a member at all clients, the oldest client first. */
    async ofMember(userId, page) {
      const query = Entity.query.byMember({ workspaceId, heldBy: userId });
      return toPage<{ row: KeptPlace }, KeptPlace>(
        await query.go({ ...at, ...pageOptions(page) }),
        ({ row }) => row,
      );
    },

    create: (after, answer) => place(after, [], answer),

    async update(before, after, answer) {
      await db.commit([change(db, before, after)], answer);
    },

    async remove(before, tombstone) {
      await db.commit([change(db, before, tombstone, tombstone.updatedAt)], null);
      await clear(before);
    },

    async pass(before, tombstone, heir) {
      await place(heir, [change(db, before, tombstone, tombstone.updatedAt)], null);
      await clear(before);
    },
  };
}

const inTheWay = (current: Record<string, unknown> | undefined) =>
  current?.deletedAt ? new Refusal('already_on_team', { internal: LEFT_OVER }) : alreadyOnTeam();

/** The next state over the version it was made from. */
function change({ table, workspaceId }: Db, before: KeptPlace, after: KeptPlace, deletedAt?: string): Write {
  const {
    workspaceId: _,
    clientId,
    userId,
    createdAt: __,
    ...fields
  } = toItem(workspaceId, after, deletedAt);
  return changeTo(table, Entity.patch({ workspaceId, clientId, userId }), fields, before.version);
}

/** Domain to stored, with the list it stands in. */
export function toItem(workspaceId: WorkspaceId, place: KeptPlace, deletedAt?: string) {
  const { id: placeId, ...fields } = place;
  const heldBy = deletedAt === undefined ? place.userId : ('-' as const);
  return { ...fields, workspaceId, placeId, deletedAt, heldBy, row: place };
}

/** Stored to domain. */
export const fromItem = (item: AccountTeamItem): KeptPlace =>
  KeptPlace.strip().parse({ ...item, id: item.placeId });
