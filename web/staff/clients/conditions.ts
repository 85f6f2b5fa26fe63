import { useLingui } from '@lingui/react/macro';
import {
  type Condition,
  type FilterField,
  type FilterOperator,
  filterFieldNames,
  readCondition,
} from '#contracts/client-filter.ts';
import type { ClientCounts } from '#contracts/schemas/client.ts';
import { useFormats } from '#ui/formats.ts';
import type { ClientSearch } from './list-search.ts';
import { filterIn } from './list-search.ts';
import { isStatus, statuses, useStatusWord } from './status.ts';
import { useWhose } from './useOwners.ts';

/** The search without conditions that say nothing: whoever edits an address by hand sees the rest. */
export function legible(search: ClientSearch): ClientSearch {
  const isNone = (field: FilterField) => {
    const text = search[field];
    if (text === undefined) return false;
    const condition = readCondition(field, text);
    if (!condition) return true;
    if (field === 'status') return !condition.values.every(isStatus);
    return field === 'owner' && !condition.values.every((value) => /^(me|[0-9a-f-]{36})$/.test(value));
  };
  const none = filterFieldNames.filter(isNone);
  if (none.length === 0) return search;
  return { ...search, ...Object.fromEntries(none.map((field) => [field, undefined])) };
}

/** The conditions of an address, in the order of the fields. */
export const conditionsIn = (search: ClientSearch): (readonly [FilterField, Condition])[] =>
  filterFieldNames.flatMap((field) => {
    const text = search[field];
    const condition = text === undefined ? null : readCondition(field, text);
    return condition ? [[field, condition] as const] : [];
  });

/** How many clients the filters leave, where that is known without counting. */
export function totalOf(counts: ClientCounts | undefined, search: ClientSearch): number | undefined {
  const { status, ...others } = filterIn(search);
  if (!counts || Object.keys(others).length > 0) return undefined;
  const condition = status === undefined ? null : readCondition('status', status);
  const isMeant = (one: string) =>
    !condition || condition.values.includes(one) === (condition.operator === 'is');
  return statuses.filter(isMeant).reduce((sum, one) => sum + counts[one], 0);
}

/** What the fields of filters are called. */
export function useFieldWords(): Record<FilterField, string> {
  const { t } = useLingui();
  return {
    status: t`Status`,
    owner: t`Owner`,
    tag: t`Tag`,
    name: t`Name`,
    code: t`Code`,
    website: t`Website`,
    contact: t`Primary contact`,
    created: t`Created`,
    activity: t`Last activity`,
  };
}

/** A field and what is asked of it, in words: "Tag is not". */
export function useQuestion() {
  const { t } = useLingui();
  const fields = useFieldWords();
  return (name: FilterField, operator: FilterOperator): string => {
    const field = fields[name];
    const questions: Record<FilterOperator, string> = {
      is: t`${field} is`,
      not: t`${field} is not`,
      has: t`${field} contains`,
      empty: t`${field} is empty`,
      filled: t`${field} is not empty`,
      before: t`${field} before`,
      after: t`${field} after`,
    };
    return questions[operator];
  };
}

/** The values of a condition, in words. */
export function useValueWords() {
  const { t, i18n } = useLingui();
  const { locale } = useFormats();
  const status = useStatusWord();
  const whose = useWhose();
  const date = (day: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
  return (field: FilterField, { values }: Condition): string => {
    const word = (value: string) => {
      if (field === 'status') return isStatus(value) ? status(value).label : value;
      if (field === 'owner') return whose(value);
      return field === 'created' || field === 'activity' ? date(value) : value;
    };
    const words = values.map(word);
    const [first = '', second = ''] = words;
    if (words.length > 2) {
      const others = i18n.number(words.length - 1);
      return t`${first} or ${others} others`;
    }
    return words.length === 2 ? t`${first} or ${second}` : first;
  };
}
