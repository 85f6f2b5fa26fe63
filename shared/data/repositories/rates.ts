import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DeleteCommandInput } from '@aws-sdk/lib-dynamodb';
import { notFound, Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Rate } from '#contracts/schemas/rate.ts';
import { versionConflict } from '#domain/clients.ts';
import {
  isBrandId,
  RATES_MOVED,
  type RateDiff,
  type RateHome,
  type RateReader,
  type RateWriter,
} from '#domain/rates.ts';
import { check, put, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Brand } from '../entities/brand.ts';
import { Project } from '../entities/project.ts';
import { CardRate, Rate as ClientRate, type RateItem } from '../entities/rate.ts';
import { RateHead } from '../entities/rate-head.ts';
import { hashOf } from '../keys.ts';
import { lineKey, linesOf } from './rate-levels.ts';
import { setAndRemove, withoutNulls } from './records.ts';

/** Before any day that a rate could begin on. */
const FIRST_DAY = '0000-01-01';

export function rateRepository(db: Db): RateReader & RateWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table, consistent: true };

  return {
    /** A brand or project that stands, by one strongly consistent read. */
    async level({ clientId, levelId }) {
      const { data } = isBrandId(levelId)
        ? await Brand.get({ workspaceId, clientId, brandId: levelId }).go(at)
        : await Project.get({ workspaceId, clientId, projectId: levelId }).go(at);
      if (!data || data.deletedAt) return null;
      return { id: levelId, name: data.name, memberIds: 'memberIds' in data ? data.memberIds : [] };
    },

    /**
     * Every rate of a client, of one of its levels, or of the card, and the head of the client or card that moves with them. The head is read first: a change
     * between the two reads then shows as a head that moved, and never as rates that seem newer than they are.
     */
    async all(home) {
      const key = { workspaceId, home: endOf(home) };
      const head = await RateHead.get(key).go(at);
      const rates = await entityOf(home)
        .query.ofHome(key)
        .between(...linesOf(levelOf(home)))
        .go({ ...at, pages: 'all' });
      return { head: head.data?.version ?? 0, rates: rates.data.filter(isLive).map(fromItem) };
    },

    /** The last rate that begins on or before a day, whatever the history: one query for one item. */
    async lastBegun(home, positionKey, on) {
      const key = { workspaceId, home: endOf(home), positionHash: lineOf(home, positionKey) };
      const upToThen = entityOf(home)
        .query.ofHome(key)
        .between({ effectiveFrom: FIRST_DAY }, { effectiveFrom: on });
      let cursor: string | null = null;
      do {
        // A tombstone stands in the way only between the two steps of a removal, or after a crash between them.
        const page: { data: RateItem[]; cursor: string | null } = await upToThen.go({
          ...at,
          order: 'desc',
          limit: 1,
          cursor,
        });
        const item = page.data.find(isLive);
        if (item) return fromItem(item);
        cursor = page.cursor;
      } while (cursor);
      return null;
    },

    async change(home, head, { created, updated, removed }, outcome) {
      const Entity = entityOf(home);
      const keyOf = (rate: Rate) => ({
        workspaceId,
        home: endOf(home),
        positionHash: lineOf(home, rate.positionKey),
        effectiveFrom: rate.effectiveFrom,
      });
      await db.commit(
        [
          moveHead(db, home, head),
          ...levelStands(db, home),
          ...created.map((rate) => {
            const params = Entity.put(toItem(workspaceId, home, rate))
              .where(
                ({ rateId, deletedAt }, { notExists, exists }) =>
                  `${notExists(rateId)} OR ${exists(deletedAt)}`,
              )
              .params({ table });
            return put(params, moved);
          }),
          ...[...updated, ...removed].map((pair) => change(db, home, pair)),
        ],
        outcome,
      );
      await Promise.all(
        removed.map(async ({ before }) => {
          const params = Entity.delete(keyOf(before))
            .where(
              ({ rateId, deletedAt }, { eq, exists }) => `${eq(rateId, before.id)} AND ${exists(deletedAt)}`,
            )
            .params<DeleteCommandInput>({ table });
          try {
            await client.send(new DeleteCommand(params));
          } catch (error) {
            // Somebody began a rate on that day meanwhile: the place is his, and the tombstone gone already.
            if (!(error instanceof ConditionalCheckFailedException)) throw error;
          }
        }),
      );
    },
  };
}

/** What was read has changed: the change is checked again, against what is true by then. */
const moved = () => new Refusal('version_conflict', { internal: RATES_MOVED });

/** Whoever changes rates moves their head, so that of two at once one starts again. */
function moveHead({ table, workspaceId }: Db, home: RateHome, head: number): Write {
  const params = RateHead.put({ workspaceId, home: endOf(home), version: head + 1 })
    .where(({ version }, { notExists, eq }) => (head === 0 ? notExists(version) : eq(version, head)))
    .params({ table });
  return put(params, moved);
}

/** A brand or project that goes meanwhile takes no new rate along. */
function levelStands({ table, workspaceId }: Db, home: RateHome): Write[] {
  if (typeof home === 'string') return [];
  const { clientId, levelId } = home;
  const key = isBrandId(levelId)
    ? Brand.get({ workspaceId, clientId, brandId: levelId }).params<{ Key: object }>({ table })
    : Project.get({ workspaceId, clientId, projectId: levelId }).params<{ Key: object }>({ table });
  const live = {
    TableName: table,
    Key: key.Key,
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(deletedAt)',
  };
  return [check(live, () => notFound('the level of the rates is gone'))];
}

/** The next state of a rate over the version it was made from; one that is removed leaves a tombstone first. */
function change(
  { table, workspaceId }: Db,
  home: RateHome,
  { before, after, deletedAt }: RateDiff['updated'][number],
): Write {
  const {
    workspaceId: _,
    home: end,
    positionHash,
    effectiveFrom,
    createdAt: __,
    levelId: ___,
    rateId,
    ...fields
  } = toItem(workspaceId, home, after);
  const { set, gone } = setAndRemove({ ...fields, deletedAt });
  const params = entityOf(home)
    .patch({ workspaceId, home: end, positionHash, effectiveFrom })
    .set(set)
    .remove(gone)
    .where((rate, { eq }) => `${eq(rate.version, before.version)} AND ${eq(rate.rateId, rateId)}`)
    .params({ table });
  return update(params, (current) => {
    const { data } = entityOf(home).parse({ Item: current });
    return data ? versionConflict(data) : new Refusal('version_conflict');
  });
}

const entityOf = (home: RateHome) => (home === 'card' ? CardRate : ClientRate);
const endOf = (home: RateHome): RateItem['home'] =>
  home === 'card' ? 'rates' : `client#${typeof home === 'string' ? home : home.clientId}`;
const levelOf = (home: RateHome) => (typeof home === 'string' ? null : home.levelId);
const lineOf = (home: RateHome, positionKey: string) => lineKey(levelOf(home), hashOf(positionKey));

const isLive = ({ deletedAt }: RateItem) => !deletedAt;

function toItem(workspaceId: WorkspaceId, home: RateHome, { id, ...fields }: Rate) {
  const positionHash = lineOf(home, fields.positionKey);
  const levelId = levelOf(home) ?? undefined;
  return { ...withoutNulls(fields), workspaceId, home: endOf(home), positionHash, levelId, rateId: id };
}

/** Stored to domain; what the store has no value for is null. Bare of the schema, which every function would carry. */
export const fromItem = (item: RateItem): Rate => ({
  id: item.rateId,
  version: item.version,
  positionKey: item.positionKey,
  positionName: item.positionName,
  regular: item.regular,
  overtime: item.overtime ?? null,
  currency: item.currency,
  unit: item.unit,
  effectiveFrom: item.effectiveFrom,
  effectiveTo: item.effectiveTo ?? null,
  note: item.note ?? null,
  createdAt: item.createdAt,
  updatedAt: item.updatedAt,
  updatedBy: item.updatedBy,
});
