import { type FieldError, Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { CustomFields, CustomFieldsChange } from '#contracts/schemas/custom-field.ts';
import type { Deps } from './deps.ts';
import type { Jobs } from './jobs.ts';
import { type ShownField, shownFields } from './portal-fields.ts';

/** The fields as they are kept. */
export interface KeptFields extends CustomFields {
  /** Portals show other fields than before, and not all of their copies are rewritten yet. */
  publishing: boolean;
}

export interface CustomFieldReader {
  /** The fields of the workspace; none at version 0 while nobody has added one. */
  get(): Promise<KeptFields>;
}

export interface CustomFieldWriter {
  /**
   * Writes the fields, and with them which of them portals show.
   * @throws {Refusal} `version_conflict`
   */
  put(before: CustomFields, after: KeptFields, shown: ShownField[], answer: CustomFields): Promise<void>;
}

/** The fields that the workspace added to its clients, archived ones too. */
export async function list({ data }: Deps<{ customFields: CustomFieldReader }>): Promise<CustomFields> {
  const { version, fields } = await data.customFields.get();
  return { version, fields };
}

/**
 * Changes the fields. What is there keeps its key, its type, whether it is unique, and the keys of its options:
 * clients have values by them. Where portals come to show other fields, a job rewrites their copies; what is
 * hidden is hidden at once.
 * @throws {Refusal} `version_conflict`, `validation_failed` naming every field at fault
 */
export async function update(
  { actor, data, jobs }: Deps<{ customFields: CustomFieldReader & CustomFieldWriter }> & { jobs: Jobs },
  { fields }: CustomFieldsChange,
  expected: number,
): Promise<CustomFields> {
  const before = await data.customFields.get();
  if (before.version !== expected) {
    throw new Refusal('version_conflict', { extra: { version: before.version } });
  }
  const errors = before.fields.flatMap((field) => lost(field, fields));
  if (errors.length > 0) throw new Refusal('validation_failed', { errors });
  const answer = { version: before.version + 1, fields };
  if (JSON.stringify(fields) === JSON.stringify(before.fields)) return { version: before.version, fields };
  const publishing = before.publishing || keysOf(before.fields) !== keysOf(fields);
  await data.customFields.put(before, { ...answer, publishing }, shownFields(fields), answer);
  if (publishing) await sendPublishing(jobs, actor.workspaceId, answer.version).catch(() => undefined);
  return answer;
}

/** Which fields portals show. */
const keysOf = (fields: CustomFields['fields']): string =>
  shownFields(fields)
    .map(({ key }) => key)
    .sort()
    .join(' ');

const sendPublishing = (jobs: Jobs, workspaceId: WorkspaceId, version: number) =>
  jobs.send({ kind: 'custom_fields.publish', workspaceId, version, after: null });

/**
 * Sends the job again of a workspace whose portals are not what its fields say: by the clock, since a job can be
 * lost. Repeating it does no harm.
 * @returns how many jobs were sent
 */
export async function resume(
  { data, jobs }: { data: { customFields: CustomFieldReader }; jobs: Jobs },
  workspaceId: WorkspaceId,
): Promise<number> {
  const { version, publishing } = await data.customFields.get();
  if (!publishing) return 0;
  await sendPublishing(jobs, workspaceId, version);
  return 1;
}

/** What of a field that is there would be lost. */
function lost(field: CustomFields['fields'][number], fields: CustomFields['fields']): FieldError[] {
  const at = fields.findIndex(({ key }) => key === field.key);
  const now = fields[at];
  if (!now) {
    const message = `must keep ${field.key}: archive it, clients may have a value`;
    return [{ pointer: '/fields', code: 'field_missing', message }];
  }
  const gone = field.options.find(({ key }) => now.options.every((option) => option.key !== key));
  return [
    ...(now.type === field.type ? [] : [fixed(`/fields/${at}/type`)]),
    ...(now.unique === field.unique ? [] : [fixed(`/fields/${at}/unique`)]),
    ...(gone
      ? [
          {
            pointer: `/fields/${at}/options`,
            code: 'entry_missing',
            message: `must keep ${gone.key}: archive it, clients may have it`,
          },
        ]
      : []),
  ];
}

const fixed = (pointer: string): FieldError => ({
  pointer,
  code: 'fixed',
  message: 'stays as it was made: clients have values by it',
});
