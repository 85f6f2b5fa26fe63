import { Refusal } from '#contracts/errors.ts';
import { SAMPLE_MOVED, type SampleReader, type SampleWriter } from '#domain/sample.ts';
import { put } from '../commit.ts';
import type { Db } from '../db.ts';
import { Sample as Entity } from '../entities/sample.ts';
import { creation } from './clients.ts';

export function sampleRepository(db: Db): SampleReader & SampleWriter {
  const { client, table, workspaceId } = db;
  return {
    async clientId() {
      const { data } = await Entity.get({ workspaceId }).go({ client, table, consistent: true });
      return data?.clientId ?? null;
    },
    async begin(record, before) {
      const guard = Entity.put({ workspaceId, clientId: record.id })
        .where(({ clientId }, { notExists, eq }) => (before ? eq(clientId, before) : notExists(clientId)))
        .params({ table });
      const moved = () => new Refusal('version_conflict', { internal: SAMPLE_MOVED });
      await db.commit([put(guard, moved), ...creation(db, record)], null);
    },
  };
}
