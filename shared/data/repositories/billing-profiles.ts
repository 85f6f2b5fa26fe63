import { Refusal } from '#contracts/errors.ts';
import type { BillingProfileId, WorkspaceId } from '#contracts/ids.ts';
import { BillingProfile as ProfileSchema } from '#contracts/schemas/billing-profile.ts';
import {
  type BillingProfileReader,
  type BillingProfileRecord,
  type BillingProfileWriter,
  DEFAULT_MOVED,
  type Place,
} from '#domain/billing-profiles.ts';
import { check, put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { BillingDefault } from '../entities/billing-default.ts';
import { type BillingProfileItem, BillingProfile as Entity } from '../entities/billing-profile.ts';
import { pageOptions, toPage } from './paging.ts';
import { changeTo, withoutNulls } from './records.ts';

export function billingProfileRepository(db: Db): BillingProfileReader & BillingProfileWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One profile of one client; another client's profile is absent. */
    async get(clientId, profileId) {
      const { data } = await Entity.get({ workspaceId, clientId, profileId }).go({ ...at, consistent: true });
      return data && !data.deletedAt ? fromItem(data) : null;
    },

    /** The profiles of a client in the order they were added. */
    async ofClient(clientId, page) {
      const answer = await Entity.query
        .ofClient({ workspaceId, clientId })
        .go({ ...at, ...pageOptions(page), consistent: true });
      // A tombstone is there only between the two steps of a removal, or after a crash between them.
      return toPage({ ...answer, data: answer.data.filter(({ deletedAt }) => !deletedAt) }, fromItem);
    },

    /** Strongly consistent: the default of this moment, and how many profiles there are. */
    async defaultOf(clientId) {
      const { data } = await BillingDefault.get({ workspaceId, clientId }).go({ ...at, consistent: true });
      return data && { profileId: data.profileId, profiles: data.profiles };
    },

    async create(profile, place, answer) {
      const became = place === 'joins' ? {} : { becameDefaultAt: profile.createdAt };
      const item = put(Entity.create({ ...toItem(workspaceId, profile), ...became }).params({ table }));
      await db.commit([item, enter(db, profile, place)], answer);
    },

    async update(before, after, takesDefault, answer) {
      const taking = takesDefault ? [take(db, after)] : [];
      const became = takesDefault ? { becameDefaultAt: after.updatedAt } : {};
      await db.commit([change(db, before, after, became), ...taking], answer);
    },

    async remove(before, tombstone, successorId) {
      const { clientId, id: profileId } = before;
      const gone = change(db, before, tombstone, { deletedAt: tombstone.updatedAt });
      await db.commit([gone, ...leave(db, before, successorId)], null);
      await Entity.delete({ workspaceId, clientId, profileId }).go(at);
    },
  };
}

const moved = () => new Refusal('version_conflict', { internal: DEFAULT_MOVED });

/** Counts a profile in. Whoever takes the default takes it from anybody; the first must still be the first. */
function enter({ table, workspaceId }: Db, { id, clientId }: BillingProfileRecord, place: Place): Write {
  const key = { workspaceId, clientId };
  if (place === 'first') {
    return put(BillingDefault.create({ ...key, profileId: id, profiles: 1 }).params({ table }), moved);
  }
  const counted = BillingDefault.patch(key).add({ profiles: 1 });
  return update((place === 'takes' ? counted.set({ profileId: id }) : counted).params({ table }), moved);
}

function take({ table, workspaceId }: Db, { id, clientId }: BillingProfileRecord): Write {
  const params = BillingDefault.patch({ workspaceId, clientId }).set({ profileId: id }).params({ table });
  return update(params, moved);
}

/** Counts a profile out: one that is not the default, the last one, or the default in favour of a successor. */
function leave(
  { table, workspaceId }: Db,
  { id, clientId }: BillingProfileRecord,
  successor: BillingProfileId | 'nobody' | 'not_needed',
): Write[] {
  const key = { workspaceId, clientId };
  if (successor === 'nobody') {
    const last = BillingDefault.delete(key).where(
      ({ profileId, profiles }, { eq }) => `${eq(profileId, id)} AND ${eq(profiles, 1)}`,
    );
    return [remove(last.params({ table }), moved)];
  }
  const counted = BillingDefault.patch(key).add({ profiles: -1 });
  if (successor === 'not_needed') {
    return [update(counted.where(({ profileId }, { ne }) => ne(profileId, id)).params({ table }), moved)];
  }
  const { Key } = Entity.get({ ...key, profileId: successor }).params<{ Key: object }>({ table });
  const heir = {
    TableName: table,
    Key,
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(deletedAt)',
  };
  return [
    update(
      counted
        .set({ profileId: successor })
        .where(({ profileId }, { eq }) => eq(profileId, id))
        .params({ table }),
      moved,
    ),
    check(heir, moved),
  ];
}

/** The next state over the version it was made from. */
function change(
  { table, workspaceId }: Db,
  before: BillingProfileRecord,
  after: BillingProfileRecord,
  beside: { deletedAt?: string; becameDefaultAt?: string },
): Write {
  const { workspaceId: _, clientId, profileId, createdAt: __, ...fields } = toItem(workspaceId, after);
  return changeTo(
    table,
    Entity.patch({ workspaceId, clientId, profileId }),
    { ...fields, ...beside },
    before.version,
  );
}

function toItem(workspaceId: WorkspaceId, { id, ...fields }: BillingProfileRecord) {
  return { ...withoutNulls(fields), workspaceId, profileId: id };
}

const absent = { taxId: null, termDays: null, poNumber: null };
const Stored = ProfileSchema.omit({ default: true, warnings: true }).strip();

/** Stored to domain; what the store has no value for is null. */
export const fromItem = (item: BillingProfileItem): BillingProfileRecord =>
  Stored.parse({ ...absent, ...item, id: item.profileId });
