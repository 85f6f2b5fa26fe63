import { Refusal } from '#contracts/errors.ts';
import type { CustomFieldReader, CustomFieldWriter } from '#domain/custom-fields.ts';
import { put } from '../commit.ts';
import type { Db } from '../db.ts';
import { CustomFields } from '../entities/custom-fields.ts';

export function customFieldRepository(db: Db): CustomFieldReader & CustomFieldWriter {
  const { client, table, workspaceId, commit } = db;
  return {
    async get() {
      const { data } = await CustomFields.get({ workspaceId }).go({ client, table, consistent: true });
      return { version: data?.version ?? 0, fields: data?.fields ?? [] };
    },

    async put(before, after) {
      const params = CustomFields.put({ ...after, workspaceId })
        .where(({ version }, { notExists, eq }) =>
          before.version === 0 ? notExists(version) : eq(version, before.version),
        )
        .params({ table });
      const moved = (current: Record<string, unknown> | undefined) =>
        new Refusal('version_conflict', { extra: { version: current?.version } });
      await commit([put(params, moved)], after);
    },
  };
}
