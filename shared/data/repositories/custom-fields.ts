import { Refusal } from '#contracts/errors.ts';
import type { CustomFieldReader, CustomFieldWriter } from '#domain/custom-fields.ts';
import type { Db } from '../db.ts';
import { CustomFields } from '../entities/custom-fields.ts';
import { putOver } from './records.ts';

export function customFieldRepository(db: Db): CustomFieldReader & CustomFieldWriter {
  const { client, table, workspaceId, commit } = db;
  return {
    async get() {
      const { data } = await CustomFields.get({ workspaceId }).go({ client, table, consistent: true });
      return { version: data?.version ?? 0, fields: data?.fields ?? [] };
    },

    async put(before, after) {
      const moved = (current: Record<string, unknown> | undefined) =>
        new Refusal('version_conflict', { extra: { version: current?.version } });
      await commit(
        [putOver(table, CustomFields.put({ ...after, workspaceId }), before.version, moved)],
        after,
      );
    },
  };
}
