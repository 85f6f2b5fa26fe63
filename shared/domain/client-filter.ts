import {
  type ClientFilter,
  type Condition,
  type FilterField,
  type FilterTexts,
  filterFieldNames,
  readCondition,
} from '#contracts/client-filter.ts';
import type { UserId } from '#contracts/ids.ts';
import type { ClientRow } from '#contracts/schemas/client.ts';

/** The conditions that the texts stand for; `me` is the asker. */
export function filterOf(texts: FilterTexts, me: UserId): ClientFilter {
  const filter: ClientFilter = {};
  for (const field of filterFieldNames) {
    const text = texts[field];
    const condition = text === undefined ? null : readCondition(field, text);
    if (!condition) continue;
    filter[field] =
      field === 'owner'
        ? { ...condition, values: condition.values.map((value) => (value === 'me' ? me : value)) }
        : condition;
  }
  return filter;
}

/** The one value that a field must have, where the condition asks for exactly that. */
export const onlyValue = (condition: Condition | undefined): string | undefined =>
  condition?.operator === 'is' && condition.values.length === 1 ? condition.values[0] : undefined;

const valuesOf: Record<FilterField, (row: ClientRow) => (string | null)[]> = {
  status: ({ status }) => [status],
  owner: ({ ownerId }) => [ownerId],
  tag: ({ tags }) => tags,
  name: ({ name }) => [name],
  code: ({ code }) => [code],
  website: ({ website }) => [website],
  contact: ({ primaryContactName }) => [primaryContactName],
  created: ({ createdAt }) => [createdAt.slice(0, 10)],
  activity: ({ lastActivityAt }) => [lastActivityAt.slice(0, 10)],
};

/** Whether a row meets every condition; case and accents make no difference. */
export function isWanted(filter: ClientFilter): (row: ClientRow) => boolean {
  const tests = filterFieldNames.flatMap((field) => {
    const condition = filter[field];
    return condition ? [[valuesOf[field], testOf(condition)] as const] : [];
  });
  return (row) =>
    tests.every(([values, test]) => test(values(row).flatMap((value) => (value ? [folded(value)] : []))));
}

function testOf({ operator, values }: Condition): (actual: readonly string[]) => boolean {
  const asked = values.map(folded);
  const [first = ''] = asked;
  switch (operator) {
    case 'is':
      return (actual) => actual.some((value) => asked.includes(value));
    case 'not':
      return (actual) => !actual.some((value) => asked.includes(value));
    case 'has':
      return (actual) => actual.some((value) => value.includes(first));
    case 'empty':
      return (actual) => actual.length === 0;
    case 'filled':
      return (actual) => actual.length > 0;
    case 'before':
      return (actual) => actual.some((value) => value < first);
    case 'after':
      return (actual) => actual.some((value) => value > first);
  }
}

const folded = (value: string) =>
  value
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
