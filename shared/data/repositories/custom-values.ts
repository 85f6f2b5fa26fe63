import { Refusal } from '#contracts/errors.ts';
import {
  type CustomValueReader,
  type CustomValueWriter,
  FIELDS_MOVED,
  takenBy,
  type UniqueValue,
  type ValuesRecord,
} from '#domain/custom-values.ts';
import type { FieldPublisher } from '#domain/portal-publishing.ts';
import { check, put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { CustomFields } from '../entities/custom-fields.ts';
import { CustomUnique } from '../entities/custom-unique.ts';
import { type CustomValuesItem, CustomValues as Entity } from '../entities/custom-values.ts';
import { hashOf } from '../keys.ts';
import { portalValues } from '../portal-copy.ts';
import { fieldsStand } from './custom-fields.ts';
import { putOver } from './records.ts';

export function customValueRepository(db: Db): CustomValueReader & CustomValueWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table, consistent: true };
  const place = ({ key, value }: UniqueValue) => ({ workspaceId, key, hash: hashOf(value) });

  return {
    async get(clientId) {
      const { data } = await Entity.get({ workspaceId, clientId }).go(at);
      return data ? fromItem(data) : null;
    },

    /** Who has each of these values, in one BatchGet. */
    async holders(values) {
      if (values.length === 0) return [];
      const { data } = await CustomUnique.get(values.map(place)).go(at);
      return values.map((one) => {
        const { key, hash } = place(one);
        return data.find((held) => held.key === key && held.hash === hash)?.clientId ?? null;
      });
    },

    async write(before, after, { taken, released }, portal, answer) {
      await db.commit(
        [
          next(db, before, after),
          fieldsStand(db, portal.fieldsVersion),
          portalValues(db, after.clientId, portal.values),
          ...released.map((one) => remove(CustomUnique.delete(place(one)).params({ table }))),
          ...taken.map(({ from, ...one }) => {
            const params = CustomUnique.put({ ...place(one), clientId: after.clientId })
              .where(({ clientId }, { notExists, eq }) => (from ? eq(clientId, from) : notExists(clientId)))
              .params({ table });
            return put(params, () => new Refusal('value_taken', { errors: [takenBy(one.key)] }));
          }),
        ],
        answer,
      );
    },
  };
}

/** Clients of one step of a job. */
const STEP = 25;

/** For the job that rewrites what portals show. */
export function fieldPublisher(db: Db): FieldPublisher {
  const { client, table, workspaceId } = db;
  return {
    get: customValueRepository(db).get,

    async holding(after) {
      const all = Entity.query.holding({ workspaceId });
      const query = after === null ? all : all.gt({ clientId: after });
      const { data } = await query.go({ client, table, limit: STEP });
      return data.map(({ row }) => row.clientId);
    },

    async copy(fieldsVersion, { clientId, version: read }, values) {
      const { Key } = Entity.get({ workspaceId, clientId }).params<{ Key: object }>({ table });
      const over =
        read === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :version',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':version': read },
            };
      const stands = { TableName: table, Key, ...over };
      const moved = () => new Refusal('version_conflict', { internal: FIELDS_MOVED });
      const writes = [
        fieldsStand(db, fieldsVersion),
        check(stands, moved),
        portalValues(db, clientId, values),
      ];
      await db.commit(writes, null);
    },

    async done(fieldsVersion) {
      const params = CustomFields.patch({ workspaceId })
        .remove(['publishing'])
        .where(({ version }, { eq }) => eq(version, fieldsVersion))
        .params({ table });
      const moved = () => new Refusal('version_conflict', { internal: FIELDS_MOVED });
      await db.commit([update(params, moved)], null).catch((error) => {
        // Whoever changed them since has sent a job of his own.
        if (!(error instanceof Refusal) || error.options.internal !== FIELDS_MOVED) throw error;
      });
    },
  };
}

/** The next state over the version it was made from. */
function next({ table, workspaceId }: Db, before: ValuesRecord | null, after: ValuesRecord): Write {
  const { id: valuesId, values, named, ...fields } = after;
  const given = Object.keys(values).length > 0 ? { values, named } : {};
  const row = { clientId: fields.clientId };
  const whole = Entity.put({ ...fields, ...given, valuesId, workspaceId, row });
  return putOver(table, whole, before?.version ?? 0);
}

/** Stored to domain. */
export const fromItem = ({ valuesId, workspaceId: _, row: __, ...item }: CustomValuesItem): ValuesRecord => ({
  ...item,
  id: valuesId,
  values: item.values ?? {},
  named: item.named ?? {},
});
