/** What a field that a workspace adds to its clients can hold. */
export const customFieldTypes = [
  'text',
  'number',
  'money',
  'date',
  'select',
  'multi',
  'bool',
  'url',
  'person',
] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

export const MOST_CUSTOM_FIELDS = 50;

/** The most that an amount in a field may be, in the currency's smallest unit. */
export const MOST_CUSTOM_MONEY = 1_000_000_000_000;

/** Of these, two clients can be forbidden to have the same. */
const comparable: ReadonlySet<CustomFieldType> = new Set(['text', 'number', 'url']);
export const canBeUnique = (type: CustomFieldType): boolean => comparable.has(type);

const chosen: ReadonlySet<CustomFieldType> = new Set(['select', 'multi']);
export const hasOptions = (type: CustomFieldType): boolean => chosen.has(type);
