import type { CustomFieldType } from '#contracts/custom-field-types.ts';
import type { FieldError } from '#contracts/errors.ts';
import { toDecimal } from '#contracts/money.ts';
import { type CustomField, type CustomValue, customValueSchemas } from '#contracts/schemas/custom-field.ts';

/** What a value is judged against beside its field. */
interface Against {
  /** Names of the active members who are named. */
  people: ReadonlyMap<string, string>;
  /** What stands there now: an option that was archived since may stay. */
  before: CustomValue | undefined;
}

type Parsed = { value: CustomValue | null } | { errors: FieldError[] };

export const isGiven = (value: CustomValue | null | undefined): value is CustomValue =>
  value !== null && value !== undefined;

/** A value as it is stored, or everything that is wrong with it; pointers are below the value. */
export function parseValue(field: CustomField, given: unknown, { people, before }: Against): Parsed {
  if (given === null) return { value: null };
  const answer = customValueSchemas[field.type].safeParse(given);
  if (!answer.success) {
    return {
      errors: answer.error.issues.map(({ path, code, message }) => ({
        pointer: path.map((part) => `/${String(part)}`).join(''),
        code,
        message,
      })),
    };
  }
  const { data } = answer;
  if (field.type === 'select' || field.type === 'multi') {
    const keys = [data].flat() as string[];
    const kept = [before ?? []].flat();
    const isOffered = (key: string) =>
      field.options.some((option) => option.key === key && (!option.archived || kept.includes(key as never)));
    if (!keys.every(isOffered)) return wrong('unknown_entry', 'must be a choice that the field offers');
  }
  if (field.type !== 'person') return { value: data as CustomValue };
  const name = people.get(data as string);
  return name === undefined
    ? wrong('unknown_member', 'must be an active member of the workspace')
    : { value: { id: data as never, name } };
}

const wrong = (code: string, message: string): Parsed => ({ errors: [{ pointer: '', code, message }] });

/** Longer texts are cut in the timeline. */
const LONGEST_TOLD = 200;

/** A value as the timeline tells it. */
export function textOf({ type, options }: CustomField, value: CustomValue): string {
  const labelOf = (key: string) => options.find((option) => option.key === key)?.label ?? key;
  const texts: Partial<Record<CustomFieldType, () => string>> = {
    money: () => {
      const { amount, currency } = value as { amount: number; currency: string };
      return `${currency} ${toDecimal(amount, currency)}`;
    },
    select: () => labelOf(String(value)),
    multi: () => (value as string[]).map(labelOf).join(', '),
    bool: () => (value ? 'Yes' : 'No'),
    person: () => (value as { name: string }).name,
  };
  const text = texts[type]?.() ?? String(value);
  return text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD - 1)}…` : text;
}

/** In the form in which two clients may not have the same: case and spaces aside. */
export const comparableOf = (value: CustomValue): string =>
  String(value).normalize('NFKC').toUpperCase().toLowerCase().replace(/\s+/gu, ' ').trim();
