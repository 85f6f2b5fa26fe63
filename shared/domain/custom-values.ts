import { type ActorStamp, stamp } from '#contracts/actor.ts';
import { type FieldError, Refusal } from '#contracts/errors.ts';
import type { ClientId, CustomValuesId, UserId } from '#contracts/ids.ts';
import { own } from '#contracts/own.ts';
import type {
  CustomField,
  CustomValue,
  CustomValues,
  CustomValuesPatch,
} from '#contracts/schemas/custom-field.ts';
import { type ClientReader, get as getClient, versionConflict } from './clients.ts';
import type { CustomFieldReader } from './custom-fields.ts';
import { comparableOf, isGiven, parseValue, textOf } from './custom-value-rules.ts';
import type { Deps } from './deps.ts';
import type { MemberReader } from './members.ts';
import { type ShownValues, shownValues } from './portal-fields.ts';
import { nextVersion, whileMoving } from './records.ts';

/** What a client has of the workspace's own fields, archived ones included. */
export interface ValuesRecord {
  id: CustomValuesId;
  clientId: ClientId;
  version: number;
  values: Record<string, CustomValue>;
  /** As the timeline tells them: the stream knows nothing of the fields. */
  named: Record<string, { label: string; text: string }>;
  createdAt: string;
  updatedAt: string;
  updatedBy: ActorStamp;
}

/** A value of which the workspace has one at most, in the form in which it is compared. */
export interface UniqueValue {
  key: string;
  value: string;
}

export interface CustomValueReader {
  get(clientId: ClientId): Promise<ValuesRecord | null>;
  /** Who has each of these values, in their order. */
  holders(values: readonly UniqueValue[]): Promise<(ClientId | null)[]>;
}

export interface CustomValueWriter {
  /**
   * Writes the values of a client with what they take and give back of the unique ones, and with what its portal
   * shows by the fields of that version. `from` had it: a client that is gone.
   * @throws {Refusal} `version_conflict`, `value_taken`, `FIELDS_MOVED`
   */
  write(
    before: ValuesRecord | null,
    after: ValuesRecord,
    moves: { taken: (UniqueValue & { from: ClientId | null })[]; released: UniqueValue[] },
    portal: { fieldsVersion: number; values: ShownValues | null },
    answer: CustomValues,
  ): Promise<void>;
}

/** How a repository says that the fields are no longer those that the values were read by. */
export const FIELDS_MOVED = 'the fields moved';

type Reading = Deps<{
  clients: ClientReader;
  customFields: CustomFieldReader;
  customValues: CustomValueReader;
}>;
type Writing = Deps<{
  clients: ClientReader;
  members: MemberReader;
  customFields: CustomFieldReader;
  customValues: CustomValueReader & CustomValueWriter;
}>;

/**
 * What a client that this actor may see has of the workspace's own fields.
 * @throws {Refusal} `not_found`
 */
export async function get(deps: Reading, clientId: ClientId): Promise<CustomValues> {
  const { data } = deps;
  await getClient(deps, clientId);
  const [{ fields }, record] = await Promise.all([data.customFields.get(), data.customValues.get(clientId)]);
  return answerOf(fields, record);
}

/**
 * Changes the values that the patch names; what was wrong is told of all of them at once.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed`, `value_taken`
 */
export async function change(
  deps: Writing,
  clientId: ClientId,
  patch: CustomValuesPatch,
  expected: number,
): Promise<CustomValues> {
  await getClient(deps, clientId);
  const id = deps.ids.next('custom_values');
  return whileMoving(FIELDS_MOVED, () => attempt(deps, { id, clientId }, patch, expected));
}

async function attempt(
  deps: Writing,
  made: Pick<ValuesRecord, 'id' | 'clientId'>,
  { values: patch }: CustomValuesPatch,
  expected: number,
): Promise<CustomValues> {
  const { data } = deps;
  const [{ version, fields }, before] = await Promise.all([
    data.customFields.get(),
    data.customValues.get(made.clientId),
  ]);
  if ((before?.version ?? 0) !== expected) {
    throw before ? versionConflict(before) : new Refusal('version_conflict', { extra: { version: 0 } });
  }
  const values = { ...before?.values, ...(await parsed(deps, fields, patch, before)) };
  const after = nextRecord(deps, made, fields, before, values);
  if (!after || after === before) return answerOf(fields, before);
  const moves = await movesOf(deps, fields, before, after);
  const answer = answerOf(fields, after);
  const portal = { fieldsVersion: version, values: shownValues(fields, after.values) };
  await data.customValues.write(before, after, moves, portal, answer);
  return answer;
}

/** The values of a patch as they are stored; null for those that are emptied. */
async function parsed(
  deps: Writing,
  fields: readonly CustomField[],
  patch: CustomValuesPatch['values'],
  before: ValuesRecord | null,
): Promise<Record<string, CustomValue | null>> {
  const people = await peopleIn(deps, fields, patch);
  const errors: FieldError[] = [];
  const values: Record<string, CustomValue | null> = {};
  for (const [key, given] of Object.entries(patch)) {
    const field = fields.find((one) => one.key === key && !one.archived);
    const answer = field
      ? parseValue(field, given, { people, before: own(before?.values, key) })
      : { errors: [{ pointer: '', code: 'unknown_field', message: 'is no field of this workspace' }] };
    if ('value' in answer) values[key] = answer.value;
    else errors.push(...answer.errors.map((one) => ({ ...one, pointer: `/values/${key}${one.pointer}` })));
  }
  if (errors.length > 0) throw new Refusal('validation_failed', { errors });
  return values;
}

/** The names of the active members whom the patch names, in one question. */
async function peopleIn(
  { data }: Writing,
  fields: readonly CustomField[],
  patch: CustomValuesPatch['values'],
): Promise<ReadonlyMap<string, string>> {
  const ids = fields.flatMap(({ key, type }) => {
    const given = own(patch, key);
    return type === 'person' && typeof given === 'string' ? [given as UserId] : [];
  });
  if (ids.length === 0) return new Map();
  const members = await data.members.some([...new Set(ids)]);
  return new Map(
    members.filter(({ status }) => status === 'active').map(({ userId, name }) => [userId, name]),
  );
}

function nextRecord(
  deps: Writing,
  made: Pick<ValuesRecord, 'id' | 'clientId'>,
  fields: readonly CustomField[],
  before: ValuesRecord | null,
  changed: Record<string, CustomValue | null>,
): ValuesRecord | null {
  const order = fields.map(({ key }) => key);
  const given = Object.entries(changed)
    .filter((entry): entry is [string, CustomValue] => isGiven(entry[1]))
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const named = given.map(([key, value]) => {
    const field = fields.find((one) => one.key === key);
    const told = own(before?.values, key) === value ? own(before?.named, key) : undefined;
    return [key, told ?? { label: field?.label ?? key, text: field ? textOf(field, value) : '' }] as const;
  });
  const content = { values: Object.fromEntries(given), named: Object.fromEntries(named) };
  if (before) {
    const same = JSON.stringify(before.values) === JSON.stringify(content.values);
    return same ? before : nextVersion(deps, before, { ...before, ...content });
  }
  if (given.length === 0) return null;
  const now = deps.clock.now();
  return {
    ...made,
    version: 1,
    ...content,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(deps.actor),
  };
}

/**
 * What the change takes and gives back of the unique values. A client that is gone for ever holds nothing, though
 * its holds are still there.
 * @throws {Refusal} `value_taken`, naming every field
 */
async function movesOf(
  { data }: Writing,
  fields: readonly CustomField[],
  before: ValuesRecord | null,
  after: ValuesRecord,
) {
  const held = (record: ValuesRecord | null) =>
    fields.flatMap((field) => {
      const value = field.unique ? own(record?.values, field.key) : undefined;
      return value === undefined ? [] : [{ key: field.key, value: comparableOf(value) }];
    });
  const [had, has] = [held(before), held(after)];
  const isIn = (list: UniqueValue[], { key, value }: UniqueValue) =>
    list.some((one) => one.key === key && one.value === value);
  const taken = has.filter((one) => !isIn(had, one));
  const holders = await data.customValues.holders(taken);
  const others = [...new Set(holders)].filter((id): id is ClientId => id !== null && id !== after.clientId);
  const there = new Set((others.length > 0 ? await data.clients.some(others) : []).map(({ id }) => id));
  const errors = taken.filter((_, at) => there.has(holders[at] as ClientId)).map(({ key }) => takenBy(key));
  if (errors.length > 0) throw new Refusal('value_taken', { errors });
  return {
    taken: taken.map((one, at) => ({ ...one, from: holders[at] ?? null })),
    released: had.filter((one) => !isIn(has, one)),
  };
}

/** Which client has it is not told: the asker may not see it. */
export const takenBy = (key: string): FieldError => ({
  pointer: `/values/${key}`,
  code: 'value_taken',
  message: 'is the value of another client',
});

function answerOf(fields: readonly CustomField[], record: ValuesRecord | null): CustomValues {
  const live = fields.filter(({ archived }) => !archived);
  const given = live.flatMap(({ key }) => {
    const value = own(record?.values, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const has = new Set(given.map(([key]) => key));
  return {
    version: record?.version ?? 0,
    values: Object.fromEntries(given),
    missing: live.filter(({ key, required }) => required && !has.has(key)).map(({ key }) => key),
  };
}
