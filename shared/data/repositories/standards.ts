import { Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { KeptStandard } from '#contracts/schemas/standard.ts';
import { unknownStandard } from '#domain/requirements.ts';
import { inUse, type StandardReader, type StandardWriter } from '#domain/standards.ts';
import { put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Standard as Entity, type StandardItem } from '../entities/standard.ts';
import { setAndRemove, tooLate, withoutNulls } from './records.ts';

export function standardRepository({
  client,
  table,
  workspaceId,
  commit,
}: Db): StandardReader & StandardWriter {
  const at = { client, table, consistent: true };

  return {
    async get(key) {
      const { data } = await Entity.get({ workspaceId, key }).go(at);
      return data && fromItem(data);
    },

    /** The standards of the workspace in one query. */
    async all() {
      const { data } = await Entity.query.byKey({ workspaceId }).go({ ...at, pages: 'all' });
      return data.map(fromItem);
    },

    async create(standard, answer) {
      const params = Entity.create(toItem(workspaceId, standard)).params({ table });
      await commit([put(params, keyTaken)], answer);
    },

    async update(before, after, answer) {
      const { workspaceId: _, key, uses: __, createdAt: ___, ...fields } = toItem(workspaceId, after);
      const { set, gone } = setAndRemove(fields);
      const params = Entity.patch({ workspaceId, key })
        .set(set)
        .remove(gone)
        .where(({ version }, { eq }) => eq(version, before.version))
        .params({ table });
      await commit([update(params, tooLate)], answer);
    },

    async remove({ key, version: expected }) {
      const params = Entity.delete({ workspaceId, key })
        .where(({ version, uses }, { eq }) => `${eq(version, expected)} AND ${eq(uses, 0)}`)
        .params({ table });
      await commit([remove(params, kept(expected))], null);
    },
  };
}

type Place = Pick<Db, 'table' | 'workspaceId'>;

/** One more client has to meet it, unless it is archived or gone. */
export const countUp = ({ table, workspaceId }: Place, key: string): Write =>
  update(
    Entity.patch({ workspaceId, key })
      .add({ uses: 1 })
      .where(({ archived }, { eq }) => eq(archived, false))
      .params({ table }),
    unknownStandard,
  );

/** One client less has to meet it. */
export const countDown = ({ table, workspaceId }: Place, key: string): Write =>
  update(Entity.patch({ workspaceId, key }).add({ uses: -1 }).params({ table }));

function kept(expected: number): (current: Record<string, unknown> | undefined) => Refusal {
  return (current) => {
    const { data } = Entity.parse({ Item: current });
    return data && data.version === expected ? inUse() : tooLate(current);
  };
}

const keyTaken = () =>
  new Refusal('name_taken', {
    errors: [{ pointer: '/key', code: 'name_taken', message: 'is already the key of a standard' }],
  });

const toItem = (workspaceId: WorkspaceId, standard: KeptStandard) => ({
  ...withoutNulls(standard),
  workspaceId,
});

/** Stored to domain; what the store has no value for is null. */
const fromItem = (item: StandardItem): KeptStandard =>
  KeptStandard.strip().parse({
    description: null,
    validityDays: null,
    fourEyes: false,
    rule: null,
    ...item,
  });
