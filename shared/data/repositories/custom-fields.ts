import { Refusal } from '#contracts/errors.ts';
import type { CustomFieldReader, CustomFieldWriter } from '#domain/custom-fields.ts';
import { FIELDS_MOVED } from '#domain/custom-values.ts';
import { check, put, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { CustomFields } from '../entities/custom-fields.ts';
import { PortalFields } from '../entities/portal-fields.ts';
import { putOver } from './records.ts';

export function customFieldRepository(db: Db): CustomFieldReader & CustomFieldWriter {
  const { client, table, workspaceId, commit } = db;
  return {
    async get() {
      const { data } = await CustomFields.get({ workspaceId }).go({ client, table, consistent: true });
      return {
        version: data?.version ?? 0,
        fields: data?.fields ?? [],
        publishing: data?.publishing ?? false,
      };
    },

    async put(before, { publishing, ...after }, shown, answer) {
      const moved = (current: Record<string, unknown> | undefined) =>
        new Refusal('version_conflict', { extra: { version: current?.version } });
      const whole = CustomFields.put({ ...after, workspaceId, ...(publishing && { publishing }) });
      const copy = put(PortalFields.put({ workspaceId, fields: shown }).params({ table }));
      await commit([putOver(table, whole, before.version, moved), copy], answer);
    },
  };
}

/** Proves at the commit that the fields are still those of this version; writes nothing. */
export function fieldsStand({ table, workspaceId }: Db, fieldsVersion: number): Write {
  const { Key } = CustomFields.get({ workspaceId }).params<{ Key: object }>({ table });
  return check(
    {
      TableName: table,
      Key,
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': fieldsVersion },
    },
    () => new Refusal('version_conflict', { internal: FIELDS_MOVED }),
  );
}
