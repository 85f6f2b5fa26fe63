import { Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { type Brand, Brand as BrandSchema } from '#contracts/schemas/brand.ts';
import type { BrandRemoval, BrandRemover, BrandUseReader } from '#domain/brand-removal.ts';
import type { BrandReader, BrandWriter } from '#domain/brands.ts';
import { PLACES_MOVED } from '#domain/contact-store.ts';
import { put, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { type BrandItem, Brand as Entity } from '../entities/brand.ts';
import { holdName } from './client-names.ts';
import { changeOther, primaryWrite } from './contact-writes.ts';
import { pageOptions, toPage } from './paging.ts';
import { dropRates, ratesOf } from './rate-levels.ts';
import { changeTo, tooLate, withoutNulls } from './records.ts';
import { putRouting } from './routing.ts';

export function brandRepository(db: Db): BrandReader & BrandWriter & BrandUseReader & BrandRemover {
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

    /** How often somebody came to stand for a brand, strongly consistent. */
    async uses(clientId, brandId) {
      const { data } = await Entity.get({ workspaceId, clientId, brandId }).go({ ...at, consistent: true });
      return data?.uses ?? 0;
    },

    async rates(clientId, brandId) {
      return (await ratesOf(db, clientId, brandId)).length;
    },

    /** Its rates go between the two steps: unreachable with the first, gone before the last. */
    async remove({ before, tombstone, uses, contacts, routing, client: seen }) {
      const { clientId, id: brandId } = before;
      const gone = entomb(db, { before, tombstone, uses });
      const rules = routing ? [{ ...putRouting(db, routing.before, routing.after), refuse: moved }] : [];
      const changed = contacts.map((contact) => changeOther(db, contact));
      // More than a commit takes stand for others, or for the client, a moment before the brand goes.
      while (changed.length > MOST_AT_ONCE) await db.commit(changed.splice(0, MOST_AT_ONCE).flat(), null);
      const writes = [gone, ...holdName(db, 'brand', before, null), ...rules, ...changed.flat()];
      await db.commit([...writes, ...primaryWrite(db, seen)], null);
      await dropRates(db, clientId, brandId, tombstone);
      await Entity.delete({ workspaceId, clientId, brandId }).go(at);
    },
  };
}

/** A commit takes a hundred writes, a few of which are for the brand itself. */
const MOST_AT_ONCE = 80;

const moved = () => new Refusal('version_conflict', { internal: PLACES_MOVED });

/** The brand on its way out, as long as nobody came to stand for it since it was read. */
function entomb(
  { table, workspaceId }: Db,
  { before, tombstone, uses: known }: Pick<BrandRemoval, 'before' | 'tombstone' | 'uses'>,
): Write {
  const { clientId, id: brandId, version, updatedAt, updatedBy } = tombstone;
  const params = Entity.patch({ workspaceId, clientId, brandId })
    .set({ version, updatedAt, updatedBy, deletedAt: updatedAt })
    .where(
      (brand, { eq, notExists }) =>
        `${eq(brand.version, before.version)} AND ${known === 0 ? notExists(brand.uses) : eq(brand.uses, known)}`,
    )
    .params({ table });
  return update(params, (current) => (current?.version === before.version ? moved() : tooLate(current)));
}

/** A tombstone is there only between the two steps of a removal, or after a crash between them. */
const isLive = ({ deletedAt }: BrandItem) => !deletedAt;

/** The next state over the version it was made from. */
function change({ table, workspaceId }: Db, before: Brand, after: Brand): Write {
  const { workspaceId: _, clientId, brandId, createdAt: __, ...fields } = toItem(workspaceId, after);
  return changeTo(table, Entity.patch({ workspaceId, clientId, brandId }), fields, before.version);
}

function toItem(workspaceId: WorkspaceId, { id, ...fields }: Brand) {
  return { ...withoutNulls(fields), workspaceId, brandId: id };
}

const absent = { color: null, moreColors: [], website: null, note: null };

/** Stored to domain; what the store has no value for is null. */
export const fromItem = (item: BrandItem): Brand =>
  BrandSchema.strip().parse({ ...absent, ...item, id: item.brandId });
