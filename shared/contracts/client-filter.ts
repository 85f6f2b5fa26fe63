/**
 * Filters of the list of clients: one condition for a field, all joined by AND. A condition is a text that stands
 * in the address of the page, in the query of the API, in a saved view and in a bulk edit alike:
 * `[operator:]value[,value…]`, as in `status=active,pending`, `tag=not:Internal` or `created=after:2026-01-31`.
 * Values are percent-encoded as far as they hold a comma, a colon or a percent sign.
 */

const operatorsOf = {
  choice: ['is', 'not'],
  text: ['is', 'not', 'has', 'empty', 'filled'],
  day: ['before', 'after'],
} as const;

/** The fields that can be filtered by, and what kind of question they take. */
export const filterFields = {
  status: 'choice',
  owner: 'choice',
  tag: 'text',
  name: 'text',
  code: 'text',
  website: 'text',
  contact: 'text',
  created: 'day',
  activity: 'day',
} as const satisfies Record<string, keyof typeof operatorsOf>;

export type FilterField = keyof typeof filterFields;
export type FilterOperator = (typeof operatorsOf)[keyof typeof operatorsOf][number];

/** `is` and `not` take one of several values, `has` a part of the text, `before` and `after` a day (UTC). */
export interface Condition {
  operator: FilterOperator;
  values: string[];
}

/** Conditions as texts, by field. */
export type FilterTexts = { [F in FilterField]?: string | undefined };
/** Conditions as they were read, by field. */
export type ClientFilter = { [F in FilterField]?: Condition };

/** Values of one condition, and the length of one. */
export const MOST_FILTER_VALUES = 10;
const LONGEST_VALUE = 120;

export const filterFieldNames = Object.keys(filterFields) as FilterField[];

/** The questions that a field takes; the first is the usual one. */
export const operatorsFor = (field: FilterField): readonly FilterOperator[] =>
  operatorsOf[filterFields[field]];

/** A condition of a field, or null for a text that is none. */
export function readCondition(field: FilterField, text: string): Condition | null {
  const [, prefix, rest = ''] = /^(?:(\w+):)?(.*)$/s.exec(text) ?? [];
  const operator = operatorsFor(field).find((known) => known === (prefix ?? 'is'));
  if (!operator) return null;
  if (operator === 'empty' || operator === 'filled') return rest === '' ? { operator, values: [] } : null;
  const values = rest.split(',').map(decoded);
  const isDay = filterFields[field] === 'day';
  const isFit = (value: string | null): value is string =>
    value !== null && value !== '' && value.length <= LONGEST_VALUE && (!isDay || isDate(value));
  const takesOne = isDay || operator === 'has';
  if (!values.every(isFit) || values.length > (takesOne ? 1 : MOST_FILTER_VALUES)) return null;
  return { operator, values };
}

/** The text of a condition; `is` is not written. */
export const writeCondition = ({ operator, values }: Condition): string =>
  (operator === 'is' ? '' : `${operator}:`) + values.map(encoded).join(',');

const encoded = (value: string) => value.replace(/[%,:]/g, encodeURIComponent);

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value).trim();
  } catch {
    return null;
  }
}

/** A day of the calendar; 31 February is none. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
