import type { WorkspaceId } from '#contracts/ids.ts';
import { type Brand, Brand as BrandSchema } from '#contracts/schemas/brand.ts';
import type { BrandReader, BrandWriter } from '#domain/brands.ts';
import { put, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { type BrandItem, Brand as Entity } from '../entities/brand.ts';
import { holdName } from './client-names.ts';
import { pageOptions, toPage } from './paging.ts';
import { dropRates } from './rate-levels.ts';
import { changeTo, withoutNulls } from './records.ts';

export function brandRepository(db: Db): BrandReader & BrandWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One brand of one client; another client's brand is absent. */
    async get(clientId, brandId) {
      const { data } = await Entity.get({ workspaceId, clientId, brandId }).go({ ...at, consistent: true });
      return data && !data.deletedAt ? fromItem(data) : null;
    },

    /** Those of these brands that the client has, in one BatchGet. */
    async some(clientId, brandIds) {
      const keys = brandIds.map((brandId) => ({ workspaceId, clientId, brandId }));
      const { data } = await Entity.get(keys).go({ ...at, consistent: true });
      return data.filter(isLive).map(fromItem);
    },

    /** The brands of a client in the order they were added. */
    async ofClient(clientId, page) {
      const answer = await Entity.query
        .ofClient({ workspaceId, clientId })
        .go({ ...at, ...pageOptions(page) });
      return toPage({ ...answer, data: answer.data.filter(isLive) }, fromItem);
    },

    async create(brand) {
      const item = put(Entity.create(toItem(workspaceId, brand)).params({ table }));
      await db.commit([item, ...holdName(db, 'brand', null, brand)], brand);
    },

    async update(before, after) {
      await db.commit([change(db, before, after), ...holdName(db, 'brand', before, after)], after);
    },

    /** Its rates go between the two steps: unreachable with the first, gone before the last. */
    async remove(before, tombstone) {
      const { clientId, id: brandId } = before;
      const gone = change(db, before, tombstone, tombstone.updatedAt);
      await db.commit([gone, ...holdName(db, 'brand', before, null)], null);
      await dropRates(db, clientId, brandId, tombstone);
      await Entity.delete({ workspaceId, clientId, brandId }).go(at);
    },
  };
}

/** A tombstone is there only between the two steps of a removal, or after a crash between them. */
const isLive = ({ deletedAt }: BrandItem) => !deletedAt;

/** The next state over the version it was made from. */
function change({ table, workspaceId }: Db, before: Brand, after: Brand, deletedAt?: string): Write {
  const { workspaceId: _, clientId, brandId, createdAt: __, ...fields } = toItem(workspaceId, after);
  return changeTo(
    table,
    Entity.patch({ workspaceId, clientId, brandId }),
    { ...fields, deletedAt },
    before.version,
  );
}

function toItem(workspaceId: WorkspaceId, { id, ...fields }: Brand) {
  return { ...withoutNulls(fields), workspaceId, brandId: id };
}

const absent = { color: null, moreColors: [], website: null, note: null };

/** Stored to domain; what the store has no value for is null. */
export const fromItem = (item: BrandItem): Brand =>
  BrandSchema.strip().parse({ ...absent, ...item, id: item.brandId });
