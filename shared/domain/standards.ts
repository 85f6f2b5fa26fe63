import { stamp } from '#contracts/actor.ts';
import { usualReminders } from '#contracts/compliance.ts';
import { type FieldError, invalidField, notFound, Refusal } from '#contracts/errors.ts';
import {
  type AssignRule,
  type KeptStandard,
  MOST_STANDARDS,
  type Standard,
  type StandardCreate,
  type StandardKey,
  type StandardPatch,
} from '#contracts/schemas/standard.ts';
import { versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import { type ListReader, list as readLists } from './lists.ts';
import { defined, nextVersion } from './records.ts';
import { sightOf } from './view-scope.ts';

export interface StandardReader {
  get(key: StandardKey): Promise<KeptStandard | null>;
  /** Every standard of the workspace, by key. */
  all(): Promise<KeptStandard[]>;
}

export interface StandardWriter {
  /** @throws {Refusal} `name_taken` at `/key` */
  create(standard: KeptStandard, answer: Standard): Promise<void>;
  /** Leaves `uses` as it is. @throws {Refusal} `version_conflict` */
  update(before: KeptStandard, after: KeptStandard, answer: Standard): Promise<void>;
  /** @throws {Refusal} `standard_in_use`, `version_conflict` */
  remove(before: KeptStandard): Promise<void>;
}

type Writing = Deps<{ standards: StandardReader & StandardWriter; lists: ListReader }>;
type Removing = Deps<Pick<Writing['data'], 'standards'>>;

/** Every standard of the workspace, archived ones too. */
export const list = async (deps: Deps<{ standards: StandardReader }>): Promise<{ data: Standard[] }> => ({
  data: (await deps.data.standards.all()).map((standard) => shownTo(deps, standard)),
});

/** How many clients have it says something of clients: to who sees all of them, and what they have to meet. */
function shownTo({ actor }: Pick<Writing, 'actor'>, { uses, ...standard }: KeptStandard): Standard {
  const knows = actor.permissions.has('compliance.view') && sightOf(actor) === 'all';
  return knows ? { ...standard, uses } : standard;
}

/**
 * Adds a standard. Two that come at the same moment may make one more than there may be, which hurts nobody.
 * @throws {Refusal} `name_taken`, `validation_failed` when the workspace has as many as it may, or for the rule
 */
export async function create(deps: Writing, input: StandardCreate): Promise<Standard> {
  const { actor, clock, data } = deps;
  if ((await data.standards.all()).length >= MOST_STANDARDS) {
    throw invalidField('/key', 'too_many', `would be one more than the ${MOST_STANDARDS} there may be`);
  }
  await assertListed(deps, input.rule);
  const now = clock.now();
  const standard: KeptStandard = {
    key: input.key,
    version: 1,
    name: input.name,
    description: input.description ?? null,
    evidenceTypes: input.evidenceTypes ?? [],
    validityDays: input.validityDays ?? null,
    reminders: input.reminders ?? usualReminders,
    blocking: input.blocking ?? 'none',
    fourEyes: input.fourEyes ?? false,
    rule: input.rule ? lean(input.rule) : null,
    archived: false,
    uses: 0,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
  const answer = shownTo(deps, standard);
  await data.standards.create(standard, answer);
  return answer;
}

/**
 * Changes the fields that the patch names, or archives and brings back.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed` for the rule
 */
export async function update(
  deps: Writing,
  key: StandardKey,
  { rule, ...patch }: StandardPatch,
  expected: number,
): Promise<Standard> {
  const before = await find(deps, key, expected);
  await assertListed(deps, rule, before.rule);
  const ruling = rule === undefined ? {} : { rule: rule && lean(rule) };
  const after = nextVersion(deps, before, { ...before, ...defined(patch), ...ruling });
  const answer = shownTo(deps, after);
  if (after !== before) await deps.data.standards.update(before, after, answer);
  return answer;
}

/**
 * Deletes a standard that no client has; its key becomes free.
 * @throws {Refusal} `not_found`, `version_conflict`, `standard_in_use`
 */
export async function remove(deps: Removing, key: StandardKey, expected: number): Promise<void> {
  const before = await find(deps, key, expected);
  if (before.uses > 0) throw inUse();
  await deps.data.standards.remove(before);
}

/** Clients have it: it can be archived, not deleted. */
export const inUse = () =>
  new Refusal('standard_in_use', {
    detail: 'Archive it instead: it stays where it is in use, and is assigned to nobody any more.',
  });

async function find({ data }: Removing, key: StandardKey, expected: number): Promise<KeptStandard> {
  const standard = await data.standards.get(key);
  if (!standard) throw notFound('no such standard');
  if (standard.version !== expected) throw versionConflict(standard);
  return standard;
}

/** A rule without the kinds of which it names nothing. */
const lean = (rule: AssignRule): AssignRule =>
  Object.fromEntries(Object.entries(rule).filter(([, values]) => values && values.length > 0));

/**
 * A rule goes by entries that the list of service types has, archived ones too: clients may still carry them.
 * @throws {Refusal} `validation_failed` at each that is none, unless it stood there before
 */
async function assertListed(
  deps: Deps<{ lists: ListReader }>,
  rule: AssignRule | null | undefined,
  before: AssignRule | null = null,
): Promise<void> {
  const named = rule?.serviceTypeKeys ?? [];
  if (named.length === 0) return;
  const entries = (await readLists(deps)).data.find(({ name }) => name === 'service_types')?.entries ?? [];
  const known = new Set([...entries.map(({ key }) => key), ...(before?.serviceTypeKeys ?? [])]);
  const errors: FieldError[] = named.flatMap((key, at) =>
    known.has(key)
      ? []
      : [
          {
            pointer: `/rule/serviceTypeKeys/${at}`,
            code: 'unknown_entry',
            message: 'must be an entry of the list',
          },
        ],
  );
  if (errors.length > 0) throw new Refusal('validation_failed', { errors });
}
