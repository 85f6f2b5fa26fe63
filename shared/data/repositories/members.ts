import { Refusal } from '#contracts/errors.ts';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import { type Member, Member as MemberSchema, type MemberStatus } from '#contracts/schemas/member.ts';
import type { Leaving } from '#domain/leaving.ts';
import { type MemberReader, type MemberWriter, memberMoved } from '#domain/members.ts';
import { type Commit, check, put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Member as Entity } from '../entities/member.ts';
import { MemberCounts } from '../entities/member-counts.ts';
import { Belonging } from '../entities/person.ts';
import { overLimit, underLimit } from './limits.ts';
import { pageOptions, toPage } from './paging.ts';

export function memberRepository(db: Db): MemberReader & MemberWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };
  const everybody = () => Entity.query.byUser({ workspaceId });

  return {
    /** One member by person, strongly consistent. */
    async get(userId) {
      const { data } = await Entity.get({ workspaceId, userId }).go({ ...at, consistent: true });
      return data && fromItem(data);
    },

    /** The people of the workspace in one order that stays. */
    async list(page) {
      return toPage(await everybody().go({ ...at, ...pageOptions(page) }), fromItem);
    },

    async all() {
      const { data } = await everybody().go({ ...at, pages: 'all' });
      return data.map(fromItem);
    },

    async seats() {
      const { data } = await MemberCounts.get({ workspaceId }).go({ ...at, consistent: true });
      return data?.active ?? 0;
    },

    async update(before, after) {
      await db.commit([changeMember(db, before, after), ...countMember(db, before, after)], after);
    },

    /** Those of these people who are members, in one BatchGet. */
    async some(userIds) {
      const { data } = await Entity.get(userIds.map((userId) => ({ workspaceId, userId }))).go(at);
      return data.map(fromItem);
    },
  };
}

type Place = Pick<Db, 'table' | 'workspaceId' | 'limits'>;

/** A member that is new, with the counters. @throws through the commit: `already_member`, `limit_reached` */
export const addMember = (place: Place, member: Member): Write[] => [
  put(
    Entity.create({ ...member, workspaceId: place.workspaceId }).params({ table: place.table }),
    () => new Refusal('already_member'),
  ),
  ...countMember(place, null, member),
];

/** Holds a commit to this: the member may still come in when it happens. */
export function mustBeActive({ table, workspaceId }: Place, userId: UserId, refuse: () => Refusal): Write {
  const { Key } = Entity.get({ workspaceId, userId }).params<{ Key: object }>({ table });
  return check(
    {
      TableName: table,
      Key,
      ConditionExpression: '#status = :active',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':active': 'active' satisfies MemberStatus },
    },
    refuse,
  );
}

/** Takes a disabled member out of the table and out of the directory. */
export const leaving = (
  commit: Commit,
  { main, directory }: { main: string; directory: string },
  workspaceId: WorkspaceId,
): Leaving => ({
  async leave({ userId, version: seen }) {
    const gone = Entity.delete({ workspaceId, userId })
      .where(({ version }, { eq }) => eq(version, seen))
      .params({ table: main });
    const parted = Belonging.delete({ userId, workspaceId }).params({ table: directory });
    await commit([remove(gone, refuseMoved), remove(parted)], null);
  },
});

/** The next state over the version it was made from; the counters are the caller's. */
export function changeMember(
  { table, workspaceId }: Pick<Place, 'table' | 'workspaceId'>,
  before: Member,
  after: Member,
): Write {
  const { userId, role, status, version: next, updatedAt, updatedBy } = after;
  const params = Entity.patch({ workspaceId, userId })
    .set({ role, status, version: next, updatedAt, updatedBy })
    .where(({ version }, { eq }) => eq(version, before.version))
    .params({ table });
  return update(params, refuseMoved);
}

function refuseMoved(current: Record<string, unknown> | undefined): Refusal {
  const { data } = Entity.parse({ Item: current });
  return data ? memberMoved(fromItem(data)) : new Refusal('not_found');
}

/** What a change moves in the counters. The last owner stays; a new seat must be within the limit. */
function countMember({ table, workspaceId, limits }: Place, before: Member | null, after: Member): Write[] {
  const [was, is] = [before, after].map((member) => ({
    active: member?.status === 'active' ? 1 : 0,
    owners: member?.status === 'active' && member.role === 'owner' ? 1 : 0,
  })) as [Seat, Seat];
  const by = { active: is.active - was.active, owners: is.owners - was.owners };
  if (by.active === 0 && by.owners === 0) return [];
  const max = limits['members.active'];
  const counted = MemberCounts.upsert({ workspaceId }).add(by);
  if (by.owners < 0) {
    const params = counted.where(({ owners }, { gt }) => gt(owners, 1)).params({ table });
    return [update(params, () => new Refusal('last_owner'))];
  }
  if (by.active > 0 && max !== null) {
    const params = counted
      .where((attributes, operations) => underLimit(attributes.active, max, operations))
      .params({ table });
    return [update(params, (current) => overLimit('members.active', current?.active, max))];
  }
  return [update(counted.params({ table }))];
}

interface Seat {
  active: number;
  owners: number;
}

/** Stored to domain. */
export const fromItem = (item: { workspaceId: WorkspaceId } & Member): Member =>
  MemberSchema.strip().parse(item);
