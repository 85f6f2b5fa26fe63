import { type FieldError, Refusal } from '#contracts/errors.ts';
import type { CustomFields, CustomFieldsChange } from '#contracts/schemas/custom-field.ts';
import type { Deps } from './deps.ts';

export interface CustomFieldReader {
  /** The fields of the workspace; none at version 0 while nobody has added one. */
  get(): Promise<CustomFields>;
}

export interface CustomFieldWriter {
  /** @throws {Refusal} `version_conflict` */
  put(before: CustomFields, after: CustomFields): Promise<void>;
}

/** The fields that the workspace added to its clients, archived ones too. */
export const list = ({ data }: Deps<{ customFields: CustomFieldReader }>): Promise<CustomFields> =>
  data.customFields.get();

/**
 * Changes the fields. What is there keeps its key, its type, whether it is unique, and the keys of its options:
 * clients have values by them.
 * @throws {Refusal} `version_conflict`, `validation_failed` naming every field at fault
 */
export async function update(
  { data }: Deps<{ customFields: CustomFieldReader & CustomFieldWriter }>,
  { fields }: CustomFieldsChange,
  expected: number,
): Promise<CustomFields> {
  const before = await data.customFields.get();
  if (before.version !== expected) {
    throw new Refusal('version_conflict', { extra: { version: before.version } });
  }
  const errors = before.fields.flatMap((field) => lost(field, fields));
  if (errors.length > 0) throw new Refusal('validation_failed', { errors });
  if (JSON.stringify(fields) === JSON.stringify(before.fields)) return before;
  const after = { version: before.version + 1, fields };
  await data.customFields.put(before, after);
  return after;
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
