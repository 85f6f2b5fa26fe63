import * as z from 'zod';
import {
  type CustomFieldType,
  canBeUnique,
  customFieldTypes,
  hasOptions,
  MOST_CUSTOM_FIELDS,
  MOST_CUSTOM_MONEY,
} from '../custom-field-types.ts';
import { UserId } from '../ids.ts';
import { ListEntry } from './list.ts';
import { Currency, Day, line, text, Website } from './text.ts';

/**
 * A field of the workspace's own. Key, type and whether it is unique stay as they were made: values were
 * entered by them.
 */
export const CustomField = z.strictObject({
  key: ListEntry.shape.key,
  label: line(80),
  type: z.enum(customFieldTypes),
  required: z.boolean().meta({ description: 'A client without it is incomplete; it can still be saved' }),
  unique: z.boolean().meta({ description: 'No two clients have the same; blank is no value' }),
  options: z.array(ListEntry).max(100).meta({ description: 'What select and multi offer' }),
  archived: z.boolean(),
  portalVisible: z
    .boolean()
    .default(false)
    .meta({ description: 'The people of a client read its value in their portal' }),
});
export type CustomField = z.infer<typeof CustomField>;

const twice = (name: 'key' | 'label', rows: readonly { key: string; label: string }[]) =>
  rows.flatMap((row, at) => {
    const same = (other: { key: string; label: string }) =>
      other[name].toLocaleLowerCase('en') === row[name].toLocaleLowerCase('en');
    return rows.findIndex(same) < at ? [at] : [];
  });

/** All fields in their order. Those that are there may not go: archive them. */
export const CustomFieldsChange = z
  .strictObject({ fields: z.array(CustomField).max(MOST_CUSTOM_FIELDS) })
  .superRefine(({ fields }, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path: ['fields', ...path], message });
    for (const name of ['key', 'label'] as const) {
      for (const at of twice(name, fields)) fault([at, name], `is the ${name} of another field`);
    }
    for (const [at, { type, unique, options }] of fields.entries()) {
      if (unique && !canBeUnique(type)) fault([at, 'unique'], `cannot be asked of a field of type ${type}`);
      if (hasOptions(type) !== options.length > 0) {
        fault([at, 'options'], hasOptions(type) ? 'must offer something' : 'are for select and multi');
      }
      for (const name of ['key', 'label'] as const) {
        for (const option of twice(name, options)) fault([at, 'options', option, name], 'is there twice');
      }
    }
  })
  .meta({ id: 'CustomFieldsChange' });
export type CustomFieldsChange = z.output<typeof CustomFieldsChange>;

export const CustomFields = z
  .strictObject({ version: z.number().int().nonnegative(), fields: z.array(CustomField) })
  .meta({ id: 'CustomFields' });
export type CustomFields = z.infer<typeof CustomFields>;

/** An amount in the smallest unit of its currency. */
export const CustomMoney = z.strictObject({
  amount: z.number().int().min(0).max(MOST_CUSTOM_MONEY),
  currency: Currency,
});

/** What each type takes; null empties a field of any type. */
export const customValueSchemas = {
  text: text(2_000),
  number: z.number().min(-1e12).max(1e12),
  money: CustomMoney,
  date: Day,
  select: ListEntry.shape.key,
  multi: z
    .array(ListEntry.shape.key)
    .min(1)
    .max(100)
    .refine((keys) => new Set(keys).size === keys.length, { error: 'has the same choice twice' }),
  bool: z.boolean(),
  url: Website,
  person: UserId,
} as const satisfies Record<CustomFieldType, z.ZodType>;

/** A value on its way in, before it is known which field it is for. */
const Given = z.union([
  z.string().max(8_000),
  z.number(),
  z.boolean(),
  z.array(z.string()).max(100),
  z.strictObject({ amount: z.number(), currency: z.string() }),
]);

/** Only the fields that are sent change. */
export const CustomValuesPatch = z
  .strictObject({ values: z.record(z.string().max(40), Given.nullable()) })
  .refine(({ values }) => Object.keys(values).length > 0, { path: ['values'], error: 'names no field' })
  .refine(({ values }) => Object.keys(values).length <= MOST_CUSTOM_FIELDS, {
    path: ['values'],
    error: `names more than ${MOST_CUSTOM_FIELDS} fields`,
  })
  .meta({ id: 'CustomValuesPatch' });
export type CustomValuesPatch = z.output<typeof CustomValuesPatch>;

/** A member, by the name that he had when he was chosen. */
const Person = z.strictObject({ id: UserId, name: z.string() });

export const CustomValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  CustomMoney,
  Person,
]);
export type CustomValue = z.infer<typeof CustomValue>;

/** What a client has of the workspace's own fields, those in the archive left out. */
export const CustomValues = z
  .strictObject({
    version: z.number().int().nonnegative().meta({ description: 'Of these values: 0 before the first' }),
    values: z.record(z.string(), CustomValue),
    missing: z.array(z.string()).meta({ description: 'Keys of required fields without a value' }),
  })
  .meta({ id: 'CustomValues' });
export type CustomValues = z.infer<typeof CustomValues>;
