import { type CustomFieldType, MOST_CUSTOM_MONEY } from '#contracts/custom-field-types.ts';
import { parseMoney, toDecimal } from '#contracts/money.ts';
import { own } from '#contracts/own.ts';
import type {
  CustomField,
  CustomValue,
  CustomValues,
  CustomValuesPatch,
} from '#contracts/schemas/custom-field.ts';

/** What stands in the inputs of one field; which of it counts is the type's to say. */
export interface Entered {
  text: string;
  currency: string;
  chosen: string[];
}

export type FormValues = Record<string, Entered>;
type Given = CustomValuesPatch['values'][string];

const money = (value: CustomValue) => value as { amount: number; currency: string };

/** What is in a form that shows this value. */
function entered(type: CustomFieldType, value: CustomValue | undefined, currency: string): Entered {
  const blank = { text: '', currency, chosen: [] };
  if (value === undefined) return blank;
  switch (type) {
    case 'multi':
      return { ...blank, chosen: value as string[] };
    case 'money':
      return {
        ...blank,
        text: toDecimal(money(value).amount, money(value).currency),
        currency: money(value).currency,
      };
    case 'bool':
      return { ...blank, text: value ? 'yes' : 'no' };
    case 'person':
      return { ...blank, text: (value as { id: string }).id };
    default:
      return { ...blank, text: String(value) };
  }
}

export const formOf = (fields: readonly CustomField[], { values }: CustomValues, currency: string) =>
  Object.fromEntries(fields.map(({ key, type }) => [key, entered(type, own(values, key), currency)]));

/** Undefined where nothing can be made of what was entered. */
function given(type: CustomFieldType, { text, currency, chosen }: Entered): Given | undefined {
  const bare = text.trim();
  if (type === 'multi') return chosen.length > 0 ? chosen : null;
  if (bare === '') return null;
  if (type === 'bool') return bare === 'yes';
  // With an exponent, too: that is how a number that is very small is shown.
  if (type === 'number')
    return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(bare) ? Number(bare) : undefined;
  if (type !== 'money') return bare;
  const parsed = parseMoney(bare, currency, MOST_CUSTOM_MONEY);
  return 'amount' in parsed ? { amount: parsed.amount, currency } : undefined;
}

/** Keys of the fields in which something stands that is no value. */
export const faultsIn = (fields: readonly CustomField[], form: FormValues): string[] =>
  fields.flatMap(({ key, type }) => {
    const entry = own(form, key);
    return entry && given(type, entry) === undefined ? [key] : [];
  });

/** What was changed in the form, as the API takes it. */
export function patchOf(
  fields: readonly CustomField[],
  before: FormValues,
  after: FormValues,
): CustomValuesPatch['values'] {
  return Object.fromEntries(
    fields.flatMap(({ key, type }) => {
      const [old, now] = [own(before, key), own(after, key)];
      if (!old || !now || JSON.stringify(old) === JSON.stringify(now)) return [];
      const [was, is] = [given(type, old), given(type, now)];
      return is === undefined || JSON.stringify(was) === JSON.stringify(is) ? [] : [[key, is] as const];
    }),
  );
}
