import { Refusal } from '#contracts/errors.ts';
import {
  type CustomValueReader,
  type CustomValueWriter,
  takenBy,
  type UniqueValue,
  type ValuesRecord,
} from '#domain/custom-values.ts';
import { put, remove, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { CustomUnique } from '../entities/custom-unique.ts';
import { type CustomValuesItem, CustomValues as Entity } from '../entities/custom-values.ts';
import { hashOf } from '../keys.ts';
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

    async write(before, after, { taken, released }, answer) {
      await db.commit(
        [
          next(db, before, after),
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

/** The next state over the version it was made from. */
function next({ table, workspaceId }: Db, before: ValuesRecord | null, after: ValuesRecord): Write {
  const { id: valuesId, values, named, ...fields } = after;
  const given = Object.keys(values).length > 0 ? { values, named } : {};
  const whole = Entity.put({ ...fields, ...given, valuesId, workspaceId });
  return putOver(table, whole, before?.version ?? 0);
}

/** Stored to domain. */
export const fromItem = ({ valuesId, workspaceId: _, ...item }: CustomValuesItem): ValuesRecord => ({
  ...item,
  id: valuesId,
  values: item.values ?? {},
  named: item.named ?? {},
});
