import { stamp } from '#contracts/actor.ts';
import { usualReminders } from '#contracts/compliance.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import {
  MOST_STANDARDS,
  type Standard,
  type StandardCreate,
  type StandardKey,
  type StandardPatch,
} from '#contracts/schemas/standard.ts';
import { versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import { defined, nextVersion } from './records.ts';

export interface StandardReader {
  get(key: StandardKey): Promise<Standard | null>;
  /** Every standard of the workspace, by key. */
  all(): Promise<Standard[]>;
}

export interface StandardWriter {
  /** @throws {Refusal} `name_taken` at `/key` */
  create(standard: Standard): Promise<void>;
  /** Leaves `uses` as it is. @throws {Refusal} `version_conflict` */
  update(before: Standard, after: Standard): Promise<void>;
  /** @throws {Refusal} `standard_in_use`, `version_conflict` */
  remove(before: Standard): Promise<void>;
}

type Writing = Deps<{ standards: StandardReader & StandardWriter }>;

/** Every standard of the workspace, archived ones too. */
export const list = async ({ data }: Deps<{ standards: StandardReader }>): Promise<{ data: Standard[] }> => ({
  data: await data.standards.all(),
});

/**
 * Adds a standard. Two that come at the same moment may make one more than there may be, which hurts nobody.
 * @throws {Refusal} `name_taken`, `validation_failed` when the workspace has as many as it may
 */
export async function create(deps: Writing, input: StandardCreate): Promise<Standard> {
  const { actor, clock, data } = deps;
  if ((await data.standards.all()).length >= MOST_STANDARDS) {
    throw invalidField('/key', 'too_many', `would be one more than the ${MOST_STANDARDS} there may be`);
  }
  const now = clock.now();
  const standard: Standard = {
    key: input.key,
    version: 1,
    name: input.name,
    description: input.description ?? null,
    evidenceTypes: input.evidenceTypes ?? [],
    validityDays: input.validityDays ?? null,
    reminders: input.reminders ?? usualReminders,
    blocking: input.blocking ?? 'none',
    archived: false,
    uses: 0,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
  await data.standards.create(standard);
  return standard;
}

/**
 * Changes the fields that the patch names, or archives and brings back.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function update(
  deps: Writing,
  key: StandardKey,
  patch: StandardPatch,
  expected: number,
): Promise<Standard> {
  const before = await find(deps, key, expected);
  const after = nextVersion(deps, before, { ...before, ...defined(patch) });
  if (after !== before) await deps.data.standards.update(before, after);
  return after;
}

/**
 * Deletes a standard that no client has; its key becomes free.
 * @throws {Refusal} `not_found`, `version_conflict`, `standard_in_use`
 */
export async function remove(deps: Writing, key: StandardKey, expected: number): Promise<void> {
  const before = await find(deps, key, expected);
  if (before.uses > 0) throw inUse(before);
  await deps.data.standards.remove(before);
}

/** Clients have it: it can be archived, not deleted. */
export const inUse = ({ uses }: Pick<Standard, 'uses'>) =>
  new Refusal('standard_in_use', {
    detail: 'Archive it instead: it stays where it is in use, and is assigned to nobody any more.',
    extra: { uses },
  });

async function find({ data }: Writing, key: StandardKey, expected: number): Promise<Standard> {
  const standard = await data.standards.get(key);
  if (!standard) throw notFound('no such standard');
  if (standard.version !== expected) throw versionConflict(standard);
  return standard;
}
